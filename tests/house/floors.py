"""The map in src/who-may-include-whom: its floors, and the edges that it lists."""

import re
from dataclasses import dataclass, field

MAP = "src/who-may-include-whom"
FLOOR = re.compile(r"floor (\d+): (.+)")
ON_NET = re.compile(r"on net: (.+)")
EDGE = re.compile(r"(\S+) -> (\S+)")


@dataclass
class Floors:
    floor: dict = field(default_factory=dict)  # room -> number
    order: dict = field(default_factory=dict)  # room -> place within an ordered floor
    on_net: set = field(default_factory=set)
    edges: dict = field(default_factory=dict)  # (room, room) -> line
    errors: list = field(default_factory=list)

    def forbids(self, room, other):
        """Why the floors forbid that room includes other; None if they allow it."""
        here, there = self.floor[room], self.floor[other]
        if there > here:
            return (f"includes go only downward, and {other} (floor {there}) "
                    f"lies above {room} (floor {here})")
        if there == here and room in self.order and other in self.order:
            if self.order[other] < self.order[room]:
                return None
            return (f"a room of floor {here} sees only earlier rooms, and {other} comes after "
                    f"{room}; what needs both belongs on the floor above")
        if there == here:
            return (f"{room} and {other} are neighbours on floor {here}, "
                    "and neighbours do not lean on each other")
        if other == "net" and here == 5 and room not in self.on_net:
            return f"of floor 5 only {', '.join(sorted(self.on_net))} stand on net"
        return None


def read(root):
    floors = Floors()
    if not (root / MAP).is_file():
        floors.errors.append(f"{MAP} is missing: the house has no map")
        return floors
    for number, line in enumerate((root / MAP).read_text().splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        if match := FLOOR.fullmatch(line):
            read_floor(floors, int(match.group(1)), match.group(2))
        elif match := ON_NET.fullmatch(line):
            floors.on_net = {name.strip() for name in match.group(1).split(",")}
        elif match := EDGE.fullmatch(line):
            read_edge(floors, number, match.group(1), match.group(2))
        else:
            floors.errors.append(f"{MAP}:{number}: not understood: {line} "
                                 "(an edge is: room -> room)")
    return floors


def read_floor(floors, number, names):
    ordered = "<" in names
    for place, name in enumerate(n.strip() for n in re.split("[<,]", names)):
        floors.floor[name] = number
        if ordered:
            floors.order[name] = place


def read_edge(floors, number, room, other):
    unknown = [name for name in (room, other) if name not in floors.floor]
    if unknown:
        floors.errors.append(f"{MAP}:{number}: {unknown[0]} is on no floor")
    elif (room, other) in floors.edges:
        floors.errors.append(f"{MAP}:{number}: stands there twice: {room} -> {other}")
    else:
        floors.edges[room, other] = number
        if why := floors.forbids(room, other):
            floors.errors.append(f"{MAP}:{number}: {room} -> {other} cannot be allowed: {why}")
