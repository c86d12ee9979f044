"""A real first case without demo data: radslag init, the administrator's invitation, a colleague,
and a case that begins and can be read. Used by script/test-fresh.

first_case.py PROGRAM PORT
"""

import json
import re
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

PASSWORD = "en stilla sommarkväll"


class Browser:
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
            sys.exit(f"{method} {path}: {error.code} {error.read().decode()}")

    def enter(self, mail, invitation):
        person = {"mail": mail, "invitation": invitation, "password": PASSWORD}
        secret = self.ask("POST", "/api/accept", person)["secret"]
        code = run(self.program, "code", secret).strip()
        me = self.ask("POST", "/api/sign-in", {"mail": mail, "password": PASSWORD, "code": code})
        self.csrf = me["csrf"]

    def act(self, path, **fields):
        identity = "".join(secrets.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(26))
        return self.ask("POST", path, {"id": identity, "fields": fields})


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return done.stdout


def wait_until_it_listens(port, server):
    for _ in range(300):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
        except OSError:
            if server.poll() is not None:
                sys.exit("radslag serve has ended")
            time.sleep(0.1)
    sys.exit("radslag serve does not listen")


def main(program, port):
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        told = run(program, "init", "--config", f"{place}/radslag.toml", "--data", f"{place}/data",
                   "--keys", f"{place}/keys", "--port", port, "--organisation", "Sjövik",
                   "--country", "SE", "--zone", "Europe/Stockholm", "--language", "sv",
                   "--name", "Tove Hed", "--mail", "tove@sjovik.example")
        invitation = re.search(r"code\s+(\S+)", told).group(1)
        server = subprocess.Popen([program, "serve", "--config", f"{place}/radslag.toml"])
        try:
            wait_until_it_listens(port, server)
            begin_a_case(program, port, invitation)
        finally:
            server.terminate()
            server.wait(30)


def begin_a_case(program, port, invitation):
    administrator, colleague = Browser(program, port), Browser(program, port)
    administrator.enter("tove@sjovik.example", invitation)
    invited = administrator.act("/api/acts/invite_staff", name="Rut Ås", mail="rut@sjovik.example",
                                offices=["coordinator", "case_worker"])
    colleague.enter("rut@sjovik.example", invited["secret"])
    desk = colleague.ask("GET", "/api/desk")
    begin = next(can for can in desk["can"] if can["act"] == "open_case")
    intakes = next(c["options"] for c in begin["choices"] if c["field"] == "intake")
    begun = colleague.act("/api/acts/open_case", intake=intakes[0]["value"], name="Nour",
                          asked="She asked herself, by telephone.", contact_person="Rut Ås")
    case = colleague.ask("GET", f"/api/cases/{begun['case_id']}")
    print(f"begun as {intakes[0]['label']}; its file has {len(case)} sections: {', '.join(case)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
