-- PN13: somebody who was needed was not at a meeting, and what was done about it.
CREATE TABLE absence (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, meeting TEXT,
    round INTEGER NOT NULL, text TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
