// Which matter of the rule book an act's words belong to, for "who can see this?".
import type { Act } from '../../wire/wire.ts';

const byAct: Record<string, string> = {
    note_safety: 'safety',
    record_preparation: 'preparation',
    give_account: 'accounts',
    offer_support: 'offers',
    judge_criteria: 'judgement',
    decide_referral: 'judgement',
    link_identity: 'identity',
    write_words: 'people',
};
const byRoom: Record<string, string> = {
    people: 'people',
    consent: 'consents',
    referral: 'referral',
    conference: 'log',
    casepapers: 'papers',
    circle: 'people',
    preparation: 'questions',
    meeting: 'meetings',
    plan: 'plan',
    followup: 'reviews',
    evaluation: 'evaluation',
};

export const matterOf = (act: Act): string => byAct[act.name] ?? byRoom[act.room] ?? '';
