"""Comes to every day of docs/retention.md by itself, from that page and the rules' files alone, and compares.

recompute.py PROGRAM SOURCE [HOW MANY [SEED]]: PROGRAM tells made-up cases and its own days (lives.cpp).
"""

import calendar
import collections
import datetime as dt
import json
import subprocess
import sys
import tomllib
import zoneinfo
from pathlib import Path

TABLES = {
    "case_papers": ["paper"],
    "referral": ["referral", "description"],
    "plan": ["plan", "offer", "action", "clarification", "ending_answer", "review", "report"],
    "accounts": ["account"],
    "meetings": ["question", "agreement", "purpose", "own_words", "prepared", "invitation", "meeting", "seat",
                 "absence"],
    "consents": ["consent"],
    "safety_notes": ["safety_note"],
    "contact_data": ["contact"],
    "questionnaires": ["answers", "free_words"],
}
LEANING = {  # the part → those that must go before it
    "people": ["referral", "plan", "accounts", "meetings", "consents", "safety_notes", "contact_data"],
    "meetings": ["plan", "accounts"],
}
REACHING = [("invitation", "person"), ("prepared", "person"), ("own_words", "person"), ("seat", "person"),
            ("account", "person"), ("consent", "person"), ("speaks", "guardian"), ("decision", "by"), ("action", "owner")]
DAY = dt.timedelta(days=1)
SEEN = collections.Counter()


def day(text):
    return dt.date.fromisoformat(text) if text else None


def plus(start, period):
    number, unit = period.split()
    number = int(number)
    if unit.startswith(("day", "week")):
        return start + dt.timedelta(days=number * (7 if unit.startswith("week") else 1))
    months = number * (12 if unit.startswith("year") else 1) + start.month - 1
    year, month = start.year + months // 12, months % 12 + 1
    return dt.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def moved(date, then):
    if then == "end_of_year":
        return dt.date(date.year, 12, 31)
    if then == "end_of_month":
        return date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date


class Case:
    def __init__(self, told, functions):
        self.told = told
        self.zone = zoneinfo.ZoneInfo(told["zone"])
        self.today = day(told["today"])
        self.tables = told["tables"]
        self.functions = functions

    def local(self, micros):
        moment = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc) + dt.timedelta(microseconds=micros)
        return moment.astimezone(self.zone).date()

    def is_main(self, person):
        return self.functions[person["role"]] == "main_person"

    def clocks(self):
        entries = [self.local(h["at"]) for h in self.told["happenings"] if h["staff"]]
        conference = self.tables["conference"][0]
        over = conference["status"] in ("stopped", "closed")
        end = self.local(conference["status_since"]) if over else None
        met = [self.local(m["ended_at"]) for m in self.tables["meeting"]
               if m["opened_at"] is not None and m["ended_at"] is not None]
        return {"last_entry": max(entries, default=None), "case_end": end, "meeting_end": max(met, default=end)}

    def births(self):
        return [day(p["born"]) for p in self.tables["person"] if self.is_main(p) and p["taken_off_at"] is None]

    def never_contacted(self):
        reached = {row[column] for table, column in REACHING for row in self.tables[table]}
        for happening in self.told["happenings"]:
            reached |= {happening["by"], happening["for_whom"]}
        return [p for p in self.tables["person"] if p["staff"] is None and p["id"] not in reached
                and self.functions[p["role"]] == "network"]

    def kinds(self):
        there = [kind for kind, tables in TABLES.items() if any(self.tables[t] for t in tables)]
        others = [p for p in self.tables["person"] if not self.is_main(p) and p["staff"] is None]
        if others or self.tables["speaks"] or self.tables["decision"]:
            there.append("people")
        if any(h["wrote"] for h in self.told["happenings"]):
            there.append("trail")
        return there + ["frame"]


class Rule:
    def __init__(self, said, place, clocks, births):
        self.said, self.place = said, place
        self.begins, self.ends = day(said["from"]), day(said.get("until"))
        days = said.get("born_on")
        known = [b for b in births if b]
        self.applies = not (said["starts"] == "birth" and not births)
        self.unsure = False
        if days and not any(b.day in days for b in known):
            self.applies = self.applies and len(known) < len(births)
            self.unsure = True
        if said["starts"] == "birth":
            self.unsure = self.unsure or len(known) < len(births)
            self.start = None if self.unsure else max(known, default=None)
        else:
            self.start = clocks[said["starts"]]

    def in_force(self, on):
        if self.said.get("governs") == "what_began_then" and self.start:
            on = self.start
        return self.begins <= on and (self.ends is None or on <= self.ends)

    def answer(self):
        if self.unsure:
            return "unknown"
        if self.start is None:
            return "not_begun"
        if self.said["period"] == "for ever":
            return "forever"
        return moved(plus(self.start, self.said["period"]), self.said.get("then"))


