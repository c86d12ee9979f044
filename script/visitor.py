"""A server of its own and people who are signed in to it, for scripts: nothing but what a browser
does."""

import json
import re
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request

PASSWORD = "en stilla sommarkväll"
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


class No(Exception):
    """The server said no, in words."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status, self.body = status, body


class Visitor:
    """One person signed in: the cookie and the word against forged requests."""

    def __init__(self, program, port):
        self.program, self.address = program, f"http://127.0.0.1:{port}"
        self.cookie = self.csrf = ""

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/json", "Accept-Language": "en"}
        headers |= {"Cookie": self.cookie} if self.cookie else {}
        headers |= {"X-CSRF": self.csrf} if self.csrf else {}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.cookie = (answer.headers.get("Set-Cookie") or self.cookie).split(";")[0]
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            raise No(error.code, error.read().decode()) from error

    def enter(self, mail, invitation):
        person = {"mail": mail, "invitation": invitation, "password": PASSWORD}
        secret = self.ask("POST", "/api/accept", person)["secret"]
        self.sign_in(mail, secret)
        return secret

    def sign_in(self, mail, secret):
        code = run(self.program, "code", secret).strip()
        me = self.ask("POST", "/api/sign-in", {"mail": mail, "password": PASSWORD, "code": code})
        self.csrf = me["csrf"]

    def act(self, path, **fields):
        return self.ask("POST", path, {"id": fresh_id(), "fields": fields})


def fresh_id():
    return "".join(secrets.choice(LETTERS) for _ in range(26))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def init(program, place, port, **more):
    """An installation in a folder; the administrator's mail and invitation."""
    options = {"config": f"{place}/radslag.toml", "data": f"{place}/data", "keys": f"{place}/keys",
               "port": port, "organisation": "Sjövik", "country": "SE",
               "zone": "Europe/Stockholm", "language": "sv", "name": "Tove Hed",
               "mail": "tove@sjovik.example"} | more
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    told = run(program, "init", *words)
    return options["mail"], re.search(r"code\s+(\S+)", told).group(1)


def wait_until_it_listens(port, server):
    for _ in range(3000):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
        except OSError:
            if server.poll() is not None:
                sys.exit("radslag serve has ended")
            time.sleep(0.01)
    sys.exit("radslag serve does not listen")
