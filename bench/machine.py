"""The machine: the CPU that a process has used, what runs here, and nginx for the floor."""

import os
import platform
import re
import subprocess
from pathlib import Path

from place import wait_for

PEER = Path(__file__).resolve().parent / "peer"
NGINX = "bench/nginx/debian/usr/sbin/nginx"  # below build/


def cpu(pid):
    """Seconds, user and system, of all threads of the process."""
    total = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        try:
            total += int((thread / "schedstat").read_text().split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
    return total / 1e9


def first_line(*command):
    said = subprocess.run(command, capture_output=True, text=True)
    return (said.stdout + said.stderr).strip().split("\n")[0]


def npm_version(build, package):
    text = (build / f"bench/peer/node_modules/{package}/package.json").read_text()
    return re.search(r'"version": "([^"]+)"', text).group(1)


def described(load_before):
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    build = PEER.parent.parent / "build"
    commit = first_line("git", "-C", str(PEER), "rev-parse", "--short", "HEAD")
    changed = first_line("git", "-C", str(PEER), "status", "--porcelain", "--untracked-files=no")
    load = ", ".join(f"{one:.1f}" for one in load_before)
    return {
        "Radslag": commit + (" with changes" if changed else ""),
        "machine": f"{os.cpu_count()} cores, {model.group(1) if model else platform.machine()}",
        "load before": f"{load} (1, 5 and 15 minutes)",
        "load after": ", ".join(f"{one:.1f}" for one in os.getloadavg()),
        "system": f"Linux {platform.release()}",
        "peer": f"Node {first_line('node', '--version')[1:]}, " + ", ".join(
            f"{name} {npm_version(build, name)}" for name in ("fastify", "better-sqlite3")),
        "nginx": first_line(str(build / NGINX), "-v").split("/")[-1],
    }


class Hello:
    def __init__(self, build, port):
        self.port = port
        folder = build.parent / "bench/nginx"
        (folder / "hello").mkdir(parents=True, exist_ok=True)
        (folder / "hello/hello.txt").write_text("hello\n")
        text = (PEER / "nginx.conf").read_text()
        (folder / "nginx.conf").write_text(
            text.replace("FOLDER", str(folder)).replace("PORT", str(port)))
        request = "GET /hello.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        self.requests = folder / "hello.http"
        self.requests.write_bytes(f"{len(request)}\n{request}".encode())
        self.process = subprocess.Popen([build.parent / NGINX, "-e", folder / "nginx.log", "-c",
                                         folder / "nginx.conf"])
        wait_for(port, self.process)
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        self.pid = int(Path(children).read_text().split()[0])  # the one worker

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
