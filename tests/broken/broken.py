"""Makes each mistake of broken.toml in the source, one at a time, and asks its test.

    broken.py build/dev               all of them; exit 1 when one is not noticed
    broken.py build/dev erasure       those whose line begins so
    broken.py build/dev --look        whether each place and each test is still there; changes nothing

The file is written back whatever happens, and compiled again at the end. A mistake that does not
compile, a test that did not run, or one that fails without it, counts as not noticed.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).with_name("broken.toml")
SOME_FAILED = 8  # what CTest ends with then, and only then


@dataclass
class Mistake:
    what: str
    file: str  # from the project's root
    stands: str
    wrong: str
    test: str  # its name in CTest

    @property
    def path(self):
        return ROOT / self.file


class Tests:
    """The tests of a build folder, and the programs that they run."""

    def __init__(self, build):
        self.build = build
        told = self._ctest("--show-only=json-v1", capture_output=True, text=True)
        self._of = {one["name"]: one.get("command", []) for one in json.loads(told.stdout)["tests"]}

    def has(self, name):
        return name in self._of

    def compile(self, names):
        programs = {Path(word).name for name in names for word in self._of[name]
                    if Path(word).is_relative_to(self.build.resolve())}
        built = subprocess.run(["cmake", "--build", str(self.build), "--target", *sorted(programs)],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return built.returncode == 0

    def run(self, names):
        """"passed" or "failed", or "none": then none of that name was there to run."""
        pattern = "|".join(re.escape(name) for name in names)
        ran = self._ctest("-R", f"^({pattern})$", "-j2", "--no-tests=error",
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return {0: "passed", SOME_FAILED: "failed"}.get(ran.returncode, "none")

    def _ctest(self, *words, **how):
        return subprocess.run(["ctest", "--test-dir", str(self.build), *words], **how)


def read():
    with LIST.open("rb") as file:
        return [Mistake(**one) for one in tomllib.load(file)["mistake"]]


def out_of_date(mistakes, tests):
    for one in mistakes:
        count = one.path.read_text().count(one.stands) if one.path.exists() else 0
        if count != 1:
            yield f"{one.what}: stands {count} times in {one.file}, not once: {one.stands.strip()}"
        if not tests.has(one.test):
            yield f"{one.what}: there is no test {one.test}"


def notices(one, tests):
    """What came of it, in words."""
    before = one.path.read_text()
    try:
        one.path.write_text(before.replace(one.stands, one.wrong))
        if not tests.compile([one.test]):
            return "does not compile"
        return {"passed": "NOT NOTICED", "failed": "noticed", "none": "did not run"}[
            tests.run([one.test])]
    finally:
        one.path.write_text(before)


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("build", type=Path)
    words.add_argument("only", nargs="?", default="")
    words.add_argument("--look", action="store_true")
    asked = words.parse_args()

    tests = Tests(asked.build)
    mistakes = [one for one in read() if one.what.startswith(asked.only)]
    trouble = list(out_of_date(mistakes, tests)) or ([] if mistakes else ["no such mistake"])
    if trouble or asked.look:
        print("\n".join(trouble) or f"{len(mistakes)} mistakes, each with its place and its test")
        return bool(trouble)

    names = sorted({one.test for one in mistakes})
    if not tests.compile(names) or tests.run(names) != "passed":
        print("These tests do not pass as it is: " + ", ".join(names))
        return 1
    missed = 0
    try:
        for one in mistakes:
            came = notices(one, tests)
            missed += came != "noticed"
            print(f"{came:16}  {one.what}  ({one.test})", flush=True)
    finally:
        tests.compile(names)
    print(f"{len(mistakes)} mistakes, {len(mistakes) - missed} noticed")
    return missed > 0


if __name__ == "__main__":
    sys.exit(main())
