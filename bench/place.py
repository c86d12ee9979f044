"""A town with so many conferences, and the two servers that serve it from one database file."""

import os
import secrets
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

BENCH = Path(__file__).resolve().parent
# Of whatever waits for the disk; script/bench slow loads a library before it.
WITH_DISK = {**os.environ, "LD_PRELOAD": os.environ.get("BENCH_PRELOAD", "")}


def wait_for(port, process):
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if process.poll() is not None:
                sys.exit(f"the server for port {port} has ended")
            time.sleep(0.1)
    sys.exit(f"nobody listens at {port}")


class Place:
    def __init__(self, build, size, ports):
        self.build, self.size, self.ports = build, size, ports
        self.folder = build.parent / "bench" / str(size)
        self.processes, self.pids = {}, {}

    def make(self):
        """Always anew: what is due is due today, and the acts of the run before are in the old one."""
        subprocess.run(["rm", "-rf", self.folder], check=True)
        self.folder.mkdir(parents=True)
        began = time.monotonic()
        self.init()
        print(f"  {self.size} conferences", flush=True)
        subprocess.run([self.build / "bench_town", self.folder, str(self.size)], check=True)
        megabytes = (self.folder / "data/radslag.db").stat().st_size / 1e6
        print(f"  {megabytes:.0f} MB, made in {time.monotonic() - began:.0f} s", flush=True)
        self.renew_sessions()

    def init(self):
        web = self.folder / "web"
        web.mkdir()
        (web / "index.html").write_text("<!doctype html><title>bench</title>")
        options = {
            "config": self.folder / "radslag.toml", "data": self.folder / "data",
            "keys": self.folder / "keys", "models": BENCH.parent / "models", "web": web,
            "port": next(iter(self.ports.values())), "organisation": "Lingonby", "country": "SE",
            "zone": "Europe/Stockholm", "language": "sv", "name": "Tove Hed",
            "mail": "tove@lingonby.example"}
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        said = subprocess.run([self.build / "radslag", "init", *words], capture_output=True,
                              text=True)
        if said.returncode != 0:
            sys.exit(said.stdout + said.stderr)
        config = self.folder / "radslag.toml"
        log = f'file = "{self.folder / "log.jsonl"}"'
        config.write_text(config.read_text().replace('file = ""', log))

    def renew_sessions(self):
        """As if everybody had just signed in."""
        now = time.time_ns() // 1000
        with sqlite3.connect(self.folder / "data/radslag.db") as db:
            db.execute("UPDATE session SET began_at = ?, seen_at = ?, until = ?",
                       (now, now, now + 12 * 3600 * 1_000_000))

    def serve(self, ours, peer):
        database = self.folder / "data/radslag.db"
        config = self.folder / "radslag.toml"
        self.start(ours, [self.build / "radslag", "serve", "--config", config])
        self.start(peer, ["node", self.build.parent / "bench/peer/server.js", database,
                          self.folder / "plan.json", str(self.ports[peer])])

    def start(self, who, command):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=WITH_DISK)
        self.processes[who], self.pids[who] = process, process.pid
        wait_for(self.ports[who], process)

    def stop(self):
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.wait(60)
