-- Organisations, their staff and what belongs to neither a case nor a list.
-- Instants are whole microseconds since 1970 (UTC), days are text (2026-11-22), ids come from the
-- application.

CREATE TABLE organisation (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    zone TEXT NOT NULL,
    language TEXT NOT NULL,
    last_case_number INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    mail TEXT NOT NULL,
    offices INTEGER NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    totp_secret TEXT NOT NULL,
    totp_used INTEGER NOT NULL,
    invite_hash TEXT NOT NULL,
    invite_until INTEGER,
    locked_at INTEGER,
    pledged_at INTEGER,
    training TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (mail, organisation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_of ON staff (organisation_id, id);

CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    csrf TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of ON session (staff_id);

CREATE TABLE committee_day (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    model TEXT NOT NULL,
    day TEXT NOT NULL,
    cancelled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX committee_day_of ON committee_day (organisation_id, day, id);

-- What is asked of every meeting for a time. Never changed but by ending it: a change is a new row.
CREATE TABLE restriction (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    from_day TEXT NOT NULL,
    until_day TEXT, -- the last day
    room_at_most INTEGER,
    put_by TEXT NOT NULL REFERENCES staff (id),
    put_at INTEGER NOT NULL,
    instead_of TEXT REFERENCES restriction (id),
    ended_on TEXT, -- the first day on which it is no longer in force
    ended_by TEXT REFERENCES staff (id),
    ended_why TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX restriction_of ON restriction (organisation_id, from_day, id);

CREATE TABLE restriction_words (
    restriction_id TEXT NOT NULL REFERENCES restriction (id),
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (restriction_id, language)
) STRICT, WITHOUT ROWID;
