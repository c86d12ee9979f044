-- Which keys have sealed what stands in the tables (storage/sealed.h); the keys themselves lie
-- elsewhere. The last row's is the one that is sealed with. Sealing what an older version left is
-- done with this migration, in its transaction.
CREATE TABLE data_key (
    n INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    mark TEXT NOT NULL, -- made with the key
    replaced_at INTEGER, -- nothing was sealed with it any more from then on
    wiped INTEGER NOT NULL -- 0: what stood there unsealed may still lie in the file
) STRICT;

-- What lies sealed in the folder of files: one file to a row (storage/files.h).
CREATE TABLE file (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, id TEXT NOT NULL,
    stored_as TEXT NOT NULL UNIQUE, -- its name there, which tells nothing
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL, -- in bytes, before it was sealed
    key TEXT NOT NULL, -- it alone opens it
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
