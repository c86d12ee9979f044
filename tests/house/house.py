#!/usr/bin/env python3
"""Checks that the house is built as its map says.

house.py CHECK [ROOT]    one check; errors one to a line, exit 1 if there are any
house.py edges [ROOT]    prints the edges that the includes have today
"""

import sys
from pathlib import Path

import browser
import floors
import rooms
import traces

CHECKS = {
    "floors": rooms.check_floors,
    "doors": rooms.check_doors,
    "picture": rooms.check_picture,
    "world": rooms.check_world,
    "web": browser.check_web,
    "models": traces.check_models,
    "machines": traces.check_machines,
}


def main(arguments):
    if not arguments or arguments[0] not in [*CHECKS, "edges"]:
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(arguments[1] if len(arguments) > 1 else Path(__file__).parents[2]).resolve()
    if arguments[0] == "edges":
        print("\n".join(f"{a} -> {b}" for a, b in sorted(rooms.edges(root, floors.read(root)))))
        return 0
    errors = CHECKS[arguments[0]](root)
    print("\n".join(errors) if errors else f"{arguments[0]}: nothing found")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
