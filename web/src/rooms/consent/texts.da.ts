import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'consent.title': 'Samtykker',
    'consent.about': 'Hver svarer for sig selv og kan altid fortryde.',
    'consent.none': 'Ingen er blevet spurgt endnu.',
    'consent.given': 'Ja',
    'consent.refused': 'Nej',
    'consent.withdrawn': 'Har trukket sit ja tilbage',
    'consent.lapsed': 'Gælder ikke længere',
    'consent.waiting': 'Har ikke svaret endnu',
    'consent.whole': 'Alle har sagt ja',
    'consent.yes': 'Ja: {who}',
    'consent.part': 'Delvist: {what}',
    'consent.told': '{day}, {how}',
    'consent.lapses': 'gælder til {day}',
    'consent.left': { one: '{n} svar mangler', other: '{n} svar mangler' },
    'act.give_consent': 'Notér et ja',
    'act.give_consent.about': 'Personens eget ja, sagt på en hvilken som helst måde. Det kan altid trækkes tilbage.',
    'happened.give_consent': 'Et ja er noteret',
    'act.refuse_consent': 'Notér et nej',
    'act.refuse_consent.about': 'Et nej behøver ingen grund.',
    'happened.refuse_consent': 'Et nej er noteret',
    'act.withdraw_consent': 'Træk et ja tilbage',
    'act.withdraw_consent.about': 'Gælder med det samme. Det, der hviler på samtykket, går i stå.',
    'happened.withdraw_consent': 'Et samtykke er trukket tilbage',
    'happened.consent_lapsed': 'Et samtykke er udløbet',
    'field.consent': 'Hvilket samtykke?',
    'field.part': 'Gælder det kun en del? Hvilken?',
};

export default texts;
