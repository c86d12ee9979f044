import { describe, expect, it } from 'vitest';
import type { Act, Can, Field } from '../src/wire/wire.ts';
import {
    type Asked, bodyOf, choicesOf, differences, fieldsNow, freshDraft, groupsIn, isNeeded, isShown, labelNow, questionsIn, theirValues,
} from '../src/shell/form/engine.ts';

const field = (name: string, type: string, more: Partial<Field> = {}): Field => ({
    name, type, limit: 0, required: false, needed_when: '', words: [], ...more,
});
const can = (more: Partial<Can> = {}): Can => ({
    act: 'a', words: '', own_name: true, about: null, choices: [], for_whom: [], filled: [], ...more,
});
const asked = (fields: Field[], more: Partial<Asked> = {}, act: Partial<Act> = {}): Asked => ({
    act: { name: 'a', room: 'r', about: '', on_behalf: false, based_on: false, fields, ...act },
    can: can(), caseId: 'c', about: '', of: '', version: 7, slot: '', fields: {}, settled: [], for_whom: '', sees: [], ...more,
});
const draftOf = (what: Asked) => freshDraft(what, '2026-11-22', '2026-11-22T12:00:00Z');

describe('the body of an act', () => {
    it('leaves out what is empty and sends what was emptied', () => {
        const what = asked(
            [field('name', 'line'), field('note', 'text'), field('roles', 'choices')],
            { about: 'row', can: can({ about: ['row'], filled: [{ about: 'row', values: [{ field: 'note', value: ['old'] }] }] }) },
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
                choices: ['consent', 'staff'].map((f) => ({ field: f, options: [{ value: 'one', label: 'One', hint: '' }] })),
            }),
        });
        expect(draftOf(only)).toMatchObject({ values: { consent: 'one' }, for_whom: 'p' });
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
    const option = (value: string, label = '', hint = '') => ({ value, label, hint });
    const what = asked(
        [field('intake', 'choice', { required: true }), field('contact_person', 'line'), field('confirms', 'choices', { required: true })],
        {
            can: can({
                choices: [
                    { field: 'intake', options: [option('m/one', 'One'), option('m/two', 'Two')] },
                    { field: 'child', options: [option('m/one', 'How is the child?')] },
                    { field: 'contact_person', options: [option('m/two')] },
                    { field: 'confirms', options: [option('sure', 'I am sure', 'm/one'), option('aware', 'I am aware', 'm/two')] },
                ],
            }),
        },
    );
    const names = (intake: string) => fieldsNow(what, { intake }).map((f) => f.name);

    it('asks for what the chosen intake asks for, in its words', () => {
        expect(names('m/one')).toEqual(['intake', 'child', 'confirms']);
        expect(names('m/two')).toEqual(['intake', 'contact_person', 'confirms']);
        const child = fieldsNow(what, { intake: 'm/one' })[1]!;
        expect(labelNow(what, child, { intake: 'm/one' })).toBe('How is the child?');
        expect(choicesOf(what, what.act.fields[2]!, { intake: 'm/two' })).toEqual([option('aware', 'I am aware')]);
    });

    it('sends nothing of another intake', () => {
        const draft = draftOf(what);
        draft.values = { intake: 'm/two', child: 'written for the other', contact_person: 'Ann', confirms: ['aware'] };
        expect(bodyOf(what, draft).fields).toEqual({ intake: 'm/two', contact_person: 'Ann', confirms: ['aware'] });
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
