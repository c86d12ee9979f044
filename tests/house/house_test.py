"""The checks of src/ against made-up trees: each violation is caught, a sound house is not."""

import unittest

import rooms
from made_up import MAP, Tree


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

    def test_a_target_of_the_fuzzer_sees_into_its_own_room(self):
        self.write("src/base/inner.h", "")
        self.write("tests/fuzz/base/a.cpp", '#include "base/inner.h"\n')
        self.sound(rooms.check_doors)
        self.write("tests/fuzz/process/a.cpp", '#include "base/inner.h"\n')
        self.caught(rooms.check_doors, "tests/fuzz/process/a.cpp:1")

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


class Picture(Tree):
    ROWS = ["| 0 | `base/` | ids |", "| 1 | `process/` | text |", "| 2 | `domain/people/` | a |",
            "| | `domain/circle/` | b |", "| | `domain/plan/` | c |", "| 3 | `workflow/` | d |",
            "| 4 | `commands/` | e |", "| 4 | `net/` | f |", "| 5 | `http/` | g |",
            "| 5 | `live/` | h |", "| 5 | `storage/` | i |", "| 6 | `server/` | j |"]

    def show(self, rows):
        self.write("docs/architecture.md", "\n".join(rows) + "\n")

    def test_a_true_picture(self):
        self.show(self.ROWS)
        self.sound(rooms.check_picture)

    def test_a_room_that_is_not_shown(self):
        self.show([row for row in self.ROWS if "circle" not in row])
        self.caught(rooms.check_picture, "shows no room domain/circle")

    def test_a_room_that_is_not_there(self):
        self.show([*self.ROWS, "| 6 | `cellar/` | k |"])
        self.caught(rooms.check_picture, "shows cellar, which is not there")

    def test_a_room_on_another_floor(self):
        self.show([row.replace("| 3 |", "| 4 |") for row in self.ROWS])
        self.caught(rooms.check_picture, "shows workflow on floor 4")

    def test_another_order(self):
        self.show([*self.ROWS[:3], self.ROWS[4], self.ROWS[3], *self.ROWS[5:]])
        self.caught(rooms.check_picture, "in another order")

    def test_no_picture(self):
        self.assertTrue(rooms.check_picture(self.root))


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
