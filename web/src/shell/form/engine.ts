// From the declaration of an act to a form, and from the form to a request. No rule of any act is
// known here: which fields there are, what can be chosen and who it can be for come from the server.
import type { Draft, Value, Values } from '../../base/drafts.ts';
import { newId } from '../../base/id.ts';
import { lookUp, named, upper } from '../../base/words.ts';
import type { Choice } from '../../look/fields.tsx';
import type { Act, ActBody, Can, Field, Option, Trouble } from '../../wire/wire.ts';

/** What somebody wants to do. */
export interface Asked {
    act: Act;
    can: Can;
    caseId: string;
    about: string;
    /** The name of whom or what it is about. */
    of: string;
    version: number;
    /** Where the draft lies. */
    slot: string;
    fields: Values;
    settled: string[];
    for_whom: string;
    /** What is to be read first. */
    notes: readonly string[];
    /** Who can see what is written here. */
    sees: string[];
}

const isList = (field: Field): boolean => ['choices', 'people', 'texts'].includes(field.type);

function fromWire(field: Field, value: string[]): Value {
    if (isList(field)) return value;
    if (field.type === 'yes_no') return value[0] === 'true' || value[0] === 'yes';
    return value[0] ?? '';
}

/** What stands in the fields now, for an act that changes something. */
export function standing(asked: Asked): Values {
    const row = asked.can.filled.find((r) => r.about === asked.about);
    const values: Values = {};
    for (const field of asked.act.fields) {
        const found = row?.values.find((v) => v.field === field.name);
        if (found) values[field.name] = fromWire(field, found.value);
    }
    return values;
}

/** "answer=no|later": whether that field says one of these. `for_whom` is whom it is recorded for. */
export function says(condition: string, values: Values): boolean {
    const cut = condition.indexOf('=');
    const value = values[condition.slice(0, cut)];
    const has = Array.isArray(value) ? value : [String(value ?? '')];
    return condition.slice(cut + 1).split('|').some((word) => has.includes(word));
}

const isOffered = (option: Option, values: Values): boolean => option.when === '' || says(option.when, values);

/** What can be chosen in a field as the others stand; null where nothing is offered to choose among. */
function offered(asked: Asked, field: Field, values: Values): Option[] | null {
    const given = asked.can.choices.find((c) => c.field === field.name);
    return given ? given.options.filter((option) => isOffered(option, values)) : null;
}

/** What leaves no choice is chosen: a field that must be filled in and has one option. */
function settled(asked: Asked, values: Values): Values {
    const all = { ...values };
    for (const field of asked.act.fields) {
        const options = offered(asked, field, all) ?? [];
        const one = options.length === 1 ? options[0] : undefined;
        if (field.required && one && !isList(field)) all[field.name] = one.value;
    }
    return all;
}

/** The fields as they stand, with what leaves no choice and whom it is recorded for. */
export const valuesNow = (asked: Asked, draft: Draft): Values =>
    settled(asked, { ...draft.values, for_whom: draft.for_whom });

/** What the server tells about the thing that is chosen, for an act that is about no row. */
const chosenRow = (asked: Asked, values: Values) => {
    const isChosen = (about: string) =>
        about !== '' && asked.act.fields.some((field) => field.type === 'choice' && values[field.name] === about);
    return asked.act.about ? undefined : asked.can.filled.find((row) => isChosen(row.about));
};

/** What follows from what is chosen: what stands about it now, and nothing over what was written. */
function suggested(asked: Asked, values: Values): Values {
    const found: Values = {};
    for (const { field: name, value } of chosenRow(asked, values)?.values ?? []) {
        const field = asked.act.fields.find((f) => f.name === name);
        if (field && !isThere(values[name])) found[name] = fromWire(field, value);
    }
    return found;
}

/** When it ends, from when it begins and how long it lasts; nothing after midnight. */
function endOf(asked: Asked, values: Values): string {
    const lasts = Number(chosenRow(asked, values)?.values.find((v) => v.field === 'lasts')?.value[0] ?? '');
    const starts = typeof values['starts'] === 'string' ? values['starts'] : '';
    if (!lasts || !/^\d\d:\d\d$/.test(starts)) return '';
    const end = Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3)) + lasts;
    const two = (n: number): string => String(n).padStart(2, '0');
    return end < 24 * 60 ? `${two(Math.floor(end / 60))}:${two(end % 60)}` : '';
}

