// The contract's schemas, by their names. Made from the same list as contract/openapi.yaml.
// `null` where the server says that something is not there or closed to the reader.

/** "2026-11-22T13:41:07.123456Z" */
export type Instant = string;
/** "2026-11-22" */
export type DateOnly = string;

export interface Named {
    id: string;
    name: string;
}

export interface Option {
    value: string;
    label: string;
    hint: string; // a second line, may be empty
}

export interface Choices {
    field: string;
    options: Option[];
}

export interface Filled {
    field: string;
    value: string[];
}

export interface FilledRow {
    about: string;
    values: Filled[];
}

export interface Can {
    act: string;
    words: string; // the model's own words for it, e.g. of its move_on button; "" the usual ones
    own_name: boolean; // false: only on somebody's behalf
    about: string[] | null;
    choices: Choices[];
    for_whom: Named[];
    filled: FilledRow[];
}

export interface Passed {
    why: string;
    by: string;
    at: Instant;
}

export interface Need {
    id: string;
    text: string;
    met: boolean;
    missing: string[]; // names or words: what is not there yet, as far as I may see
    strength: string; // hard | method | offer
    sources: string[];
    passed: Passed | null;
    may_pass: boolean; // I may pass it, with a reason
}

export interface Stage {
    id: string;
    name: string;
    now: string; // one sentence: what is going on in it
    state: string; // done | here | ahead
    since: Instant | null;
}

export interface Gate {
    move_on: string; // the button's words
    open: boolean; // every need met or passed
    moved_by: string[]; // whose it is, in words
    needs: Need[];
    go_round: string; // words for a new round; empty: none
}

export interface Turn {
    role: string;
    role_name: string;
    names: string[];
    mine: boolean;
    what: string[];
}

export interface Due {
    id: string;
    text: string;
    on: DateOnly;
    state: string; // running | warned | late
    moved_why: string;
}

export interface Sees {
    matter: string;
    who: string[];
}

export interface MyRole {
    role: string;
    name: string;
    person: string;
    ready: boolean;
    pledge_missing: boolean;
    impartial_missing: boolean;
}

export interface Status {
    is: string; // running | postponed | stopped | closed
    since: Instant;
    why: string;
    stop: string; // how it ended, in words
    until: DateOnly | null;
}

export interface Contact {
    there: boolean;
    phone: string | null;
    mail: string | null;
    address: string | null;
    number: string | null;
    number_doubt: boolean | null; // its check digit fails; real Danish ones do since 2007
}

export interface Speaks {
    id: string;
    whom: string;
    name: string;
    shut_out: boolean;
    shut_out_why: string;
}

export interface Invitation {
    way: string;
    invited_at: Instant;
    answer: string; // in_room | by_link | by_letter | by_substitute | cannot | "" not yet
    note: string;
}

export interface Prepared {
    way: string;
    on: DateOnly;
    checks: string[]; // words of what was gone through
    missing: string[]; // words of what was not
    needs: string;
}

export interface Person {
    id: string;
    name: string;
    role: string;
    role_name: string;
    side: string; // family | network | professional | lead | authority
    relation: string;
    closeness: string;
    broken_contact: string;
    born: DateOnly | null;
    language: string;
    interpreter: string;
    protection: string;
    staff: boolean;
    me: boolean;
    ended: string; // assignment over: why; "" it holds
    standing: string; // deciders' word: yes | no | waiting | "" (nobody decides about them)
    speaks_for: Speaks[];
    contact: Contact | null;
    invitation: Invitation | null; // to this round
    prepared: Prepared | null; // in this round
    own_words: string;
    version: number;
}

export interface Text {
    id: string;
    heading: string;
    text: string;
    by: string;
    at: Instant | null;
    version: number;
}

