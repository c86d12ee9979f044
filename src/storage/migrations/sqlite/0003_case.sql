-- The rows of a case, one table to a kind: the columns are those of the row's `fields`, after
-- organisation, case and `sort_key` (the order in which rows came into the case).

CREATE TABLE conference (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, organisation TEXT, name TEXT,
    number INTEGER NOT NULL, model TEXT, model_version INTEGER NOT NULL, intake TEXT,
    language TEXT, began_at INTEGER NOT NULL, acute_at INTEGER, acute_why TEXT, stage TEXT,
    round INTEGER NOT NULL, stage_since INTEGER NOT NULL, status TEXT NOT NULL,
    status_since INTEGER NOT NULL, status_why TEXT, stop TEXT, postponed_until TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, version INTEGER NOT NULL,
    access INTEGER NOT NULL, papers INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_entry (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, stage TEXT, round INTEGER NOT NULL,
    entered_at INTEGER NOT NULL, left_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE waiver (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, need TEXT, round INTEGER NOT NULL, why TEXT,
    "by" TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, staff TEXT, role TEXT,
    assigned_at INTEGER NOT NULL, pledged_at INTEGER, impartial TEXT NOT NULL,
    impartial_note TEXT, impartial_at INTEGER, ended_at INTEGER, ended_why TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, name TEXT, role TEXT, staff TEXT,
    relation TEXT, closeness TEXT NOT NULL, broken_contact TEXT, born TEXT, language TEXT,
    interpreter TEXT, protection TEXT NOT NULL, named_at INTEGER NOT NULL, named_by TEXT,
    taken_off_at INTEGER, taken_off_why TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, phone TEXT, mail TEXT, address TEXT,
    number TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE speaks (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, guardian TEXT, whom TEXT,
    since INTEGER NOT NULL, shut_out_at INTEGER, shut_out_why TEXT, ended_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, consent TEXT, person TEXT,
    answer TEXT NOT NULL, part TEXT, told TEXT NOT NULL, told_on TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, recorded_by TEXT, lapses_on TEXT, lapsed_at INTEGER,
    withdrawn_at INTEGER, replaced_at INTEGER, confirmed_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, intake TEXT, sent_at INTEGER NOT NULL,
    referrer TEXT, confirmed TEXT, contact_person TEXT, taken_at INTEGER, taken_by TEXT,
    asked TEXT, asked_at INTEGER, criteria TEXT, departed_why TEXT, judged_at INTEGER,
    passed_at INTEGER, verdict TEXT, verdict_why TEXT, instead TEXT, decided_at INTEGER,
    answer TEXT, answered_at INTEGER, identity_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE description (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, field_id TEXT, text TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT, text TEXT,
    dated TEXT NOT NULL, written_by TEXT, written_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, about TEXT, "by" TEXT, answer TEXT NOT NULL,
    why TEXT, told TEXT NOT NULL, told_on TEXT NOT NULL, recorded_at INTEGER NOT NULL,
    replaced_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, meeting TEXT,
    round INTEGER NOT NULL, way TEXT NOT NULL, invited_at INTEGER NOT NULL, answer TEXT, answer_note TEXT,
    answered_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE safety_note (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, about TEXT, keep_apart_from TEXT, text TEXT,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, text TEXT, "by" TEXT,
    written_at INTEGER NOT NULL, removed_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, "by" TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE purpose (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, chosen TEXT, text TEXT,
    "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_words (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, text TEXT,
    "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE prepared (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, round INTEGER NOT NULL,
    way TEXT NOT NULL, "on" TEXT NOT NULL, checks TEXT, needs TEXT,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, meeting TEXT, round INTEGER NOT NULL,
    day TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, place TEXT, link TEXT,
    planned_at INTEGER NOT NULL, opened_at INTEGER, step TEXT, step_since INTEGER,
    paused_at INTEGER, paused_why TEXT, ended_at INTEGER, outcome TEXT, outcome_why TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, meeting TEXT, person TEXT, how TEXT NOT NULL,
    came_at INTEGER NOT NULL, left_at INTEGER, in_steps TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, round INTEGER NOT NULL,
    text TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, person TEXT, round INTEGER NOT NULL,
    text TEXT, until TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "plan" (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, round INTEGER NOT NULL, text TEXT,
    handed_by TEXT, handed_at INTEGER NOT NULL, sent_back_at INTEGER, sent_back_why TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE "action" (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, heading TEXT, what TEXT, owner TEXT,
    owner_kind TEXT NOT NULL, due TEXT, offer TEXT, written_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    fine TEXT NOT NULL, missing TEXT, removed_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE clarification (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, "action" TEXT, question TEXT, asked_by TEXT,
    asked_at INTEGER NOT NULL, answer TEXT, answered_at INTEGER,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ending_answer (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, "plan" TEXT, ending TEXT, "by" TEXT,
    answer TEXT NOT NULL, why TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, meeting TEXT, question TEXT, text TEXT,
    "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, "action" TEXT, round INTEGER NOT NULL,
    kept TEXT NOT NULL, note TEXT, "at" INTEGER NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, questionnaire TEXT, round INTEGER NOT NULL,
    role TEXT, answers TEXT, "on" TEXT NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE free_words (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, questionnaire TEXT, question TEXT, text TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE followed (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, model TEXT, model_version INTEGER NOT NULL,
    rule TEXT, round INTEGER NOT NULL, outcome TEXT NOT NULL, anyway INTEGER NOT NULL,
    "at" INTEGER NOT NULL, "on" TEXT NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

-- Figures over a year's cases are counted from this alone: in its order, so that nothing is sorted.
CREATE INDEX followed_in_year ON followed
    (organisation_id, substr("on", 1, 4), model, model_version, rule, case_id, outcome, "on");

CREATE TABLE due (
    organisation_id TEXT NOT NULL, case_id TEXT NOT NULL, sort_key INTEGER NOT NULL,
    id TEXT NOT NULL, changed_in INTEGER NOT NULL, kind TEXT NOT NULL, "of" TEXT,
    round INTEGER NOT NULL, started_on TEXT NOT NULL, "on" TEXT NOT NULL, warn_on TEXT,
    moved_to TEXT, moved_why TEXT, moved_at INTEGER, moved_by TEXT, warned_at INTEGER,
    late_at INTEGER, met_at INTEGER,
    acts_on TEXT,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (organisation_id, case_id) REFERENCES glance (organisation_id, case_id)
) STRICT, WITHOUT ROWID;

-- `acts_on` is the next day on which time acts on the row; made from the row when it is written.
CREATE INDEX due_next ON due (acts_on, case_id, organisation_id) WHERE acts_on IS NOT NULL;
