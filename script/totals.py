"""Sums the JUnit reports of all runners: what failed, then one line of totals."""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

LINES = 30  # of a failed test's output


def cases(report):
    """(name, what went wrong or None) of each test that ran; a skipped one did not."""
    for case in xml.parse(report).iter("testcase"):
        if case.find("skipped") is not None or case.get("status") in ("disabled", "notrun"):
            # CTest calls a test whose program was not built "notrun" too, but marks it a failure.
            if case.find("failure") is None:
                continue
        trouble = [e for e in (case.find("failure"), case.find("error")) if e is not None]
        if not trouble and case.get("status") != "fail":
            yield case.get("name"), None
            continue
        said = [e.text or e.get("message") or "" for e in [*trouble, *case.iter("system-out")]]
        yield case.get("name"), "\n".join(said)


def main(folder):
    passed = failed = 0
    for code in sorted(Path(folder).glob("*.exit")):
        report = code.with_suffix(".xml")
        results = list(cases(report)) if report.is_file() else []
        wrong = [(name, said) for name, said in results if said is not None]
        passed += len(results) - len(wrong)
        failed += len(wrong)
        for name, said in wrong:
            print(f"\nfailed: {code.stem}: {name}")
            print("\n".join(f"    {line}" for line in said.strip().splitlines()[-LINES:]))
        if not wrong and code.read_text().strip() != "0":
            failed += 1
            print(f"\nfailed: {code.stem}: the runner itself; see build/log/Test-{code.stem}.log")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
