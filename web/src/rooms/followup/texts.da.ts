import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'followup.title': 'Hvordan er det gået?',
    'followup.about': 'Svar på opfølgningens spørgsmål.',
    'followup.unanswered': 'Intet svar endnu.',
    'act.report_action': 'Hvordan gik det?',
    'act.report_action.about': 'Uden at give skyld: gik det, som I tænkte?',
    'happened.report_action': 'Det er noteret, hvordan det gik',
    'act.answer_review': 'Svar på et spørgsmål',
    'act.answer_review.about': 'Hvad I kom frem til sammen.',
    'happened.answer_review': 'Et opfølgningsspørgsmål er besvaret',
    'field.kept': 'Blev det gjort?',
    'word.kept': 'Ja',
    'word.partly': 'Delvist',
    'word.not_kept': 'Nej',
    'word.no_longer_needed': 'Ikke længere nødvendigt',
};

export default texts;
