"""The totals that close script/test: nothing that went wrong may be left out of them."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOTALS = Path(__file__).parents[2] / "script/totals.py"

PASSED = '<testcase name="a" status="run"><system-out>fine</system-out></testcase>'
FAILED = ('<testcase name="b" status="fail"><failure message=""/>'
          "<system-out>why</system-out></testcase>")
SKIPPED = ('<testcase name="c" status="notrun"><skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>'
           "</testcase>")
NOT_BUILT = ('<testcase name="d_NOT_BUILT" status="notrun">'
             '<skipped message="Unable to find executable"/></testcase>')
DISABLED = '<testcase name="e" status="disabled"/>'


class Totals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def runner(self, name, code, *cases):
        (self.folder / f"{name}.exit").write_text(f"{code}\n")
        (self.folder / f"{name}.xml").write_text(f"<testsuite>{''.join(cases)}</testsuite>")

    def closes_with(self, line, code):
        ran = subprocess.run([sys.executable, "-B", TOTALS, self.folder],
                             capture_output=True, text=True)
        self.assertEqual((ran.stdout.splitlines()[-1], ran.returncode), (line, code), ran.stdout)
        return ran.stdout

    def test_all_runners_are_summed(self):
        self.runner("cpp", 0, PASSED, PASSED)
        self.runner("web", 0, PASSED)
        self.closes_with("3 passed, 0 failed", 0)

    def test_a_failure_is_shown_with_what_it_said(self):
        self.runner("cpp", 8, PASSED, FAILED)
        shown = self.closes_with("1 passed, 1 failed", 1)
        self.assertIn("failed: cpp: b\n", shown)
        self.assertIn("why", shown)

    def test_nothing_ran(self):
        self.closes_with("0 passed, 0 failed", 1)

    def test_only_skipped_ones(self):
        self.runner("cpp", 0, SKIPPED, DISABLED)
        self.assertIn("skipped: cpp: c", self.closes_with("0 passed, 0 failed", 1))

    def test_a_program_that_was_not_built(self):
        self.runner("cpp", 8, PASSED, NOT_BUILT)
        self.closes_with("1 passed, 1 failed", 1)

    def test_a_runner_that_fails_without_a_failed_test(self):
        self.runner("web", 1, PASSED)
        self.closes_with("1 passed, 1 failed", 1)

    def test_a_runner_without_a_report(self):
        (self.folder / "web.exit").write_text("127\n")
        self.closes_with("0 passed, 1 failed", 1)

    def test_a_report_that_broke_off(self):
        self.runner("cpp", 0, PASSED)
        (self.folder / "web.exit").write_text("0\n")
        (self.folder / "web.xml").write_text("<testsuite><testcase")
        self.closes_with("1 passed, 1 failed", 1)

    def test_the_words_of_vitest_and_playwright(self):
        self.runner("web", 1, '<testcase name="a"/>',
                    '<testcase name="b"><failure>no</failure></testcase>',
                    '<testcase name="c"><skipped/></testcase>',
                    '<testcase name="d"><error/></testcase>')
        self.closes_with("1 passed, 2 failed", 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)
