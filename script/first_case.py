"""A real first case without demo data: radslag init, the administrator's invitation, a colleague,
and a case that begins and can be read. Used by script/test-fresh.

first_case.py PROGRAM PORT
"""

import subprocess
import sys
import tempfile

from visitor import No, Visitor, init, wait_until_it_listens


def main(program, port):
    with tempfile.TemporaryDirectory() as place:
        mail, invitation = init(program, place, port)
        server = subprocess.Popen([program, "serve", "--config", f"{place}/radslag.toml"])
        try:
            wait_until_it_listens(port, server)
            begin_a_case(program, port, mail, invitation)
        except No as no:
            sys.exit(str(no))
        finally:
            server.terminate()
            server.wait(30)


def begin_a_case(program, port, mail, invitation):
    administrator, colleague = Visitor(program, port), Visitor(program, port)
    administrator.enter(mail, invitation)
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
