// Made by `npm run types` from contract/openapi.yaml; a test says that it is current.

/** "2026-11-22T13:41:07.123456Z" */
export type Instant = string;
/** "2026-11-22" */
export type DateOnly = string;

export interface Act {
    name: string;
    room: string;
    about: string;
    on_behalf: boolean;
    based_on: boolean;
    fields: Field[];
}

export interface ActList {
    acts: Act[];
}

export interface Action {
    id: string;
    heading: string;
    what: string;
    owner: string;
    owner_kind: string;
    due: DateOnly | null;
    offer: string;
    fine: string;
    missing: string;
    reports: Report[];
    version: number;
}

export interface Asks {
    field: string;
    label: string;
    when: string;
    required: boolean;
}

export interface Axis {
    id: string;
    name: string;
    at_least: number;
    criteria: Criterion[];
}

export interface Can {
    act: string;
    words: string;
    own_name: boolean;
    about: Named[] | null;
    choices: Choices[];
    asks: Asks[];
    for_whom: Named[];
    filled: FilledRow[];
}

export interface Case {
    id: string;
    number: number;
    name: string;
    model: Named;
    model_version: number;
    language: string;
    version: number;
    access: number;
    round: number;
    acute_why: string;
    status: Status;
    me: MyRole[];
    journey: Stage[];
    gate: Gate;
    turn: Turn[];
    due: Due[];
    can: Can[];
    sees: Sees[];
    restrictions: Restriction[];
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
    fidelity: boolean;
    log: boolean;
}

export interface CaseList {
    cases: CaseRow[];
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
    due: string;
    due_on: DateOnly | null;
    late: boolean;
    due_mine: boolean;
    meets_on: DateOnly | null;
    my_roles: string[];
    my_turn: boolean;
    changed_at: Instant;
}

export interface Choices {
    field: string;
    options: Option[];
}

export interface Clarification {
    id: string;
    action: string;
    question: string;
    asked_by: string;
    answer: string;
}

export interface Committee {
    model: Named;
    next: DateOnly | null;
    days: Named[];
    ready: CaseRow[];
    not_ready: CaseRow[];
    to_answer: CaseRow[];
    can: Can[];
}

export interface Committees {
    committees: Committee[];
}

export interface Consent {
    consent: string;
    text: string;
    whole: boolean;
    people: ConsentOf[];
}

export interface ConsentOf {
    person: string;
    name: string;
    answer: string;
    part: string;
    told: string;
    told_on: DateOnly | null;
    lapses_on: DateOnly | null;
}

export interface Contact {
    there: boolean;
    phone: string | null;
    mail: string | null;
    address: string | null;
    number: string | null;
    number_doubt: boolean | null;
}

export interface Criterion {
    id: string;
    name: string;
    ticked: boolean;
}

export interface Desk {
    late: CaseRow[];
    my_turn: CaseRow[];
    meets_soon: CaseRow[];
    others: CaseRow[];
    can: Can[];
}

export interface Done {
    case_id: string;
    about: string;
    version: number;
    happened: string[];
    doubts: string[];
    secret: string;
}

export interface Due {
    id: string;
    text: string;
    on: DateOnly;
    state: string;
    whose: Named[];
    moved_why: string;
}

export interface Ending {
    id: string;
    name: string;
    way: string;
    by: string[];
    done: boolean;
    answers: EndingAnswer[];
}

export interface EndingAnswer {
    by: string;
    answer: string;
    why: string;
    at: Instant;
}

export interface Enrolment {
    secret: string;
    uri: string;
}

export interface ErasedRows {
    table: string;
    count: number;
}

export interface Erasure {
    id: string;
    number: number;
    whole: boolean;
    parts: RetentionReason[];
    rows: ErasedRows[];
    released_by: string;
    released_at: Instant;
    erased_by: string;
    erased_at: Instant;
    wiped_at: Instant | null;
}

export interface Fidelity {
    model: Named;
    model_version: number;
    rules: FollowedRule[];
    unseen: Named[];
}

export interface FidelityFigures {
    year: number;
    until: DateOnly | null;
    years: number[];
    models: ModelFigures[];
}

