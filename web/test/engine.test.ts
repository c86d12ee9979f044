import { describe, expect, it } from 'vitest';
import type { Act, Can, Field } from '../src/wire/wire.ts';
import {
    type Asked, afterSet, asksWhomFirst, bodyOf, choicesOf, differences, fieldsNow, freshDraft, groupsIn, isNeeded, isShown, labelNow,
    partsOf, questionsIn, textOf, theirValues, valuesNow, withText,
} from '../src/shell/form/engine.ts';

const field = (name: string, type: string, more: Partial<Field> = {}): Field => ({
    name, type, limit: 0, required: false, needed_when: '', words: [], ...more,
});
const can = (more: Partial<Can> = {}): Can => ({
    act: 'a', words: '', own_name: true, about: null, choices: [], asks: [], for_whom: [], filled: [], ...more,
});
const asked = (fields: Field[], more: Partial<Asked> = {}, act: Partial<Act> = {}): Asked => ({
    act: { name: 'a', room: 'r', about: '', on_behalf: false, based_on: false, fields, ...act },
    can: can(), caseId: 'c', about: '', of: '', version: 7, slot: '', fields: {}, settled: [], for_whom: '', notes: [], sees: [], ...more,
});
const option = (value: string, label = '', hint = '', when = '') => ({ value, label, hint, when });
const draftOf = (what: Asked) => freshDraft(what, '2026-11-22', '2026-11-22T12:00:00Z');

describe('the body of an act', () => {
    it('leaves out what is empty and sends what was emptied', () => {
        const what = asked(
            [field('name', 'line'), field('note', 'text'), field('roles', 'choices')],
            { about: 'row', can: can({ about: [{ id: 'row', name: 'Row' }], filled: [{ about: 'row', values: [{ field: 'note', value: ['old'] }] }] }) },
            { about: 'thing', based_on: true },
        );
        const draft = draftOf(what);
        expect(draft.values).toEqual({ note: 'old' });
        draft.values = { name: '', note: '', roles: [] };
        const body = bodyOf(what, draft);
        expect(body).toMatchObject({ about: 'row', base: 7, fields: { note: '' } });
        expect(Object.keys(body.fields)).toEqual(['note']);
    });

    it('sends numbers as numbers, and no as an answer', () => {
        const what = asked([field('n', 'number'), field('sure', 'yes_no')], { fields: { n: '12', sure: false } });
        expect(bodyOf(what, draftOf(what)).fields).toEqual({ n: 12, sure: false });
    });

    it('tells on whose behalf, how and when, only where the act takes it and somebody is named', () => {
        const whom = [{ id: 'p', name: 'P' }];
        const what = asked([], { for_whom: 'p', can: can({ for_whom: whom }) }, { on_behalf: true });
        expect(bodyOf(what, draftOf(what))).toMatchObject({ for_whom: 'p', told: 'in_person', told_on: '2026-11-22' });
        expect(bodyOf({ ...what, act: { ...what.act, on_behalf: false } }, draftOf(what))).not.toHaveProperty('told');
        const self = asked([], { can: can({ for_whom: whom }) }, { on_behalf: true });
        expect(bodyOf(self, draftOf(self))).not.toHaveProperty('for_whom');
    });

    it('chooses where there is no choice', () => {
        const only = asked([field('consent', 'choice', { required: true }), field('staff', 'choice')], {
            can: can({
                own_name: false,
                for_whom: [{ id: 'p', name: 'P' }],
                choices: ['consent', 'staff'].map((f) => ({ field: f, options: [option('one', 'One')] })),
            }),
        });
        expect(draftOf(only).for_whom).toBe('p');
        expect(bodyOf(only, draftOf(only)).fields).toEqual({ consent: 'one' });
    });
});

describe('what a field needs and offers', () => {
    it('is needed when another field says so', () => {
        const why = field('why', 'text', { needed_when: 'answer=no|later' });
        expect(isNeeded(why, { answer: 'later' })).toBe(true);
        expect(isNeeded(why, { answer: 'yes' })).toBe(false);
        expect(isNeeded(why, {})).toBe(false);
    });

    it('asks a questionnaire question by question', () => {
        const options = ['a=1', 'a=2', 'b=yes'].map((value) => ({ value, label: value, hint: '' }));
        expect([...questionsIn(options)!.keys()]).toEqual(['a', 'b']);
        expect(questionsIn([{ value: 'plain', label: '', hint: '' }])).toBeNull();
        expect(questionsIn([])).toBeNull();
    });
});

