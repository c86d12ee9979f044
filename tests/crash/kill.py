"""Kills a real server, again and again, in the middle of its work, and looks what is left.

    kill.py PROGRAM --kills 200 --seed 1

`radslag init` and `radslag serve` on loopback; several people open cases, name persons and invite
colleagues as fast as they are answered. At a moment drawn from the seed the process is killed
(SIGKILL); some are killed while they start. It is started again on the same file. Then:

- lost: an act that was answered and is not there, or is not answered in the same way when it is
  sent again;
- half: rows that do not fit what the happenings say (every case's tables are made anew from its
  happenings and compared), or an act of which a part is there;
- twice: an act that was sent again, answered before or not, and is now there twice;
- trail bent: `radslag audit verify` finds a row or an entry that is not as it was written.

All of them are to be 0. The tables are read with Python's SQLite, not with the program's code.
"""

import argparse
import itertools
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.client import HTTPException
from pathlib import Path

import tables

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "script"))
from visitor import No, Visitor, fresh_id, init, wait_until_it_listens  # noqa: E402

PEOPLE = 6
PLACES = 6  # people named in a case: fewer than the model lets into the role
AFTER_MOST = 0.35  # seconds of work before a kill
IN_A_TOWN = 50  # kills; then another one, since after each of them everything in it is looked at


class Sent:
    """An act as it was sent. Its word is in no other act: what is found by it is the act's."""

    def __init__(self, who, kind, path, fields, word):
        self.who, self.kind, self.path, self.word = who, kind, path, word
        self.body = {"id": fresh_id(), "fields": fields}
        self.answer = None

    def send(self):
        self.answer = self.who.ask("POST", self.path, self.body)

    def again(self):
        """Sent again: answered, and in the same way as before."""
        now = self.who.ask("POST", self.path, self.body)
        same = ("case_id", "about", "happened")
        before, self.answer = self.answer, now
        return before is None or all(before[key] == now[key] for key in same)


