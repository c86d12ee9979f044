import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'evaluation.title': 'What did those who took part think?',
    'evaluation.about': 'Answers carry no names. Figures and words are shown once at least five have answered.',
    'evaluation.none': 'No answers yet.',
    'evaluation.answers': { one: '{n} answer', other: '{n} answers' },
    'evaluation.few': 'too few answers to be shown',
    'evaluation.yes': 'yes',
    'evaluation.no': 'no',
    'evaluation.value': { one: '{value}: {n} answer', other: '{value}: {n} answers' },
    'act.answer_questionnaire': 'Enter answers to a questionnaire',
    'act.answer_questionnaire.about': 'Answers are kept without a name.',
    'happened.answer_questionnaire': 'A questionnaire was answered',
    'field.questionnaire': 'Which questions?',
    'field.answers': 'Answers',
    'field.words': 'In own words',
    'field.words.hint': 'Shown without a name, and only when at least five have answered. What cannot wait is best told straight to whoever leads the meeting.',
};

export default texts;