describe('a beginning', () => {
    const what = asked(
        [field('intake', 'choice', { required: true }), field('contact_person', 'line'), field('confirms', 'choices', { required: true })],
        {
            can: can({
                choices: [
                    { field: 'intake', options: [option('m/one', 'One'), option('m/two', 'Two')] },
                    { field: 'confirms', options: [option('sure', 'I am sure', '', 'intake=m/one'), option('aware', 'I am aware', '', 'intake=m/two')] },
                ],
                asks: [
                    { field: 'child', label: 'How is the child?', when: 'intake=m/one', required: true },
                    { field: 'contact_person', label: '', when: 'intake=m/two', required: true },
                ],
            }),
        },
    );
    const names = (intake: string) => fieldsNow(what, { intake }).map((f) => f.name);

    it('asks for what the chosen intake asks for, in its words', () => {
        expect(names('')).toEqual(['intake']);
        expect(names('m/one')).toEqual(['intake', 'child', 'confirms']);
        expect(names('m/two')).toEqual(['intake', 'contact_person', 'confirms']);
        const child = fieldsNow(what, { intake: 'm/one' })[1]!;
        expect(labelNow(what, child, { intake: 'm/one' })).toBe('How is the child?');
        expect(choicesOf(what, what.act.fields[2]!, { intake: 'm/two' })).toEqual([{ value: 'aware', label: 'I am aware', hint: '' }]);
    });

    it('sends nothing of another intake', () => {
        const draft = draftOf(what);
        draft.values = { intake: 'm/two', child: 'written for the other', contact_person: 'Ann', confirms: ['aware', 'sure'] };
        expect(bodyOf(what, draft).fields).toEqual({ intake: 'm/two', contact_person: 'Ann', confirms: ['aware'] });
    });
});

describe('a questionnaire', () => {
    const whom = [{ id: 'gran', name: 'Gran' }, { id: 'nurse', name: 'Nurse' }];
    const what = asked(
        [field('questionnaire', 'choice', { required: true }), field('answers', 'choices', { required: true }), field('words', 'texts')],
        {
            can: can({
                own_name: false,
                for_whom: whom,
                choices: [
                    { field: 'questionnaire', options: [option('family', 'Family', '', 'for_whom=gran'), option('later', 'Later', '', 'for_whom=gran'), option('staff', 'Staff', '', 'for_whom=nurse')] },
                    { field: 'answers', options: ['family', 'later', 'staff'].flatMap((q) => [option('heard=1', '1', `Heard, ${q}?`, `questionnaire=${q}`), option('heard=2', '2', `Heard, ${q}?`, `questionnaire=${q}`)]) },
                    { field: 'words', options: [option('more', 'Anything more?', '', 'questionnaire=family')] },
                ],
            }),
        },
        { on_behalf: true },
    );
    const names = (values: Record<string, string>) => fieldsNow(what, values).map((f) => f.name);

    it('is asked when it is known whose answers they are, and its questions when it is chosen', () => {
        expect(asksWhomFirst(what)).toBe(true);
        expect(names({ for_whom: '' })).toEqual([]);
        expect(names({ for_whom: 'gran' })).toEqual(['questionnaire']);
        expect(names({ for_whom: 'gran', questionnaire: 'later' })).toEqual(['questionnaire', 'answers']);
        expect(names({ for_whom: 'gran', questionnaire: 'family' })).toEqual(['questionnaire', 'answers', 'words']);
        const shown = choicesOf(what, what.act.fields[1]!, { questionnaire: 'later' });
        expect(new Set(shown.map((one) => one.hint))).toEqual(new Set(['Heard, later?']));
    });

    it('is chosen where there is no other, whoever is chosen before it', () => {
        const draft = { ...draftOf(what), for_whom: 'nurse' };
        expect(valuesNow(what, draft)['questionnaire']).toBe('staff');
        // chosen for the other person before
        draft.values = { questionnaire: 'family', answers: ['heard=2'], words: ['more=It was long'] };
        expect(bodyOf(what, draft).fields).toEqual({ questionnaire: 'staff', answers: ['heard=2'] });
    });

    it('takes a text for each question, and none for an empty one', () => {
        const texts = withText(['more=It was long'], 'other', 'a=b');
        expect(textOf(texts, 'other')).toBe('a=b');
        expect(withText(texts, 'more', '')).toEqual(['other=a=b']);
    });
});

