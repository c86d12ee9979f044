import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'evaluation.title': 'Hvad syntes dem, der var med?',
    'evaluation.about': 'Svarene er uden navn. Tal og egne ord vises først, når mindst fem har svaret.',
    'evaluation.none': 'Ingen svar endnu.',
    'evaluation.answers': { one: '{n} svar', other: '{n} svar' },
    'evaluation.few': 'for få svar til at blive vist',
    'evaluation.yes': 'ja',
    'evaluation.no': 'nej',
    'evaluation.value': { one: '{value}: {n} svar', other: '{value}: {n} svar' },
    'act.answer_questionnaire': 'Skriv svar på spørgsmål ind',
    'act.answer_questionnaire.about': 'Svarene gemmes uden navn.',
    'happened.answer_questionnaire': 'Nogen har svaret på spørgsmålene',
    'field.questionnaire': 'Hvilke spørgsmål?',
    'field.answers': 'Svar',
    'field.words': 'Med egne ord',
    'field.words.hint': 'Vises uden navn, og først når mindst fem har svaret. Det, der ikke kan vente, siges bedst direkte til den, der leder mødet.',
};

export default texts;
