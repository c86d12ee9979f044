import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'followup.title': 'How has it gone?',
    'followup.about': 'Answers to the follow-up questions.',
    'followup.unanswered': 'No answer yet.',
    'act.report_action': 'How did it go?',
    'act.report_action.about': 'Without blame: did it go as you thought?',
    'happened.report_action': 'It was recorded how it went',
    'act.answer_review': 'Answer a question',
    'act.answer_review.about': 'What you came to together.',
    'happened.answer_review': 'A follow-up question was answered',
    'field.kept': 'Was it done?',
    'word.kept': 'Yes',
    'word.partly': 'In part',
    'word.not_kept': 'No',
    'word.no_longer_needed': 'No longer needed',
};

export default texts;