describe('a meeting that is set', () => {
    const row = (about: string, values: Record<string, string>) => ({
        about, values: Object.entries(values).map(([f, value]) => ({ field: f, value: [value] })),
    });
    const fields = [
        field('meeting', 'choice', { required: true }), field('day', 'date'), field('starts', 'time'), field('ends', 'time'),
        field('place', 'line'),
    ];
    const of = (...meetings: string[]) =>
        asked(fields, {
            can: can({
                choices: [{ field: 'meeting', options: meetings.map((one) => option(one)) }],
                filled: [
                    row('one', { lasts: '180' }),
                    row('two', { day: '2026-12-01', starts: '09:00', ends: '10:30', place: 'The library', lasts: '90' }),
                ],
            }),
        });
    const what = of('one', 'two', 'three');
    const set = (values: Record<string, string>, name: string, value: string, asks = what) =>
        afterSet(asks, { ...draftOf(asks), values }, name, value);

    it('ends when its time is over, wherever it begins', () => {
        expect(set({ meeting: 'one' }, 'starts', '13:00')['ends']).toBe('16:00');
        expect(set({ meeting: 'one', starts: '13:00', ends: '16:00' }, 'starts', '14:15')['ends']).toBe('17:15');
        expect(set({}, 'starts', '13:00', of('one'))['ends']).toBe('16:00');
    });

    it('ends as somebody wrote, and not after midnight', () => {
        const short = { meeting: 'one', starts: '13:00', ends: '14:00' };
        expect(set(short, 'starts', '12:00')['ends']).toBe('14:00');
        expect(set(short, 'ends', '')['ends']).toBe('');
        expect(set({ meeting: 'one' }, 'starts', '22:00')['ends']).toBeUndefined();
        expect(set({ meeting: 'three' }, 'starts', '13:00')['ends']).toBeUndefined();
    });

    it('begins with what is planned, and leaves what is written', () => {
        const values = set({ place: 'The hall' }, 'meeting', 'two');
        expect(values).toEqual({ meeting: 'two', day: '2026-12-01', starts: '09:00', ends: '10:30', place: 'The hall' });
        expect(set({ ...values, place: 'The hall' } as Record<string, string>, 'place', '')['place']).toBe('');
        expect(draftOf({ ...what, fields: { meeting: 'two' } }).values).toMatchObject({ place: 'The library' });
        expect(draftOf(of('two')).values).toMatchObject({ day: '2026-12-01', ends: '10:30' });
    });
});

describe('a conflict', () => {
    const trouble = { code: 'conflict', message: '', fields: [], theirs: [{ field: 'text', value: ['theirs'] }, { field: 'kind', value: ['a'] }] };
    const what = asked([field('text', 'text'), field('kind', 'choice', { words: ['a', 'b'] })], { fields: { text: 'mine', kind: 'a' } });

    it('shows both where they differ, and can go on from theirs', () => {
        expect(differences(what, draftOf(what), trouble)).toEqual([{ field: 'text', mine: 'mine', theirs: 'theirs' }]);
        expect(theirValues(what, trouble)).toEqual({ text: 'theirs', kind: 'a' });
    });
});

describe('what is shown', () => {
    it('is what another field asks for, and what has been written', () => {
        const instead = field('instead', 'text', { needed_when: 'verdict=no|later' });
        expect(isShown(instead, {})).toBe(false);
        expect(isShown(instead, { verdict: 'yes' })).toBe(false);
        expect(isShown(instead, { verdict: 'later' })).toBe(true);
        expect(isShown(instead, { verdict: 'yes', instead: 'A talk' })).toBe(true);
        expect(isShown(field('reason', 'text', { needed_when: 'verdict=no' }), { verdict: 'yes' })).toBe(true);
        expect(isShown(field('note', 'text'), {})).toBe(true);
    });

    it('stands in groups where the second line is shared', () => {
        const choice = (value: string, hint: string) => ({ value, label: value, hint });
        const groups = groupsIn([choice('a', 'one'), choice('b', 'one'), choice('c', 'two')]);
        expect([...groups!.keys()]).toEqual(['one', 'two']);
        expect(groupsIn([choice('a', 'one'), choice('b', 'two')])).toBeNull();
        expect(groupsIn([choice('a', ''), choice('b', ''), choice('c', 'two')])).toBeNull();
    });
});

describe('a long form', () => {
    const optional = (n: number) => Array.from({ length: n }, (_, i) => field(`o${i}`, 'line'));
    const names = (fields: Field[]) => fields.map(({ name }) => name);

    it('asks first what must be answered, and two things more', () => {
        const [first, rest] = partsOf([field('name', 'line', { required: true }), ...optional(8), field('role', 'choice', { required: true })], {});
        expect(names(first)).toEqual(['name', 'o0', 'o1', 'role']);
        expect(names(rest)).toEqual(['o2', 'o3', 'o4', 'o5', 'o6', 'o7']);
    });

    it('folds nothing that another answer needs, and a short one nothing at all', () => {
        const needed = field('instead', 'text', { needed_when: 'o0=yes' });
        expect(names(partsOf([...optional(8), needed], { o0: 'yes' })[0])).toEqual(['o0', 'o1', 'instead']);
        expect(partsOf(optional(7), {})[1]).toEqual([]);
    });
});