export interface Referral {
    intake: string;
    sent_at: Instant;
    sent_by: string;
    contact_person: string;
    descriptions: Text[] | null; // with the matter `referral`
    confirmed: string[];
    taken_by: string;
    asked: string; // what the leader asked the referrer for
    criteria: Option[] | null; // value: axis.criterion; hint: "yes" when ticked
    departed_why: string;
    passed_at: Instant | null;
    verdict: string; // granted | not_suitable | more_needed | ""
    verdict_why: string;
    instead: string;
    answer: string;
    answered_at: Instant | null;
    identity_linked: boolean;
}

export interface ConsentOf {
    person: string;
    name: string;
    answer: string; // given | refused | withdrawn | lapsed | "" not yet
    part: string;
    told: string;
    told_on: DateOnly | null;
    lapses_on: DateOnly | null;
}

export interface Consent {
    consent: string;
    text: string; // one sentence
    whole: boolean; // everyone asked has given it
    people: ConsentOf[];
}

export interface Questions {
    questions: Text[];
    purposes: string[];
    purpose_text: string;
    agreed_by: string[];
    not_yet_agreed: string[];
}

export interface Safety {
    id: string;
    about: string;
    about_name: string;
    keep_apart_from: string; // a name, or empty
    text: string;
    at: Instant;
}

export interface Paper {
    id: string;
    kind: string;
    title: string;
    text: string;
    dated: DateOnly;
    written_by: string;
    version: number;
}

export interface Step {
    id: string;
    name: string;
    about: string;
    private: boolean;
    state: string; // done | here | ahead
    present: string[]; // whose place it is, in words
    back: string[]; // who comes back
    needs: Need[];
}

export interface Seat {
    person: string;
    name: string;
    role_name: string;
    how: string; // room | link
    in: boolean; // now
    belongs: boolean; // in the step that is on
    belongs_next: boolean; // in the step that follows
}

export interface Meeting {
    id: string;
    meeting: string;
    name: string;
    round: number;
    day: DateOnly;
    starts: string; // "17:00"
    ends: string; // "17:00"
    place: string;
    link: string;
    state: string; // planned | open | paused | ended
    paused_why: string;
    needs: Need[]; // to open it
    steps: Step[];
    seats: Seat[];
    outcome: string;
    outcome_why: string;
    review: Text[] | null; // heading: the question
    version: number;
}

export interface Offer {
    id: string;
    by: string;
    text: string;
    until: DateOnly | null;
}

export interface Report {
    round: number;
    kept: string;
    note: string;
}

export interface Action {
    id: string;
    heading: string;
    what: string;
    owner: string; // a name
    owner_kind: string; // nobody | own_network | professional
    due: DateOnly | null;
    offer: string; // its text, if drawn on
    fine: string; // unsaid | fine | missing
    missing: string;
    reports: Report[];
    version: number;
}

export interface Clarification {
    id: string;
    action: string; // id, or empty: the plan as a whole
    question: string;
    asked_by: string;
    answer: string;
}

export interface EndingAnswer {
    by: string;
    answer: string; // yes | send_back
    why: string;
    at: Instant;
}

export interface Ending {
    id: string;
    name: string;
    way: string; // acknowledged | agreed | approved
    by: string[];
    done: boolean;
    answers: EndingAnswer[];
}

export interface Plan {
    text: string;
    handed_by: string;
    handed_at: Instant | null; // nothing: no plan yet
    sent_back_why: string; // of the plan before, when a new one is awaited
    headings: Named[];
    actions: Action[];
    clarifications: Clarification[];
    endings: Ending[];
    by_network: number; // HF5: the split
    by_professionals: number;
}

export interface Scale {
    question: string;
    answers: number;
    counts: number[]; // per value 1–5, or no, yes; empty below five answers
}

export interface Questionnaire {
    id: string;
    name: string;
    questions: Scale[];
}

export interface Case {
    id: string;
    number: number;
    name: string; // "no. 14" for who does not see people
    model: Named;
    model_version: number;
    language: string;
    version: number;
    access: number;
    round: number;
    acute_why: string; // "" it is not acute
    status: Status;
    me: MyRole[];
    journey: Stage[];
    gate: Gate;
    turn: Turn[];
    due: Due[];
    can: Can[];
    sees: Sees[];
    people: Person[] | null;
    referral: Referral | null;
    consents: Consent[] | null;
    questions: Questions | null;
    safety: Safety[] | null;
    papers: Paper[] | null;
    meetings: Meeting[] | null;
    accounts: Text[] | null;
    offers: Offer[] | null;
    plan: Plan | null;
    evaluation: Questionnaire[] | null;
    log: boolean; // the log is open to me
}

