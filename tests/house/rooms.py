"""The rules for src/: who includes whom, through which door, and who may touch the world."""

import re

import floors as house
import tree

WORLD_FLOOR = 5  # from here up, and in net, clocks, chance, files, sockets and threads are allowed

OUTSIDE_HEADERS = re.compile(
    r"fstream|filesystem|iostream|random|ctime|time\.h"
    r"|thread|mutex|shared_mutex|condition_variable|future|semaphore|latch|barrier|stop_token"
    r"|unistd\.h|fcntl\.h|poll\.h|pthread\.h|netdb\.h|threads\.h|sqlite3\.h|libpq-fe\.h|dirent\.h"
    r"|(sys|netinet|arpa|net|curl|spdlog)/.*"
    r"|boost/(asio|beast|filesystem|thread|random|interprocess|process|uuid)\b.*"
)
CALLS = [
    ("a clock", r"\b\w*_clock::now\b|\b(clock_gettime|gettimeofday|timespec_get|ucal_getNow)\s*\("
                r"|\bCalendar::getNow\b|(?<![\w.>])time\s*\(\s*(nullptr|NULL|0|&)"),
    ("chance", r"\bstd::(random_device|mt19937(_64)?|default_random_engine)\b"
               r"|\b(getrandom|arc4random\w*|randombytes_\w+)\s*\(|(?<![\w.>])s?rand\s*\("),
    ("a file", r"\b(fopen|freopen|tmpfile|mkstemp|opendir)\s*\(|\bstd::(i|o)?fstream\b"
               r"|\bstd::filesystem\b|\bstd::c(in|out|err|log)\b|\bstd::print(ln)?\b"),
    ("the environment or a process", r"\b(getenv|setenv|popen|fork|execv\w*)\s*\(|\bstd::system\b"),
    ("a socket", r"(?<![\w.>])::?(socket|bind|listen|accept|connect|send|recv)\s*\(\s*\w*fd"
                 r"|\bboost::(asio|beast)\b"),
    ("a thread", r"\bstd::(jthread|thread|async|(shared_|recursive_|timed_)*mutex|this_thread"
                 r"|condition_variable\w*|lock_guard|unique_lock|scoped_lock)\b|\bpthread_\w+"),
]
CALLS = [(what, re.compile(pattern)) for what, pattern in CALLS]


def room_of(floors, path):
    """The room a path below src/ lies in, or None."""
    parts = path.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        if "/".join(parts[:length]) in floors.floor:
            return "/".join(parts[:length])
    return None


def door_of(room):
    return f"{room}/{room.split('/')[-1]}.h"


class Source:
    """One C++ file: where it is, and which of the house's files it includes."""

    def __init__(self, root, path):
        self.path = tree.shown(root, path)
        self.text = tree.text_of(path) or ""
        self.inner, self.lost = [], []
        for line, name in tree.includes(self.text):
            beside = (path.parent / name).resolve()
            if (root / "src" / name).is_file() and ".." not in name:
                self.inner.append((line, name))
            elif beside.is_file() and (root / "src").resolve() in beside.parents:
                self.inner.append((line, beside.relative_to((root / "src").resolve()).as_posix()))
            elif re.search(rf'"{re.escape(name)}"', self.text) and not (
                beside.is_file() or (root / "tests" / name).is_file()
            ):
                self.lost.append((line, name))


def sources(root, folder):
    return [Source(root, path) for path in tree.files(root, folder) if path.suffix in tree.CPP]


def edges(root, floors):
    """(room, other) -> the first place where room includes other."""
    found = {}
    for source in sources(root, "src"):
        room = room_of(floors, source.path.removeprefix("src/"))
        for line, name in source.inner:
            other = room_of(floors, name)
            if room and other and other != room:
                found.setdefault((room, other), f"{source.path}:{line}")
    return found


