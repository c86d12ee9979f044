"""The rules for web/src: base, wire, look, rooms/<room>, shell."""

import os.path
import re

import tree

SEES = {
    "base": {"base"},
    "wire": {"base", "wire"},
    "look": {"base", "look"},
    "rooms": {"base", "wire", "look", "rooms"},
    "shell": {"base", "wire", "look", "rooms", "shell"},
}
CONTRACT = re.compile(r"(^|/)(generated|contract)(/|\.|$)")


def part_of(path):
    """(part, room) of a path below web/src; room is '' outside rooms/."""
    parts = path.split("/")
    if parts[0] == "rooms":
        return "rooms", parts[1] if len(parts) > 1 else ""
    return parts[0], ""


def target(root, path, name):
    """Where an import leads below web/src, or None if it leads to a package."""
    web = (root / "web/src").as_posix()
    if name.startswith("."):
        whole = os.path.normpath(os.path.join(path.parent.as_posix(), name))
    elif match := re.match(r"(?:@|~|src|/src)/(.*)", name):
        whole = os.path.normpath(os.path.join(web, match.group(1)))
    else:
        return None
    return os.path.relpath(whole, web)


def check_web(root):
    errors = []
    for path in tree.files(root, "web/src"):
        if path.suffix not in tree.SCRIPT or path.name.endswith(".d.ts"):
            continue
        inside = path.relative_to(root / "web/src").as_posix()
        part, room = part_of(inside)
        if part not in SEES:
            errors.append(f"web/src/{inside}: lies in none of {', '.join(SEES)}")
            continue
        for line, name in tree.imports(tree.text_of(path) or ""):
            if why := forbidden(root, path, part, room, name):
                errors.append(f"web/src/{inside}:{line}: may not import {name}: {why}")
    return errors


def forbidden(root, path, part, room, name):
    """Why a file of this part and room may not import name; None if it may."""
    if part != "wire" and CONTRACT.search(name):
        return "only wire/ knows the contract"
    where = target(root, path, name)
    if where is None or where.startswith(".."):
        return None
    other, other_room = part_of(where)
    if other not in SEES:
        return f"{other} is none of {', '.join(SEES)}"
    if other == "rooms" and part not in ("rooms", "shell"):
        return "only shell/ imports rooms"
    if other == "rooms" and part == "rooms" and room != other_room:
        return f"a room never imports another room ({room} and {other_room} meet in shell/)"
    if other not in SEES[part]:
        return f"{part}/ sees only {', '.join(sorted(SEES[part]))}"
    return None