/** What is written when one field is, with what follows from it. An end that somebody wrote stays. */
export function afterSet(asked: Asked, draft: Draft, name: string, value: Value): Values {
    const before = valuesNow(asked, draft);
    const next = { ...before, [name]: value };
    const chosen = chosenRow(asked, next) !== chosenRow(asked, before);
    const follows: Values = { [name]: value, ...(chosen ? suggested(asked, next) : {}) };
    const now = { ...next, ...follows };
    const end = name !== 'ends' && (!isThere(now['ends']) || now['ends'] === endOf(asked, before)) ? endOf(asked, now) : '';
    return { ...draft.values, ...follows, ...(end ? { ends: end } : {}) };
}

export function freshDraft(asked: Asked, today: string, now: string): Draft {
    const whom = asked.can.own_name ? [] : asked.can.for_whom;
    const values = { ...standing(asked), ...asked.fields };
    return {
        id: newId(),
        base: asked.version,
        values: { ...values, ...suggested(asked, settled(asked, values)) },
        for_whom: asked.for_whom || (whom.length === 1 ? (whom[0]?.id ?? '') : ''),
        told: 'in_person',
        told_on: today,
        at: now,
    };
}

const long = 7;

/** A long form in two parts: what must be filled in and the first of the rest, and what one may add. */
export function partsOf(fields: readonly Field[], values: Values): [Field[], Field[]] {
    const rest = fields.length > long ? fields.filter((field) => !isNeeded(field, values)).slice(2) : [];
    return [fields.filter((field) => !rest.includes(field)), rest];
}

export const isThere = (value: Value | undefined): value is Value =>
    typeof value === 'boolean' || (value !== undefined && value.length > 0);

/** Without what was chosen before another field took it out of what is offered. */
function stillOffered(asked: Asked, field: Field, values: Values): Value | undefined {
    const value = values[field.name];
    const given = asked.can.choices.find((c) => c.field === field.name);
    if (!given?.options.some((option) => option.when !== '')) return value;
    const words = offered(asked, field, values)?.map((option) => option.value) ?? [];
    if (Array.isArray(value)) return value.filter((one) => words.includes(field.type === 'texts' ? keyOf(one) : one));
    return typeof value === 'string' && !words.includes(value) ? '' : value;
}

/** Empty fields are left out, save those that stood filled and were emptied: that is a change. */
export function bodyOf(asked: Asked, draft: Draft): ActBody {
    const stood = standing(asked);
    const values = valuesNow(asked, draft);
    const fields: ActBody['fields'] = {};
    for (const field of fieldsNow(asked, values)) {
        const value = stillOffered(asked, field, values);
        if (isThere(value)) fields[field.name] = field.type === 'number' ? Number(value) : value;
        else if (isThere(stood[field.name]) && value !== undefined) fields[field.name] = value;
    }
    return {
        id: draft.id,
        ...(asked.act.about ? { about: asked.about } : {}),
        ...(asked.act.based_on ? { base: draft.base } : {}),
        ...(asked.act.on_behalf && draft.for_whom
            ? { for_whom: draft.for_whom, told: draft.told, told_on: draft.told_on }
            : {}),
        fields,
    };
}

/** Required always, or because another field says so. */
export const isNeeded = (field: Field, values: Values): boolean =>
    field.required || (field.needed_when !== '' && says(field.needed_when, values));

/** A reason can be given where nobody asks for one. */
const isFree = (field: Field): boolean => field.name === 'reason';

/** What another field must first ask for is not shown before; what was written in it stays in sight. */
export function isShown(field: Field, values: Values): boolean {
    return field.needed_when === '' || isFree(field) || isNeeded(field, values) || isThere(values[field.name]);
}

/**
 * The fields to be shown and sent as the others stand. `asks` tells what is asked for only when
 * another field says so: a declared field, or a text of the model's own. A field of which nothing
 * is offered now is not asked.
 */
export function fieldsNow(asked: Asked, values: Values): Field[] {
    const { act, can } = asked;
    const now = can.asks.filter((one) => says(one.when, values));
    const own = act.fields.flatMap((field) => {
        if (offered(asked, field, values)?.length === 0) return [];
        const asks = now.find((one) => one.field === field.name);
        if (asks) return [{ ...field, required: asks.required }];
        return can.asks.some((one) => one.field === field.name) ? [] : [field];
    });
    const extra = now
        .filter((one) => !act.fields.some((field) => field.name === one.field))
        .map((one): Field => ({ name: one.field, type: 'text', limit: 0, required: one.required, needed_when: '', words: [] }));
    const last = own.findIndex((field) => isList(field));
    return last < 0 ? [...own, ...extra] : [...own.slice(0, last), ...extra, ...own.slice(last)];
}

