export default {
    'evaluation.title': 'Vad tyckte de som var med?',
    'evaluation.about': 'Svaren är utan namn. Siffror visas först när minst fem har svarat.',
    'evaluation.none': 'Inga svar än.',
    'evaluation.answers': { one: '{n} svar', other: '{n} svar' },
    'evaluation.few': 'för få svar för att visas',
    'evaluation.value': { one: '{value}: {n} svar', other: '{value}: {n} svar' },
    'act.answer_questionnaire': 'Skriv in svar på frågor',
    'act.answer_questionnaire.about': 'Svaren sparas utan namn.',
    'happened.answer_questionnaire': 'Någon har svarat på frågorna',
    'field.questionnaire': 'Vilka frågor?',
    'field.answers': 'Svar',
    'field.words': 'Med egna ord',
} as const;
