"""What lies in the database, read without the program's code."""

import contextlib
import json
import sqlite3

import sealed

# Where an act's own word stands when it is done.
PLACE = {"open_case": ("person", "name"), "name_person": ("person", "name"),
         "invite_staff": ("staff", "mail")}


@contextlib.contextmanager
def opened(place):
    db = sqlite3.connect(f"file:{place}/data/radslag.db?mode=ro", uri=True, timeout=30)
    try:
        db.execute("BEGIN")
        yield db
    finally:
        db.close()


def rows_of(db, act):
    table, column = PLACE[act.kind]
    return db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (act.word,)).fetchone()[0]


def count(place, act):
    with opened(place) as db:
        return rows_of(db, act)


def there(place, act):
    """"whole", "half" or "no": the row, the note that the act was done, the line in the lists."""
    with opened(place) as db:
        identity = act.body["id"]
        signs = [rows_of(db, act) == 1]
        if act.kind == "invite_staff":
            signs.append(exists(db, "house_act WHERE act_id = ?", identity))
        else:
            signs.append(exists(db, "happening WHERE act_id = ? AND nth = 1", identity))
        if act.kind == "open_case":
            signs += [exists(db, f"{table} JOIN person USING (case_id) WHERE person.name = ?",
                             act.word)
                      for table in ("conference", "stage_entry", "assignment", "glance", "duty")]
    return "whole" if all(signs) else "half" if any(signs) else "no"


def exists(db, where, value):
    return db.execute(f"SELECT count(*) FROM {where}", (value,)).fetchone()[0] > 0


def not_as_told(place):
    """Every case's rows are what its happenings wrote last, and its happenings have no gap."""
    keys = sealed.keys_in(f"{place}/keys/data.key")
    with opened(place) as db:
        told, wrong = {}, []
        for table, house, case, row, after, change in db.execute(
                "SELECT row_table, organisation_id, case_id, row_id, after, seq || '.' || n"
                " FROM happening_change ORDER BY case_id, seq, n"):
            if after:
                after = sealed.opened(after, keys, house, case, "happening_change", "after", change)
            told[table, case, row] = after
        for table in sorted(case_tables(db)):
            columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
            names = ", ".join(f'"{name}"' for name in columns[3:])
            for house, case, *cells in db.execute(
                    f'SELECT organisation_id, case_id, {names} FROM "{table}"'):
                cells = [sealed.opened(cell, keys, house, case, table, name, cells[0])
                         if sealed.is_sealed(cell) else cell
                         for name, cell in zip(columns[3:], cells)]
                said = told.pop((table, case, cells[0]), None)
                if said is None or not fits(json.loads(said), cells):
                    wrong.append(f"{table} of {case} is not what was told")
        wrong += [f"{key[0]} of {key[1]} is missing" for key, after in told.items() if after]
        wrong += [f"{case} has a gap" for (case,) in db.execute(
            "SELECT case_id FROM happening GROUP BY case_id HAVING max(seq) <> count(*)")]
        wrong += [f"{case} is in no list" for (case,) in db.execute(
            "SELECT DISTINCT case_id FROM happening WHERE case_id NOT IN"
            " (SELECT case_id FROM glance)")]
        if db.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            wrong.append("the file is damaged")
    return wrong


def case_tables(db):
    """Those whose columns begin as a case's rows do."""
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    begin = ["organisation_id", "case_id", "sort_key", "id"]
    return [table for table in tables
            if [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')][:4] == begin]


def fits(said, cells):
    """A column made from the others may follow."""
    return list(cells[:len(said)]) == said
