-- Acts about no case: on accounts, oneself and committee days. Once for each id.
CREATE TABLE house_act (
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    act_id TEXT NOT NULL,
    request TEXT NOT NULL, -- what was asked for, as a number; empty where it holds a password
    name TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    at INTEGER NOT NULL,
    about TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, act_id)
) STRICT, WITHOUT ROWID;
