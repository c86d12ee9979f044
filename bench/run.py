"""Measures side by side, and writes the table of bench/README.md. Called by script/bench.

run.py BUILD [slow | quick]
"""

import datetime
import http.client
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import machine
import table
from place import WITH_DISK, Place
from table import DISK, NGINX, OURS, PEER

ROOT = Path(__file__).resolve().parent.parent

# What is measured: its name, the file of its requests, clients at once, requests in a run.
READS = [("case", 8, 2500), ("desk", 8, 2500), ("list", 8, 2500)]
ACTS = [(1, 250), (8, 1000), (32, 2500)]


@dataclass
class Mode:
    """A way to call script/bench."""
    sizes: list
    runs: int = 7
    part: int = 1  # of the requests of a whole run
    reads: list = field(default_factory=lambda: READS)
    kept: bool = True  # in bench/README.md


MODES = {
    "": Mode([1000, 100_000]),
    "slow": Mode([1000], reads=[]),  # a slow disk says nothing of what is only read
    "quick": Mode([1000], runs=3, part=5, kept=False),
}


class Bench:
    def __init__(self, build, mode):
        self.build, self.mode = build, mode
        self.results = {}  # (size, what, who) → the runs

    def note(self, size, what, who, run):
        self.results.setdefault((size, what, who), []).append(run)

    def load(self, port, pid, requests, clients, count, start):
        """One run: CPU of the process for each request, and what the client saw."""
        count = max(count // self.mode.part, 50)
        before = machine.cpu(pid)
        said = subprocess.run([self.build / "bench_load", str(port), requests, str(clients),
                               str(count), str(start)], capture_output=True, text=True)
        used = machine.cpu(pid) - before
        if said.returncode != 0 or json.loads(said.stdout)["refused"]:
            sys.exit(f"{requests}: {said.stdout}{said.stderr}")
        told = json.loads(said.stdout)
        requests = told["requests"]
        return {"cpu": used / requests * 1e6, "rate": requests / told["seconds"],
                "bytes": told["bytes"] / requests, "p50": told["p50"], "p99": told["p99"]}

    def measure_reads(self, places, nth):
        for what, clients, count in self.mode.reads:
            # By turns, and the other way round every second time: what drifts hits all alike.
            turns = [(place, who) for place in places for who in (OURS, PEER)]
            for place, who in turns if nth % 2 == 0 else reversed(turns):
                port, pid = place.ports[who], place.pids[who]
                run = self.load(port, pid, place.folder / f"{what}.http", clients, count,
                                nth * count)
                self.note(place.size, what, who, run)

    def measure_acts(self, places, nth):
        for place in places:
            for clients, count in ACTS:
                for who in (OURS, PEER) if nth % 2 == 0 else (PEER, OURS):
                    run = self.load(place.ports[who], place.pids[who], place.folder / "act.http",
                                    clients, count, nth * count)
                    self.note(place.size, f"act {clients}", who, run)
            said = subprocess.run([self.build / "bench_disk", place.folder / "data" / "disk",
                                   "3" if self.mode.part == 1 else "1"], capture_output=True, text=True,
                                  check=True, env=WITH_DISK)
            disk = json.loads(said.stdout)
            self.note(place.size, "disk over", DISK, {"rate": disk["over"]})
            self.note(place.size, "disk appended", DISK, {"rate": disk["appended"]})

    def measure_hello(self, hello, nth):
        self.note(0, "hello", NGINX, self.load(hello.port, hello.pid, hello.requests, 8, 20_000, 0))

    def run(self):
        places = [Place(self.build, size, {OURS: 8401 + 10 * nth, PEER: 8402 + 10 * nth})
                  for nth, size in enumerate(self.mode.sizes)]
        load_before = os.getloadavg()
        try:
            for place in places:
                place.make()
                place.serve(OURS, PEER)
                compare(place)
            hello = machine.Hello(self.build, 8409)
            places.append(hello)
            towns = places[:-1]
            for nth in range(-1, self.mode.runs):
                if nth == 0:
                    self.results = {}  # the one before was for warming up
                print(f"  run {nth + 1} of {self.mode.runs}" if nth >= 0 else "  warming up", flush=True)
                self.measure_hello(hello, max(nth, 0))
                self.measure_reads(towns, max(nth, 0))
                self.measure_acts(towns, max(nth, 0))
        finally:
            for place in places:
                place.stop()
        return load_before


def ask(port, request):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    head, body = request.split(b"\r\n\r\n", 1)
    lines = head.decode().split("\r\n")
    method, target, _ = lines[0].split(" ")
    headers = dict(line.split(": ", 1) for line in lines[1:])
    connection.request(method, target, body or None, headers)
    answer = connection.getresponse()
    told = answer.read()
    connection.close()
    if answer.status != 200:
        sys.exit(f"{method} {target}: {answer.status} {told[:400]}")
    return told


def requests_in(file):
    with open(file, "rb") as lines:
        while number := lines.readline():
            yield lines.read(int(number))


def compare(place):
    """Refuses to measure answers that are not the same, byte for byte."""
    for what, _, _ in READS:
        for request in requests_in(place.folder / f"{what}.http"):
            ours, theirs = (ask(place.ports[who], request) for who in (OURS, PEER))
            if ours != theirs:
                sys.exit(f"Not the same answer, so nothing is measured:\n{request.decode()}\n"
                         f"{ours[:2000]}\n{theirs[:2000]}")
    # An act counts the case's version up: what both tell but for that number.
    for nth, request in enumerate(requests_in(place.folder / "act.http")):
        ids = (f"{kind}{nth:025d}".encode() for kind in ("1", "2"))
        ours, theirs = (
            re.sub(rb'"version":\d+', b"", ask(place.ports[who], request.replace(b"0" * 26, one)))
            for who, one in zip((OURS, PEER), ids))
        if ours != theirs:
            sys.exit(f"Not the same answer to an act:\n{ours}\n{theirs}")
        if nth == 20:
            break


def main(build, name):
    sys.stdout.reconfigure(line_buffering=True)
    began = time.monotonic()
    bench = Bench(Path(build).resolve(), MODES[name])
    load = bench.run()
    command = f"script/bench {name}".strip()
    told = table.write(bench.results, bench.mode, machine.described(load), command,
                       datetime.date.today().isoformat())
    print(told)
    if bench.mode.kept:
        table.put_into(ROOT / "bench/README.md", command, told)
    print(f"{(time.monotonic() - began) / 60:.0f} minutes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