export interface Field {
    name: string;
    type: string;
    limit: number;
    required: boolean;
    needed_when: string;
    words: string[];
}

export interface Filled {
    field: string;
    value: string[];
}

export interface FilledRow {
    about: string;
    values: Filled[];
}

export interface FollowedRule {
    id: string;
    text: string;
    where: string;
    sources: string[];
    rounds: RuleRound[];
}

export interface FreeWords {
    question: string;
    texts: string[];
}

export interface Gate {
    move_on: string;
    open: boolean;
    moved_by: string[];
    needs: Need[];
    go_round: string;
}

export interface Hold {
    id: string;
    number: number;
    ground: string;
    source: string;
    verified: boolean;
    reason: string;
    by: string;
    at: Instant;
    lifted_by: string;
    lifted_at: Instant | null;
    lifted_why: string;
}

export interface Invitation {
    way: string;
    invited_at: Instant;
    answer: string;
    note: string;
}

export interface KeptCase {
    id: string;
    number: number;
    whole: boolean;
    in_the_way: string;
    parts: KeptPart[];
}

export interface KeptPart {
    kind: string;
    name: string;
    text: string;
    until: DateOnly | null;
    gone_by: DateOnly | null;
    due: boolean;
    verified: boolean;
    reasons: RetentionReason[];
}

export interface Leads {
    act: string;
    about: string[];
    filled: Filled[];
    for_whom: string;
}

export interface Log {
    entries: LogEntry[];
    next: string;
}

export interface LogEntry {
    seq: number;
    at: Instant;
    act: string;
    who: string;
    for_whom: string;
    told: string;
    told_on: DateOnly | null;
    about: string;
    why: string;
    detail: string;
    taken_back: boolean;
    can_take_back: boolean;
}

export interface Looked {
    at: Instant;
    until: Instant;
    times: number;
    staff: string;
    who: string;
    look: string;
    case_name: string;
    case_id: string;
    matters: string[];
    whom: string[];
    others: number;
}

export interface Looks {
    looks: Looked[];
    next: string;
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
    csrf: string;
    today: DateOnly;
    can: Can[];
}

export interface Meeting {
    id: string;
    meeting: string;
    name: string;
    round: number;
    day: DateOnly;
    starts: string;
    ends: string;
    place: string;
    link: string;
    state: string;
    paused_why: string;
    needs: Need[];
    steps: Step[];
    seats: Seat[];
    outcome: string;
    outcome_why: string;
    review: Text[] | null;
    absent: Text[];
    restrictions: string[];
    room_at_most: number | null;
    expected: number;
    version: number;
}

export interface Model {
    id: string;
    version: number;
    name: string;
    summary: string;
    stages: Named[];
}

export interface ModelFigures {
    model: Named;
    model_version: number;
    rules: RuleFigures[];
    unseen: Named[];
}

export interface ModelList {
    models: Model[];
}

export interface MyRole {
    role: string;
    name: string;
    person: string;
    ready: boolean;
    pledge_missing: boolean;
    impartial_missing: boolean;
}

export interface Named {
    id: string;
    name: string;
}

export interface Need {
    id: string;
    text: string;
    met: boolean;
    missing: string[];
    strength: string;
    sources: string[];
    passed: Passed | null;
    may_pass: boolean;
    leads: Leads[];
}

export interface Offer {
    id: string;
    by: string;
    text: string;
    until: DateOnly | null;
}

