"""A mail server for tests, at a free port of this machine: prints the port, and writes each letter that
it takes into a folder, as JSON. Debian's aiosmtpd does the talking."""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import os
import socket
import ssl
from pathlib import Path

socket.getfqdn = lambda *_: "localhost"  # aiosmtpd asks, and a name server may take its time

from aiosmtpd.smtp import SMTP, AuthResult

wishes = argparse.ArgumentParser()
wishes.add_argument("folder", type=Path)
wishes.add_argument("--tls", choices=["no", "starttls", "smtps"], default="no")
wishes.add_argument("--certificate")
wishes.add_argument("--key")
wishes.add_argument("--login", help="user:password")
wishes.add_argument("--largest", type=int, help="bytes of a letter; 0: as it comes", default=0)
wishes.add_argument("--refuse", action="store_true", help="knows nobody")
wishes.add_argument("--silent", action="store_true", help="hears each letter and never answers")
wishes = wishes.parse_args()


class Letters:
    taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if wishes.refuse:
            return "550 5.1.1 Nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if wishes.silent:
            (wishes.folder / "heard").touch()
            await asyncio.Event().wait()
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part for part in message.walk() if not part.is_multipart()]
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": session.ssl is not None or wishes.tls == "smtps",
            "head": {name.lower(): str(value) for name, value in message.items()},
            "text": parts[0].get_content().replace("\r\n", "\n"),
            "enclosed": {part.get_filename(): base64.b64encode(part.get_payload(decode=True)).decode()
                         for part in parts[1:]},
            "longest_line": max(map(len, envelope.original_content.split(b"\r\n"))),
        }
        Letters.taken += 1
        file = wishes.folder / f"{Letters.taken:04}.json"
        file.with_suffix(".new").write_text(json.dumps(told))
        os.rename(file.with_suffix(".new"), file)
        return "250 2.0.0 Taken"


def is_known(server, session, envelope, mechanism, said):
    user, password = wishes.login.encode().split(b":", 1)
    return AuthResult(success=said.login == user and said.password == password, handled=False)


def context():
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(wishes.certificate, wishes.key)
    return made


def conversation():
    options = {"enable_SMTPUTF8": False, "hostname": "localhost",
               "data_size_limit": wishes.largest or None}
    if wishes.tls == "starttls":
        options.update(tls_context=context(), require_starttls=True)
    if wishes.login:
        options.update(authenticator=is_known, auth_required=True,
                       auth_require_tls=wishes.tls == "starttls")
    return SMTP(Letters(), **options)


async def main():
    server = await asyncio.get_running_loop().create_server(
        conversation, "127.0.0.1", 0, ssl=context() if wishes.tls == "smtps" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
