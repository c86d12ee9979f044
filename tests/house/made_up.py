"""A made-up house in a temporary folder, for the tests of the checks."""

import tempfile
import unittest
from pathlib import Path

import rooms

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
