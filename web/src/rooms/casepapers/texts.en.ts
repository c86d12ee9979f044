import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'papers.title': 'Case papers',
    'papers.about': 'The authority\'s own papers. The coordinator does not see them.',
    'papers.none': 'No papers yet.',
    'papers.by': '{who}, {day}',
    'paper.investigation': 'Investigation',
    'paper.decision': 'Decision',
    'paper.notification': 'Notification',
    'act.write_paper': 'Write a paper',
    'act.write_paper.about': 'Investigation, decision or notification.',
    'happened.write_paper': 'A paper was written',
    'act.change_paper': 'Change the paper',
    'act.change_paper.about': 'What stood before is not forgotten: it stays under what has happened.',
    'happened.change_paper': 'A paper was changed',
    'field.kind': 'What is it?',
    'field.title': 'Heading',
    'field.dated': 'Dated',
    'word.investigation': 'Investigation',
    'word.decision': 'Decision',
    'word.notification': 'Notification',
};

export default texts;