def on_day(rules, on):
    """State, longest day and whether its rule wants it gone by the end of the next year."""
    answers = [(rule, rule.answer()) for rule in rules if rule.in_force(on)]
    if not answers:
        return "no_rule", None, None
    for state in ("not_begun", "unknown", "forever"):
        if any(answer == state for _, answer in answers):
            return state, None, None
    longest = max(answer for _, answer in answers)
    rule = min((r for r, answer in answers if answer == longest), key=lambda r: r.place)
    return "until", longest, rule.said.get("gone_by")


def kept(table, kind, clocks, births, today):
    rules = [Rule(said, place, clocks, births) for place, said in enumerate(table["rule"])
             if kind in said["kinds"] and not said.get("awaited")]
    changes = {r.begins for r in rules} | {r.ends + DAY for r in rules if r.ends}
    rules = [r for r in rules if r.applies]
    laws = [today] + sorted(c for c in changes if c > today)
    for law, next_law in zip(laws, laws[1:] + [None]):
        state, longest, gone_by = on_day(rules, law)
        if state in ("not_begun", "unknown"):
            return state, None, None
        if state != "until":
            continue
        free = max(law, longest + DAY)
        if next_law and free >= next_law:
            continue
        until = longest if free == today else free - DAY
        SEEN["a later law decides"] += law != today
        return state, until, dt.date(until.year + 1, 12, 31) if gone_by else None
    return state, None, None


def answers(case, table):
    clocks, births = case.clocks(), case.births()
    told = {(kind, ""): kept(table, kind, clocks, births, case.today) for kind in case.kinds()}
    for person in case.never_contacted():
        own = clocks | {"named": case.local(person["named_at"])}
        told["never_contacted", person["id"]] = kept(table, "never_contacted", own, births, case.today)
    return told


def leaves(told, key):
    """The last day on which the part and all that leans on it is kept; None: no day can be told."""
    kind, person = key
    wanted = list(told) if kind == "frame" else [k for k in told if k[0] in LEANING.get(kind, [])] if not person else []
    untils = [told[k][1] if told[k][0] == "until" else None for k in [key, *wanted]]
    return None if None in untils else max(untils)


def compare(case, table):
    """Each difference as a text."""
    said = case.told["answers"]
    theirs = {(k["kind"], k["person"]): (k["state"], day(k["until"]), day(k["gone_by"])) for k in said["kept"]}
    ours = answers(case, table)
    for key in theirs.keys() | ours.keys():
        if theirs.get(key) != ours.get(key):
            yield f"{key}: the program says {theirs.get(key)}, the page {ours.get(key)}"
    last = {key: leaves(ours, key) for key in ours}
    due = {key for key, date in last.items() if date and date < case.today}
    if due != {(k["kind"], k["person"]) for k in said["due"]}:
        yield f"due: the page says {due}"
    if said["whole"] != (("frame", "") in due):
        yield "whole"
    first = min((date + DAY for date in last.values() if date), default=None)
    if day(said["next"]) != first:
        yield f"next: the program says {said['next']}, the page {first}"


def main(program, source, many="500", seed="20261127"):
    source = Path(source)
    tables = {}
    for file in [*source.glob("retention/??.toml"), *source.glob("tests/retention/tables/??.toml")]:
        table = tomllib.loads(file.read_text())
        tables[table["country"]] = table
    models = {f"{m.parent.parent.name}/{m.parent.name}": {r["id"]: r["is"] for r in tomllib.loads(m.read_text())["role"]}
              for m in source.glob("models/*/*/model.toml")}
    lines = subprocess.run([program, source, many, seed], check=True, capture_output=True, text=True).stdout.splitlines()
    differences, dates, seen = 0, 0, SEEN
    for number, line in enumerate(lines):
        told = json.loads(line)
        case = Case(told, models[told["model"]])
        for difference in compare(case, tables[told["country"]]):
            differences += 1
            print(f"case {number} ({told['country']}, {told['today']}): {difference}")
        for one in told["answers"]["kept"]:
            dates += one["until"] is not None
            seen[one["state"]] += 1
        seen["leap days"] += any(d and d.month == 2 and d.day == 29 for d in [*case.births(), *case.clocks().values()])
        seen["due"] += bool(told["answers"]["due"])
        seen["whole"] += told["answers"]["whole"]
        seen["several main persons"] += len(case.births()) > 1
    print(f"{len(lines)} cases, {dates} dates, {differences} differences;",
          ", ".join(f"{what}: {count}" for what, count in sorted(seen.items())))
    few = [what for what in ("until", "forever", "not_begun", "unknown", "no_rule", "leap days", "due", "whole",
                             "several main persons", "a later law decides") if seen[what] < 10]
    if few or len(lines) != int(many):
        print(f"too few of {few} to mean anything")
    return 1 if differences or few or len(lines) != int(many) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
