"""The checks against made-up trees: each kind of violation is caught, and a sound house is not."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import browser
import rooms
import traces

MAP = """
floor 0: base
floor 1: process
floor 2: domain/people < domain/circle < domain/plan
floor 3: workflow
floor 4: commands, net
floor 5: http, live, storage
floor 6: server
on net: http, live
"""


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve() / "checkout"
        self.write("src/who-may-include-whom", MAP)
        names = [n.strip() for line in MAP.splitlines() if line.startswith("floor")
                 for n in line.split(":")[1].replace("<", ",").split(",")]
        for name in names:
            self.write(f"src/{rooms.door_of(name)}", "#pragma once\n")
        self.write("cmake/rooms.cmake", f"set(RADSLAG_ROOMS {' '.join(names)})")

    def write(self, path, text):
        whole = self.root / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(text)

    def edge(self, *lines):
        self.write("src/who-may-include-whom", MAP + "\n".join(lines) + "\n")

    def caught(self, check, *words):
        errors = check(self.root)
        self.assertEqual(len(errors), 1, errors)
        for word in words:
            self.assertIn(word, errors[0])

    def sound(self, check):
        self.assertEqual(check(self.root), [])


class Floors(Tree):
    def test_a_listed_edge_downward_is_sound(self):
        self.write("src/domain/circle/a.cpp", '#include "domain/people/people.h"\n')
        self.edge("domain/circle -> domain/people")
        self.sound(rooms.check_floors)

    def test_a_new_edge_names_the_line_to_add(self):
        self.write("src/domain/circle/a.cpp", '\n#include "base/base.h"\n')
        self.caught(rooms.check_floors, "src/domain/circle/a.cpp:2",
                    "the line: domain/circle -> base")

    def test_an_edge_that_nobody_uses(self):
        self.edge("process -> base")
        self.caught(rooms.check_floors, "nobody uses it", "remove the line: process -> base")

    def test_an_include_in_a_comment_is_not_a_use(self):
        self.write("src/process/a.cpp",
                   '// #include "base/base.h"\n/*\n#include "base/base.h"\n*/\n')
        self.edge("process -> base")
        self.caught(rooms.check_floors, "nobody uses it")

    def test_upward(self):
        self.write("src/base/a.cpp", '#include "process/process.h"\n')
        self.caught(rooms.check_floors, "base may not include process", "only downward")

    def test_upward_in_angle_brackets(self):
        self.write("src/base/a.cpp", "#include <process/process.h>\n")
        self.caught(rooms.check_floors, "only downward")

    def test_upward_by_a_relative_path(self):
        self.write("src/base/a.cpp", '#include "../process/process.h"\n')
        self.caught(rooms.check_floors, "only downward")

    def test_a_later_room_of_the_domain(self):
        self.write("src/domain/circle/a.cpp", '#include "domain/plan/plan.h"\n')
        self.caught(rooms.check_floors, "domain/plan comes after domain/circle")

    def test_neighbours(self):
        self.write("src/http/a.cpp", '#include "storage/storage.h"\n')
        self.caught(rooms.check_floors, "neighbours do not lean on each other")

    def test_neighbours_on_the_ports_floor(self):
        self.write("src/net/a.cpp", '#include "commands/commands.h"\n')
        self.caught(rooms.check_floors, "neighbours do not lean on each other")

    def test_only_some_stand_on_net(self):
        self.write("src/http/a.cpp", '#include "net/net.h"\n')
        self.write("src/storage/a.cpp", '#include "net/net.h"\n')
        self.edge("http -> net")
        self.caught(rooms.check_floors, "storage may not include net", "http, live stand on net")

    def test_listing_a_forbidden_edge_does_not_allow_it(self):
        self.write("src/base/a.cpp", '#include "process/process.h"\n')
        self.edge("base -> process")
        self.assertEqual(len(rooms.check_floors(self.root)), 2)

    def test_an_edge_to_a_room_on_no_floor(self):
        self.edge("process -> cellar")
        self.caught(rooms.check_floors, "cellar is on no floor")

    def test_an_edge_that_stands_there_twice(self):
        self.write("src/process/a.cpp", '#include "base/base.h"\n')
        self.edge("process -> base", "process -> base")
        self.caught(rooms.check_floors, "twice")

    def test_a_line_not_understood(self):
        self.edge("process may see base")
        self.caught(rooms.check_floors, "not understood")

    def test_no_map(self):
        (self.root / "src/who-may-include-whom").unlink()
        self.caught(rooms.check_floors, "no map")


class Doors(Tree):
    def test_private_headers_are_for_the_room_itself(self):
        self.write("src/base/inner.h", "")
        self.write("src/base/base.h", '#include "base/inner.h"\n')
        self.sound(rooms.check_doors)

    def test_through_the_wall(self):
        self.write("src/base/inner.h", "")
        self.write("src/process/a.cpp", '#include "base/inner.h"\n')
        self.caught(rooms.check_doors, "src/process/a.cpp:1", "private to base", '"base/base.h"')

    def test_through_the_wall_from_another_rooms_test(self):
        self.write("src/base/inner.h", "")
        self.write("tests/base/a_test.cpp", '#include "base/inner.h"\n')
        self.sound(rooms.check_doors)
        self.write("tests/process/a_test.cpp", '#include "base/inner.h"\n')
        self.caught(rooms.check_doors, "tests/process/a_test.cpp:1")

    def test_a_file_in_no_room(self):
        self.write("src/domain/stray.cpp", "")
        self.caught(rooms.check_doors, "src/domain/stray.cpp", "no room")

    def test_an_include_that_leads_nowhere(self):
        self.write("src/base/a.cpp", '#include "base/gone.h"\n')
        self.caught(rooms.check_doors, '"base/gone.h" is not in src/')

    def test_a_room_that_cmake_does_not_know(self):
        text = (self.root / "cmake/rooms.cmake").read_text()
        self.write("cmake/rooms.cmake", text.replace(" workflow", ""))
        self.caught(rooms.check_doors, "workflow stands in only one")


class World(Tree):
    REACHES = [
        "#include <fstream>", "#include <filesystem>", "#include <thread>", "#include <mutex>",
        "#include <random>", "#include <sys/socket.h>", "#include <unistd.h>",
        "#include <sqlite3.h>", "#include <boost/asio/ip/tcp.hpp>",
        "#include <spdlog/spdlog.h>", "#include <iostream>",
        "auto t = std::chrono::system_clock::now();", "auto t = steady_clock::now();",
        "auto t = time(nullptr);", "auto t = std::time(0);", "clock_gettime(CLOCK_REALTIME, &t);",
        "std::random_device device;", "std::mt19937 twister;", "int n = rand();",
        "randombytes_buf(p, 4);", 'auto* f = fopen("x", "r");', "std::ifstream in;",
        "std::filesystem::path p;", "std::cerr << 1;", 'auto* home = getenv("HOME");',
        "int s = ::socket(a_fd, b, c);", "boost::beast::flat_buffer b;",
        "std::jthread t;", "std::lock_guard lock(m);", "std::condition_variable_any c;",
        "std::this_thread::yield();", "pthread_self();",
    ]

    def test_each_reach_into_the_world_is_caught(self):
        for reach in self.REACHES:
            with self.subTest(reach):
                self.write("src/domain/plan/a.cpp", f"\n{reach}\n")
                errors = rooms.check_world(self.root)
                self.assertIn("src/domain/plan/a.cpp:2: domain/plan reaches", errors[0])

    def test_floor_four_is_below_but_net_is_not(self):
        self.write("src/net/a.cpp", "#include <thread>\n")
        self.write("src/storage/a.cpp", "#include <fstream>\n")
        self.sound(rooms.check_world)
        self.write("src/commands/a.cpp", "#include <thread>\n")
        self.caught(rooms.check_world, "commands reaches for <thread>")

    def test_what_only_looks_like_it(self):
        self.write("src/domain/plan/a.cpp", """
            // std::thread is not used, nor is <fstream>
            auto text = "std::random_device and fopen(x)";
            auto raw = R"(steady_clock::now())";
            auto due = meeting.time(0) + operand(1) + std::chrono::days{1};
            auto separated = 1'000'000; auto quoted = '"'; auto more = "std::thread";
            """)
        self.sound(rooms.check_world)


class Web(Tree):
    def rejects(self, path, line, *words):
        self.write(f"web/src/{path}", line + "\n")
        self.caught(browser.check_web, f"web/src/{path}:1", *words)

    def test_a_sound_house(self):
        self.write("web/src/shell/main.tsx", "import { Circle } from '../rooms/circle/circle';\n")
        self.write("web/src/rooms/circle/circle.tsx",
                   "import { get } from '../../wire/wire';\nimport { Row } from './row';\n"
                   "import { useState } from 'preact/hooks';\nimport { b } from '@/base/b';\n")
        self.write("web/src/wire/wire.ts", "import type { Act } from './generated/contract';\n")
        self.sound(browser.check_web)

    def test_a_room_imports_a_room(self):
        self.rejects("rooms/plan/plan.tsx", "import { C } from '../circle/circle';",
                     "never imports another room")

    def test_by_alias(self):
        self.rejects("rooms/plan/plan.tsx", "import { C } from '@/rooms/circle/circle';",
                     "never imports another room")

    def test_later_at_run_time(self):
        self.rejects("rooms/plan/plan.tsx", "const c = await import('../circle/circle');",
                     "never imports another room")

    def test_by_passing_it_on(self):
        self.rejects("rooms/plan/plan.tsx", "export { C } from '../circle/circle';",
                     "never imports another room")

    def test_a_style_sheet_of_another_room(self):
        self.rejects("rooms/plan/plan.css", '@import "../circle/circle.css";',
                     "never imports another room")

    def test_look_imports_a_room(self):
        self.rejects("look/button.tsx", "import { C } from '../rooms/circle/circle';",
                     "only shell/")

    def test_a_room_imports_the_shell(self):
        self.rejects("rooms/plan/plan.tsx", "import { route } from '../../shell/route';",
                     "rooms/ sees only")

    def test_base_stands_on_nothing(self):
        self.rejects("base/date.ts", "import { get } from '../wire/wire';", "base/ sees only base")

    def test_only_wire_knows_the_contract(self):
        self.rejects("rooms/plan/plan.tsx",
                     "import type { Act } from '../../wire/generated/contract';",
                     "only wire/ knows the contract")

    def test_a_file_in_no_part(self):
        self.write("web/src/stray.ts", "")
        self.caught(browser.check_web, "web/src/stray.ts: lies in none of")


class Traces(Tree):
    def setUp(self):
        super().setUp()
        self.write("models/lillby-circle-1/model.toml", "")

    def test_a_model_id_in_cpp(self):
        self.write("src/base/a.cpp", 'if (id == "lillby-circle-1") {}\n')
        self.caught(traces.check_models, "src/base/a.cpp:1", "names the model lillby-circle-1")

    def test_without_its_version_and_in_typescript(self):
        self.write("web/src/base/a.ts", "\nconst x = 'Lillby-circle';\n")
        self.caught(traces.check_models, "web/src/base/a.ts:2")

    def test_tests_may_name_it(self):
        for path in ("tests/base/a_test.cpp", "web/src/base/a.test.ts", "web/src/base/tests/a.ts"):
            self.write(path, "'lillby-circle-1'")
        self.sound(traces.check_models)

    def test_a_registry_host(self):
        self.write("web/package-lock.json", '\n"resolved": "https://registry.npm' 'js.org/x.tgz"\n')
        self.caught(traces.check_machines, "web/package-lock.json:2", "a registry host")

    def test_paths_of_a_machine(self):
        for path in ("/ro" "ot/x", "/ho" "me/anna/x", "/t" "mp/x"):
            with self.subTest(path):
                self.write("script/run", f"cd {path}\n")
                self.caught(traces.check_machines, "script/run:1", "a path of one machine")

    def test_the_path_of_this_checkout(self):
        (self.root / "docs").mkdir()
        self.write("docs/a.md", f"see {self.root.as_posix()}/src")
        self.assertTrue(any("this machine" in e for e in traces.check_machines(self.root)))

    def test_what_only_looks_like_a_path(self):
        self.write("docs/a.md", "a case's net/home/anna, ${TMPDIR:-/t" "mp}/x and build/t" "mp/x\n")
        self.sound(traces.check_machines)


if __name__ == "__main__":
    unittest.main(verbosity=2)
