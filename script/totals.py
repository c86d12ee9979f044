"""Sums the JUnit reports of all runners: what failed, then one line of totals.

A folder holds NAME.exit (the runner's exit code) and NAME.xml (its report) for each runner.
"""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

LINES = 30  # of a failed test's output


def verdict(case):
    """"passed", "failed" or "skipped"."""
    skipped = case.find("skipped")
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    if case.get("status") == "notrun":
        # CTest's word for a test that skipped itself and for one whose program was never built.
        itself = skipped is not None and skipped.get("message", "").startswith("SKIP_")
        return "skipped" if itself else "failed"
    if skipped is not None or case.get("status") == "disabled":
        return "skipped"
    return "failed" if case.get("status") == "fail" else "passed"


def said(case):
    parts = [e.text or e.get("message") or "" for e in case.iter()
             if e.tag in ("failure", "error", "skipped", "system-out")]
    return "\n".join(parts).strip().splitlines()[-LINES:]


def cases(report):
    try:
        return list(xml.parse(report).iter("testcase"))
    except (OSError, xml.ParseError):
        return []


def main(folder):
    total = {"passed": 0, "failed": 0, "skipped": 0}
    for code in sorted(Path(folder).glob("*.exit")):
        failed_before = total["failed"]
        ran = cases(code.with_suffix(".xml"))
        for case in ran:
            result = verdict(case)
            total[result] += 1
            if result != "passed":
                print(f"{result}: {code.stem}: {case.get('name')}")
            if result == "failed":
                print("\n".join(f"    {line}" for line in said(case)))
        if total["failed"] == failed_before and (not ran or code.read_text().strip() != "0"):
            total["failed"] += 1
            print(f"failed: {code.stem}: the runner itself; see build/log/Test-{code.stem}.log")
    print(f"{total['passed']} passed, {total['failed']} failed")
    return 0 if total["passed"] and not total["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
