-- The trail: a chain of hashes for each case, and one for the house of each organisation (trail/trail.h).
-- `trail` stays for ever; what it was made from can be deleted, and the chain still verifies.

CREATE TABLE trail (
    chain TEXT NOT NULL, -- a case or an organisation
    n INTEGER NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
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

-- Without it nobody can tell which member of staff a pseudonym of the chain stands for.
CREATE TABLE trail_key (
    chain TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX trail_key_of ON trail_key (organisation_id, chain);
