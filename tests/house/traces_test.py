"""The checks of web/ and of traces against made-up trees."""

import unittest

import browser
import traces
from made_up import Tree


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
