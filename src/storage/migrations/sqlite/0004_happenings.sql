-- What happened in a case, and what it wrote. The second table is a payload that can be deleted.

CREATE TABLE happening (
    organisation_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    act_id TEXT NOT NULL,
    nth INTEGER NOT NULL, -- of its act, from 1: an act is done once in an organisation
    request TEXT NOT NULL, -- what was asked for, as a number: the same id with other words is refused
    name TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    staff TEXT,
    "by" TEXT,
    for_whom TEXT,
    told TEXT,
    told_on TEXT,
    about TEXT NOT NULL,
    why TEXT NOT NULL,
    detail TEXT NOT NULL,
    taken_back_by INTEGER,
    PRIMARY KEY (case_id, seq),
    UNIQUE (organisation_id, act_id, nth),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE happening_change (
    organisation_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    n INTEGER NOT NULL, -- from 1
    row_table TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT, -- the cells of the row as a JSON array; nothing: there was no such row
    after TEXT,  -- nothing: the row is gone
    PRIMARY KEY (case_id, seq, n),
    FOREIGN KEY (case_id, seq) REFERENCES happening (case_id, seq),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