def check_floors(root):
    floors = house.read(root)
    errors = list(floors.errors)
    used = edges(root, floors)
    for (room, other), place in used.items():
        if why := floors.forbids(room, other):
            errors.append(f"{place}: {room} may not include {other}: {why}")
        elif (room, other) not in floors.edges:
            errors.append(f"{place}: {room} includes {other}, which the floors allow; if it is "
                          f"meant, add to {house.MAP} the line: {room} -> {other}")
    for (room, other), line in floors.edges.items():
        if (room, other) not in used:
            errors.append(f"{house.MAP}:{line}: nobody uses it; remove the line: {room} -> {other}")
    return errors


def check_doors(root):
    floors = house.read(root)
    errors = []
    for source in sources(root, "src"):
        room = room_of(floors, source.path.removeprefix("src/"))
        if room is None:
            errors.append(f"{source.path}: lies in no room that {house.MAP} puts on a floor")
        for line, name in source.lost:
            errors.append(f'{source.path}:{line}: "{name}" is not in src/; libraries come in <>')
        errors += through_walls(floors, source, room)
    for source in sources(root, "tests"):
        own = room_of(floors, source.path.removeprefix("tests/").removeprefix("fuzz/"))
        errors += through_walls(floors, source, own)
    return errors + same_rooms_in_cmake(root, floors)


def through_walls(floors, source, own):
    errors = []
    for line, name in source.inner:
        other = room_of(floors, name)
        if other and other != own and name != door_of(other):
            errors.append(f"{source.path}:{line}: {name} is private to {other}; "
                          f'its door is "{door_of(other)}"')
    return errors


def same_rooms_in_cmake(root, floors):
    cmake = root / "cmake/rooms.cmake"
    text = cmake.read_text() if cmake.is_file() else ""
    listed = re.search(r"set\(RADSLAG_ROOMS\s+([^)]*)\)", text)
    rooms = set(listed.group(1).split()) if listed else set()
    return [f"{room} stands in only one of cmake/rooms.cmake and {house.MAP}"
            for room in sorted(rooms ^ set(floors.floor))]


def check_picture(root):
    """docs/architecture.md shows the rooms that are there, each on its floor, in their order."""
    floors = house.read(root)
    page = root / "docs/architecture.md"
    text = page.read_text() if page.is_file() else ""
    shown, floor = [], None
    for row in re.finditer(r"^\| *(\d*) *\| `([\w/]+)/` \|", text, re.M):
        floor = int(row.group(1) or floor or 0)
        shown.append((floor, row.group(2)))
    there = [room for room in floors.floor if any((root / "src" / room).glob("*"))]
    errors = [f"docs/architecture.md shows no room {room}, which is there"
              for room in there if room not in [name for _, name in shown]]
    for floor, room in shown:
        if room not in there:
            errors.append(f"docs/architecture.md shows {room}, which is not there")
        elif floor != floors.floor[room]:
            errors.append(f"docs/architecture.md shows {room} on floor {floor}; "
                          f"it is on {floors.floor[room]} in {house.MAP}")
    ordered = [room for _, room in shown if room in floors.order]
    if ordered != sorted(ordered, key=lambda room: (floors.floor[room], floors.order[room])):
        errors.append(f"docs/architecture.md shows a floor in another order than {house.MAP}")
    return errors


def check_world(root):
    floors = house.read(root)
    errors = []
    for source in sources(root, "src"):
        room = room_of(floors, source.path.removeprefix("src/"))
        if room is None or room == "net" or floors.floor[room] >= WORLD_FLOOR:
            continue
        errors += [f"{place}: {room} reaches for {what}; below floor {WORLD_FLOOR} the world comes "
                   "in through an interface (Clock, Random, a port)"
                   for place, what in touches(source)]
    return errors


def touches(source):
    """(place, what) for each reach into the world."""
    found = []
    for line, name in tree.includes(source.text):
        if OUTSIDE_HEADERS.fullmatch(name):
            found.append((f"{source.path}:{line}", f"<{name}>"))
    code = tree.without_comments(source.text, strings_too=True)
    for what, pattern in CALLS:
        for match in pattern.finditer(code):
            place = f"{source.path}:{tree.line_of(code, match.start())}"
            found.append((place, f"{what} ({match.group().strip('( ')})"))
    return found
