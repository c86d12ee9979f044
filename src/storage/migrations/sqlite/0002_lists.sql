-- What lists need of a case, written with it. A case is its row in `glance`: every other table of a
-- case refers to it by organisation and case, so that no row stands under two organisations.

CREATE TABLE glance (
    case_id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version INTEGER NOT NULL,
    stage TEXT NOT NULL,
    round INTEGER NOT NULL,
    status TEXT NOT NULL,
    acute INTEGER NOT NULL,
    due_on TEXT,
    due TEXT NOT NULL,
    meets_on TEXT,
    changed_at INTEGER NOT NULL,
    turn INTEGER NOT NULL, -- a bit for each of the model's roles
    nearest TEXT NOT NULL, -- due_on; where there is none, a day after all others
    UNIQUE (organisation_id, case_id),
    UNIQUE (organisation_id, number)
) STRICT;
-- Model and nearest day at the end, so that what a filter leaves out is never fetched.
CREATE INDEX glance_changed ON glance
    (organisation_id, status, changed_at, case_id, model, nearest);
CREATE INDEX glance_stage ON glance
    (organisation_id, status, stage, changed_at, case_id, model, nearest);
CREATE INDEX glance_due ON glance
    (organisation_id, status, nearest, case_id, model, stage);

-- Who holds an assignment in which case, with what their list is put in order by.
CREATE TABLE duty (
    case_id TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    roles TEXT NOT NULL, -- one to a line
    open_roles TEXT NOT NULL, -- of these: pledge and impartiality are there
    status TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    nearest TEXT NOT NULL,
    PRIMARY KEY (case_id, staff_id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_changed ON duty (organisation_id, staff_id, status, changed_at, case_id);
CREATE INDEX duty_due ON duty (organisation_id, staff_id, status, nearest, case_id);