export interface LogEntry {
    seq: number;
    at: Instant;
    act: string; // the happening's name: the browser has words for it
    who: string; // a name and role, or "" for time itself
    for_whom: string;
    told: string;
    told_on: DateOnly | null;
    about: string; // a name or short words of what it is about, as far as I may see
    why: string;
    detail: string; // words of the stage, step, consent …
    taken_back: boolean;
    can_take_back: boolean;
}

export interface Log {
    entries: LogEntry[]; // newest first
    next: string;
}

export interface CaseRow {
    id: string;
    number: number;
    name: string;
    model: Named;
    stage: Named;
    now: string;
    round: number;
    status: string;
    acute: boolean;
    due: string; // words of the nearest deadline
    due_on: DateOnly | null;
    late: boolean;
    meets_on: DateOnly | null;
    my_roles: string[]; // in words
    my_turn: boolean;
    changed_at: Instant;
}

export interface CaseList {
    cases: CaseRow[];
    next: string; // the cursor of the next page; "" the last
}

export interface Desk {
    late: CaseRow[];
    my_turn: CaseRow[];
    meets_soon: CaseRow[]; // within two weeks
    others: CaseRow[]; // mine, waiting for somebody else
    can: Can[]; // what I may begin: open_case, refer …
}

export interface Committee {
    model: Named;
    next: DateOnly | null; // the next day the committee meets
    days: Named[]; // id → date, to come
    ready: CaseRow[]; // passed to the chair
    not_ready: CaseRow[]; // received, something missing
    to_answer: CaseRow[]; // decided, the referrer has no answer yet
    can: Can[];
}

export interface Committees {
    committees: Committee[];
}

export interface Staff {
    id: string;
    name: string;
    mail: string;
    offices: string[];
    state: string; // invited | active | locked
    pledged: boolean;
    training: string[];
    version: number;
}

export interface StaffList {
    staff: Staff[];
    can: Can[];
}

export interface Me {
    id: string;
    name: string;
    mail: string;
    language: string;
    offices: string[];
    organisation: Named;
    country: string;
    zone: string;
    pledged: boolean;
    csrf: string; // to be sent back as X-CSRF with whatever changes something
    today: DateOnly; // in the organisation's zone
    can: Can[]; // about myself: sign_pledge, change_password
}

export interface Field {
    name: string;
    type: string; // line | text | date | time | number | yes_no | choice | choices | person | people | row
    limit: number; // code points, or the highest number; 0: none
    required: boolean;
    needed_when: string; // "answer=not_suitable": required when another field says so; "" no
    words: string[]; // fixed choices; the browser has words for them
}

export interface Act {
    name: string;
    room: string; // people | consent | referral | conference | casepapers | circle | …
    about: string; // the kind of row it is about: person | question | action …; "" none
    on_behalf: boolean; // takes for_whom, told, told_on
    based_on: boolean; // takes the version it was based on
    fields: Field[];
}

export interface ActList {
    acts: Act[];
}

export interface Model {
    id: string;
    version: number;
    name: string;
    summary: string;
    stages: Named[];
}

export interface ModelList {
    models: Model[];
}

export interface Enrolment {
    secret: string;
    uri: string;
}

export interface Done {
    case_id: string; // "" where the act is about no case
    about: string; // the row it made or changed
    version: number;
    happened: string[]; // names, with follow-on happenings
    doubts: string[]; // codes of soft warnings: number.check_digit, referral.names
    secret: string; // shown once: an invitation's code
}

export interface Trouble {
    code: string;
    message: string;
    fields: Filled[]; // field → what is wrong with it, what would be right
    theirs: Filled[]; // at a conflict: field → what stands there now
}
