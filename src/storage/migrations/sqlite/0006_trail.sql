-- The trail: a chain of hashes for each case, for the house of each organisation and for the looks of
-- each of its days (trail/trail.h). `trail` stays for ever; what it was made from can be deleted, and
-- the chain still verifies.

CREATE TABLE trail (
    chain TEXT NOT NULL, -- a case, an organisation, or an organisation and a day
    n INTEGER NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE trail_told (
    chain TEXT NOT NULL,
    n INTEGER NOT NULL,
    salt TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (chain, n),
    FOREIGN KEY (chain, n) REFERENCES trail (chain, n)
) STRICT, WITHOUT ROWID;

-- Without it nobody can tell which member of staff a pseudonym of the case stands for.
CREATE TABLE trail_key (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES glance (case_id),
    key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The checkpoints that were made; they themselves lie elsewhere.
CREATE TABLE checkpoint (
    number INTEGER NOT NULL PRIMARY KEY,
    made_at INTEGER NOT NULL,
    hash TEXT NOT NULL -- of its text
) STRICT;

-- Who was shown what of whom. The case is none that must be there: a look outlives it.
CREATE TABLE look (
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    hour INTEGER NOT NULL, -- since 1970 (UTC); looks of one hour that showed the same are one
    n INTEGER NOT NULL,    -- in its hour, from 1
    staff_id TEXT NOT NULL REFERENCES staff (id),
    look TEXT NOT NULL,
    case_id TEXT NOT NULL, -- empty: of no case
    matters TEXT NOT NULL, -- one to a line
    persons TEXT NOT NULL, -- one to a line
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, hour, n),
    UNIQUE (organisation_id, hour, staff_id, look, case_id, matters, persons)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_of_staff ON look (organisation_id, staff_id, hour, n);
CREATE INDEX look_of_case ON look (organisation_id, case_id, hour, n);
