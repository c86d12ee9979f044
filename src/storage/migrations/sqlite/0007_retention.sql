-- What is kept until when, what is held, and what is gone (docs/retention.md).

CREATE TABLE hold (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    ground TEXT NOT NULL,
    reason TEXT NOT NULL,
    put_by TEXT NOT NULL REFERENCES staff (id),
    put_at INTEGER NOT NULL,
    lifted_by TEXT REFERENCES staff (id),
    lifted_at INTEGER,
    lifted_why TEXT NOT NULL,
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_of ON hold (organisation_id, case_id, id);

CREATE TABLE release (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    parts TEXT NOT NULL, -- one to a line
    "by" TEXT NOT NULL REFERENCES staff (id),
    "at" INTEGER NOT NULL,
    withdrawn_by TEXT REFERENCES staff (id),
    withdrawn_at INTEGER,
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_of ON release (organisation_id, case_id, id);

-- When something of a case is due first, so that nobody walks all cases. Made anew when the case or
-- the rules have changed.
CREATE TABLE kept_until (
    case_id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL,
    due_on TEXT,
    rules TEXT NOT NULL,
    seen INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_until_due ON kept_until (organisation_id, due_on, case_id)
    WHERE due_on IS NOT NULL;

-- The proof. It refers to no case, for that is gone, and names nobody of it.
CREATE TABLE erasure (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    number INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    parts TEXT NOT NULL, -- "kind=rule until", one to a line
    rows TEXT NOT NULL,  -- "table=how many", one to a line
    released_by TEXT NOT NULL REFERENCES staff (id),
    released_at INTEGER NOT NULL,
    erased_by TEXT NOT NULL REFERENCES staff (id),
    erased_at INTEGER NOT NULL,
    wiped_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_of ON erasure (organisation_id, erased_at);
CREATE INDEX erasure_unwiped ON erasure (id) WHERE wiped_at IS NULL;
