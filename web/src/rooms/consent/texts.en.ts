import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'consent.title': 'Consents',
    'consent.about': 'Each answers for themselves and can change their mind at any time.',
    'consent.none': 'Nobody has been asked yet.',
    'consent.given': 'Yes',
    'consent.refused': 'No',
    'consent.withdrawn': 'Has taken it back',
    'consent.lapsed': 'Has lapsed',
    'consent.waiting': 'Has not answered yet',
    'consent.whole': 'Everyone has said yes',
    'consent.yes': 'Yes: {who}',
    'consent.part': 'In part: {what}',
    'consent.told': '{day}, {how}',
    'consent.lapses': 'holds until {day}',
    'consent.left': { one: '{n} answer is missing', other: '{n} answers are missing' },
    'act.give_consent': 'Record a yes',
    'act.give_consent.about': 'The person\'s own yes, said in any way. It can always be taken back.',
    'happened.give_consent': 'A yes was recorded',
    'act.refuse_consent': 'Record a no',
    'act.refuse_consent.about': 'A no needs no reason.',
    'happened.refuse_consent': 'A no was recorded',
    'act.withdraw_consent': 'Take back a yes',
    'act.withdraw_consent.about': 'Holds at once. What rests on the consent comes to a stop.',
    'happened.withdraw_consent': 'A consent was taken back',
    'happened.consent_lapsed': 'A consent has lapsed',
    'field.consent': 'Which consent?',
    'field.part': 'Only for a part? Which?',
};

export default texts;
