#!/usr/bin/env python3
"""conformance.py against made-up trees."""
import pathlib
import tempfile
import unittest

import conformance

REQUIREMENTS = """
[[requirement]]
id = "A1"
strength = ["hard"]
statement = "First."
[[requirement]]
id = "A2"
strength = ["offer"]
statement = "Second."
"""
SHOWN = "Scene: One\nshows A1, A2\nThen it is done\nScene: Two\nrefuses A1\nThen it is refused: x\n"


class Conformance(unittest.TestCase):
    def make(self, scenes, reasons=""):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "models/m/1/scenes").mkdir(parents=True)
            (root / "tests/scenes").mkdir(parents=True)
            (root / "models/requirements.toml").write_text(REQUIREMENTS)
            (root / "models/m/1/scenes/a.scene").write_text(scenes)
            (root / "tests/scenes/open.toml").write_text(reasons)
            return conformance.make(root)

    def complaint(self, scenes, reasons=""):
        return " ".join(self.make(scenes, reasons)[1])

    def test_all_shown(self):
        page, wrong = self.make(SHOWN)
        self.assertEqual(wrong, [])
        self.assertIn("- refused: [Two](../models/m/1/scenes/a.scene#L4)", page)
        self.assertIn("2 statements, 2 of them", page)

    def test_neither_shown_nor_open(self):
        self.assertIn("A1: no scene shows it (refused)", self.complaint("Scene: One\nshows A1, A2\n"))

    def test_open_with_a_reason(self):
        reasons = '[[open]]\nids = ["A1"]\nway = "refused"\nreason = "Waits."\n'
        page, wrong = self.make("Scene: One\nshows A1, A2\n", reasons)
        self.assertEqual(wrong, [])
        self.assertIn("- **open** (refused): Waits.", page)

    def test_open_and_shown(self):
        reasons = '[[open]]\nids = ["A1"]\nway = "all"\nreason = "Waits."\n'
        self.assertIn("A1 (allowed) is shown by a scene", self.complaint(SHOWN, reasons))

    def test_open_in_part(self):
        reasons = '[[open]]\nids = ["A1"]\nway = "part"\nreason = "The bell waits."\n'
        page, wrong = self.make(SHOWN, reasons)
        self.assertEqual(wrong, [])
        self.assertIn("- **open in part**: The bell waits.", page)
        self.assertIn("no scene shows the other part", self.complaint("Scene: One\nshows A2\n", reasons))

    def test_unknown_ids(self):
        self.assertIn("a.scene:1: there is no statement A9", self.complaint("Scene: One\nshows A9\n"))
        reasons = '[[open]]\nids = ["A9"]\nway = "all"\nreason = "Waits."\n'
        self.assertIn("open.toml: there is no statement A9", self.complaint(SHOWN, reasons))

    def test_no_group(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "models").mkdir()
            (root / "tests/scenes").mkdir(parents=True)
            (root / "models/requirements.toml").write_text(REQUIREMENTS.replace("A2", "QQ2"))
            (root / "tests/scenes/open.toml").write_text("")
            self.assertIn("QQ2: no group of the page has it", " ".join(conformance.make(root)[1]))

    def test_says_refused_and_refuses_nothing(self):
        scenes = "Scene: One\nshows A1, A2\nrefuses A1\nThen it is done\n"
        self.assertIn("refuses nothing", self.complaint(scenes))

    def test_tells_no_statement(self):
        self.assertIn("tells no statement", self.complaint(SHOWN + "Scene: Three\nThen it is done\n"))


if __name__ == "__main__":
    unittest.main()