class Town:
    def __init__(self, program, place, kills, seed):
        self.program, self.place, self.kills = program, place, kills
        self.chance = random.Random(seed)
        self.numbers = itertools.count(1)
        self.server = None
        self.sent, self.trouble = [], []
        self.lock = threading.Lock()

    # ---- the server ----

    def start(self):
        with open(f"{self.place}/told.txt", "ab") as told:
            self.server = subprocess.Popen(
                [self.program, "serve", "--config", f"{self.place}/radslag.toml"], stderr=told)

    def kill(self):
        self.server.kill()
        self.server.wait()

    def come_up(self):
        self.start()
        wait_until_it_listens(self.port, self.server)

    # ---- the people ----

    def settle(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        web = Path(self.place, "web")
        web.mkdir()
        (web / "index.html").write_text("<!doctype html>")
        mail, invitation = init(self.program, self.place, self.port, web=web, models=ROOT / "models",
                                retention=ROOT / "retention")
        self.come_up()
        self.head = Visitor(self.program, self.port)
        self.head.enter(mail, invitation)
        self.people = []
        for number in range(PEOPLE):
            address = f"colleague{number}@sjovik.example"
            invited = self.head.act("/api/acts/invite_staff", name=f"Colleague {number}",
                                    mail=address, offices=["coordinator", "case_worker"])
            self.people.append(Visitor(self.program, self.port))
            self.people[-1].enter(address, invited["secret"])
        self.learn()

    def learn(self):
        """How a case begins here, and in which role somebody can be named, asked as a form does."""
        who = self.people[0]
        desk = who.ask("GET", "/api/desk")
        begin = next(can for can in desk["can"] if can["act"] == "open_case")
        self.intake = next(c["options"] for c in begin["choices"]
                           if c["field"] == "intake")[0]["value"]
        case = self.begin(who)
        case.send()
        self.case = case.answer["case_id"]
        can = who.ask("GET", f"/api/cases/{self.case}")["can"]
        naming = next(one for one in can if one["act"] == "name_person")
        roles = next(c["options"] for c in naming["choices"] if c["field"] == "role")
        for role in reversed(roles):
            self.role = role["value"]
            try:
                return self.name(who, self.case).send()
            except No:
                continue
        sys.exit("nobody can be named in a new case")

    def begin(self, who):
        word = f"Family-{next(self.numbers)}-"
        return Sent(who, "open_case", "/api/acts/open_case",
                    {"intake": self.intake, "name": word, "asked": "By telephone.",
                     "contact_person": "Rut Ås"}, word)

    def name(self, who, case):
        word = f"Person-{next(self.numbers)}-"
        return Sent(who, "name_person", f"/api/cases/{case}/acts/name_person",
                    {"role": self.role, "name": word}, word)

    def invite(self):
        word = f"new{next(self.numbers)}@sjovik.example"
        return Sent(self.head, "invite_staff", "/api/acts/invite_staff",
                    {"name": "Somebody New", "mail": word, "offices": ["case_worker"]}, word)

    def work(self, who, chance, places):
        """Until the server is gone. A case has places for as many as are named in it."""
        while True:
            if chance.random() < 0.1:
                act = self.invite()
            elif not places or chance.random() < 0.4:
                act = self.begin(who)
            else:
                act = self.name(who, places.pop(chance.randrange(len(places))))
            with self.lock:
                self.sent.append(act)
            try:
                act.send()
            except No as no:
                with self.lock:
                    self.trouble.append(f"{act.kind} while serving: {no}")
                return
            except (OSError, ValueError, HTTPException):
                return
            if act.kind == "open_case":
                places += [act.answer["case_id"]] * PLACES

    # ---- a kill ----

    def one_kill(self, number):
        self.sent = []
        if number % 10 == 9:  # while it starts
            self.kill()
            self.start()
            time.sleep(self.chance.random() * 0.3)
            self.kill()
            self.come_up()
        threads = [threading.Thread(target=self.work, args=(
            who, random.Random(self.chance.random()), [])) for who in self.people]
        for thread in threads:
            thread.start()
        time.sleep(self.chance.random() * AFTER_MOST)
        self.kill()
        for thread in threads:
            thread.join()

    def look(self, tally, earlier):
        answered = [act for act in self.sent if act.answer is not None]
        tally["answered"] += len(answered)
        tally["unanswered"] += len(self.sent) - len(answered)
        for act in self.sent:
            there = tables.there(self.place, act)
            tally["lost"] += act.answer is not None and there != "whole"
            tally["half"] += there == "half"
            tally["found unanswered"] += act.answer is None and there == "whole"
        tally["half"] += len(tables.not_as_told(self.place))
        tally["trail bent"] += not self.trail_holds()
        for act in self.sent + earlier:
            before = act.answer
            try:
                same = act.again()
            except No as no:
                self.trouble.append(f"{act.kind} sent again: {no}")
                same = False
            tally["lost"] += before is not None and not same
            tally["sent again"] += 1
            tally["twice"] += tables.count(self.place, act) > 1
            tally["half"] += tables.there(self.place, act) != "whole"
        return answered

    def trail_holds(self):
        told = subprocess.run([self.program, "audit", "verify", "--config",
                               f"{self.place}/radslag.toml"], capture_output=True, text=True)
        if told.returncode != 0:
            self.trouble.append(told.stdout + told.stderr)
        return told.returncode == 0

    def live(self):
        tally = dict.fromkeys(["kills", "answered", "unanswered", "found unanswered", "sent again",
                               "lost", "half", "twice", "trail bent"], 0)
        self.settle()
        everything = []
        for number in range(self.kills):
            self.one_kill(number)
            tally["kills"] += 1
            self.come_up()
            earlier = self.chance.sample(everything, min(10, len(everything)))
            everything += self.look(tally, earlier)
            if self.trouble:
                break
        self.kill()
        self.come_up()
        tally["lost"] += sum(tables.there(self.place, act) != "whole" for act in everything)
        return tally


def in_one_town(program, kills, seed):
    """What came of it, counted, and what there is to say."""
    with tempfile.TemporaryDirectory() as place:
        town = Town(program, place, kills, seed)
        try:
            tally = town.live()
        finally:
            if town.server is not None:
                town.kill()
        told = Path(place, "told.txt").read_text()[-2000:]
    return Counter(tally), [*town.trouble[:10], told] if town.trouble else []


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    tally, trouble = Counter(), []
    while tally["kills"] < said.kills and not trouble:
        kills = min(IN_A_TOWN, said.kills - tally["kills"])
        came, trouble = in_one_town(os.path.abspath(said.program), kills,
                                    f"{said.seed}, after {tally['kills']}")
        tally.update(came)
    print(f"seed {said.seed}")
    for what, count in tally.items():
        print(f"  {what:<18} {count:>8}")
    if trouble:
        print("\n".join(trouble))
    bad = trouble or tally["lost"] or tally["half"] or tally["twice"] or tally["trail bent"]
    return 1 if bad or tally["answered"] == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
