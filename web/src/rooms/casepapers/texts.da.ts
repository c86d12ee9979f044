import type { Like } from '../../base/words.ts';
import type sv from './texts.sv.ts';

const texts: Like<typeof sv> = {
    'papers.title': 'Sagens papirer',
    'papers.about': 'Myndighedens egne papirer. Den, der leder møderne, ser dem ikke.',
    'papers.none': 'Ingen papirer endnu.',
    'papers.by': '{who}, {day}',
    'paper.investigation': 'Undersøgelse',
    'paper.decision': 'Afgørelse',
    'paper.notification': 'Underretning',
    'act.write_paper': 'Skriv et papir',
    'act.write_paper.about': 'Undersøgelse, afgørelse eller underretning.',
    'happened.write_paper': 'Et papir er skrevet',
    'act.change_paper': 'Ret papiret',
    'act.change_paper.about': 'Det, der stod før, glemmes ikke: det bliver under det, der er sket.',
    'happened.change_paper': 'Et papir er rettet',
    'field.kind': 'Hvad er det?',
    'field.title': 'Overskrift',
    'field.dated': 'Dateret',
    'word.investigation': 'Undersøgelse',
    'word.decision': 'Afgørelse',
    'word.notification': 'Underretning',
};

export default texts;