/** Whose it is decides what is asked: then that comes first. */
export const asksWhomFirst = (asked: Asked): boolean =>
    asked.can.choices.some((c) => c.options.some((option) => option.when.startsWith('for_whom=')));

/** The model's words for a field that it asks for, else those of the catalogue. */
export function labelNow(asked: Asked, field: Field, values: Values): string {
    const own = asked.can.asks.find((one) => one.field === field.name && says(one.when, values))?.label;
    return own || fieldLabel(asked.act.name, field.name);
}

/** Without values: whatever can ever be chosen, for saying what was. */
export function choicesOf(asked: Asked, field: Field, values?: Values): Choice[] {
    const given = asked.can.choices.find((c) => c.field === field.name);
    if (given) {
        const options = values ? given.options.filter((option) => isOffered(option, values)) : given.options;
        return options.map((option) => ({
            value: option.value,
            hint: option.hint,
            label: option.label ? sayOption(option.label) : wordOf(field.name, option.value),
        }));
    }
    return field.words.map((value) => ({ value, label: wordOf(field.name, value), hint: '' }));
}

/** "words=It was good": one of several texts in a field, with what it answers. */
export const keyOf = (text: string): string => text.slice(0, text.indexOf('='));
export const textOf = (texts: readonly string[], key: string): string =>
    texts.find((one) => keyOf(one) === key)?.slice(key.length + 1) ?? '';
export const withText = (texts: readonly string[], key: string, text: string): string[] => [
    ...texts.filter((one) => keyOf(one) !== key),
    ...(text ? [`${key}=${text}`] : []),
];

const wordOf = (field: string, value: string): string =>
    upper(named(value, `word.${field}.${value}`, `${field}.${value}`, `word.${value}`));

const sayOption = (label: string): string =>
    label === 'yes' || label === 'no' ? (lookUp(`word.${label}`) ?? label) : label;

export const fieldLabel = (act: string, field: string): string =>
    named(field, `field.${act}.${field}`, `field.${field}`);
export const fieldHint = (act: string, field: string): string =>
    lookUp(`field.${act}.${field}.hint`) ?? lookUp(`field.${field}.hint`) ?? '';
export const actLabel = (can: Can): string => can.words || named(can.act, `act.${can.act}`);

/** Options "question=answer" are asked question by question; null where they are plain choices. */
export function questionsIn(choices: readonly Choice[]): Map<string, Choice[]> | null {
    if (choices.length === 0 || !choices.every((c) => c.value.includes('='))) return null;
    const questions = new Map<string, Choice[]>();
    for (const choice of choices) {
        const question = choice.value.slice(0, choice.value.indexOf('='));
        questions.set(question, [...(questions.get(question) ?? []), choice]);
    }
    return questions;
}

/** Choices whose second line is shared are shown in groups under it; null where each has its own. */
export function groupsIn(choices: readonly Choice[]): Map<string, Choice[]> | null {
    const groups = new Map<string, Choice[]>();
    for (const choice of choices) groups.set(choice.hint, [...(groups.get(choice.hint) ?? []), choice]);
    return groups.size > 1 && groups.size < choices.length && !groups.has('') ? groups : null;
}

export interface Difference {
    field: string;
    mine: string;
    theirs: string;
}

/** Where my text and the one that stands now differ, for reading. */
export function differences(asked: Asked, draft: Draft, trouble: Trouble): Difference[] {
    return trouble.theirs.flatMap(({ field: name, value }) => {
        const field = asked.act.fields.find((f) => f.name === name);
        if (!field) return [];
        const mine = sayValue(asked, field, draft.values[name]);
        const theirs = sayValue(asked, field, fromWire(field, value));
        return mine === theirs ? [] : [{ field: name, mine, theirs }];
    });
}

export function theirValues(asked: Asked, trouble: Trouble): Values {
    const values: Values = {};
    for (const { field: name, value } of trouble.theirs) {
        const field = asked.act.fields.find((f) => f.name === name);
        if (field) values[name] = fromWire(field, value);
    }
    return values;
}

export function sayValue(asked: Asked, field: Field, value: Value | undefined): string {
    if (value === undefined) return '';
    if (typeof value === 'boolean') return named(String(value), value ? 'word.yes' : 'word.no');
    const choices = choicesOf(asked, field);
    const label = (one: string) => choices.find((c) => c.value === one)?.label ?? one;
    if (!Array.isArray(value)) return label(value);
    if (field.type === 'texts') return value.map((one) => textOf([one], keyOf(one))).join('\n\n');
    return value.map(label).join(', ');
}