export interface Option {
    value: string;
    label: string;
    hint: string;
    when: string;
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

export interface Passed {
    why: string;
    by: string;
    at: Instant;
}

export interface Person {
    id: string;
    name: string;
    role: string;
    role_name: string;
    side: string;
    relation: string;
    closeness: string;
    broken_contact: string;
    born: DateOnly | null;
    language: string;
    interpreter: string;
    protection: string;
    staff: boolean;
    me: boolean;
    ended: string;
    standing: string;
    speaks_for: Speaks[];
    contact: Contact | null;
    invitation: Invitation | null;
    prepared: Prepared | null;
    own_words: string;
    version: number;
}

export interface Plan {
    text: string;
    handed_by: string;
    handed_at: Instant | null;
    sent_back_why: string;
    headings: Named[];
    actions: Action[];
    clarifications: Clarification[];
    endings: Ending[];
    by_network: number;
    by_professionals: number;
}

export interface Prepared {
    way: string;
    on: DateOnly;
    checks: string[];
    missing: string[];
    needs: string;
}

export interface Questionnaire {
    id: string;
    name: string;
    answers: number;
    questions: Scale[];
    words: FreeWords[];
}

export interface Questions {
    questions: Text[];
    purposes: string[];
    purpose_text: string;
    agreed_by: string[];
    not_yet_agreed: string[];
}

export interface Referral {
    intake: string;
    sent_at: Instant;
    sent_by: string;
    contact_person: string;
    descriptions: Text[] | null;
    confirmed: string[];
    taken_by: string;
    asked: string;
    criteria: Axis[] | null;
    departed_why: string;
    passed_at: Instant | null;
    verdict: string;
    verdict_why: string;
    instead: string;
    answer: string;
    answered_at: Instant | null;
    identity_linked: boolean;
}

export interface Release {
    id: string;
    case_id: string;
    number: number;
    parts: string[];
    by: string;
    at: Instant;
}

export interface Report {
    round: number;
    kept: string;
    note: string;
}

export interface Restriction {
    id: string;
    name: string;
    text: string;
    language: string;
    state: string;
    from: DateOnly;
    until: DateOnly | null;
    room_at_most: number | null;
    ended_on: DateOnly | null;
    ended_why: string;
    languages: string[];
    put_by: string;
    version: number;
}

export interface Restrictions {
    restrictions: Restriction[];
    can: Can[];
}

export interface Retention {
    due: KeptCase[];
    waiting: Release[];
    holds: Hold[];
    erased: Erasure[];
    rules: RetentionRule[];
    can: Can[];
}

export interface RetentionReason {
    text: string;
    source: string;
    verified: boolean;
}

export interface RetentionRule {
    id: string;
    name: string;
    text: string;
    kinds: string[];
    from: DateOnly;
    until: DateOnly | null;
    awaited: boolean;
    source: string;
    verified: boolean;
}

export interface RuleFigures {
    id: string;
    text: string;
    where: string;
    cases: number | null;
    kept: number | null;
    passed: number | null;
    late: number | null;
    timed: boolean;
    nearly_all: string;
}

export interface RuleRound {
    round: number;
    state: string;
    at: Instant | null;
    anyway: boolean;
    by: string;
    role: string;
    why: string;
    why_closed: boolean;
}

export interface Safety {
    id: string;
    about: string;
    about_name: string;
    keep_apart_from: string;
    text: string;
    at: Instant;
}

export interface Scale {
    question: string;
    counts: number[];
}

export interface Seat {
    person: string;
    name: string;
    role_name: string;
    how: string;
    in: boolean;
    belongs: boolean;
    belongs_next: boolean;
}

export interface Sees {
    matter: string;
    who: string[];
}

export interface Speaks {
    id: string;
    whom: string;
    name: string;
    shut_out: boolean;
    shut_out_why: string;
}

export interface Staff {
    id: string;
    name: string;
    mail: string;
    offices: string[];
    state: string;
    pledged: boolean;
    training: string[];
    version: number;
}

export interface StaffList {
    staff: Staff[];
    can: Can[];
}

export interface Stage {
    id: string;
    name: string;
    now: string;
    state: string;
    since: Instant | null;
}

export interface Status {
    is: string;
    since: Instant;
    why: string;
    stop: string;
    until: DateOnly | null;
}

export interface Step {
    id: string;
    name: string;
    about: string;
    private: boolean;
    state: string;
    present: string[];
    back: string[];
    needs: Need[];
}

export interface Text {
    id: string;
    heading: string;
    text: string;
    by: string;
    at: Instant | null;
    version: number;
}

export interface Trouble {
    code: string;
    message: string;
    fields: Filled[];
    theirs: Filled[];
}

export interface Turn {
    role: string;
    role_name: string;
    names: string[];
    mine: boolean;
    what: string[];
}
