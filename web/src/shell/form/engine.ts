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
    /** Who can see what is written here. */
    sees: string[];
}

const isList = (field: Field): boolean => field.type === 'choices' || field.type === 'people';

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

/** What leaves no choice is chosen: a field that must be filled in and has one option. */
function onlyOnes(asked: Asked): Values {
    const values: Values = {};
    for (const field of asked.act.fields) {
        const options = asked.can.choices.find((c) => c.field === field.name)?.options ?? [];
        const one = options.length === 1 ? options[0] : undefined;
        if (field.required && one && !isList(field)) values[field.name] = one.value;
    }
    return values;
}

export function freshDraft(asked: Asked, today: string, now: string): Draft {
    const whom = asked.can.own_name ? [] : asked.can.for_whom;
    return {
        id: newId(),
        base: asked.version,
        values: { ...onlyOnes(asked), ...standing(asked), ...asked.fields },
        for_whom: asked.for_whom || (whom.length === 1 ? (whom[0]?.id ?? '') : ''),
        told: 'in_person',
        told_on: today,
        at: now,
    };
}

const isThere = (value: Value | undefined): value is Value =>
    typeof value === 'boolean' || (value !== undefined && value.length > 0);

/** Empty fields are left out, save those that stood filled and were emptied: that is a change. */
export function bodyOf(asked: Asked, draft: Draft): ActBody {
    const stood = standing(asked);
    const fields: ActBody['fields'] = {};
    for (const field of fieldsNow(asked, draft.values)) {
        const value = draft.values[field.name];
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

/** Required always, or because another field says so: "answer=not_suitable|more_needed". */
export function isNeeded(field: Field, values: Values): boolean {
    if (field.required) return true;
    const [other, wanted] = field.needed_when.split('=');
    if (!other || wanted === undefined) return false;
    const value = values[other];
    const has = Array.isArray(value) ? value : [String(value ?? '')];
    return wanted.split('|').some((word) => has.includes(word));
}

/** A reason can be given where nobody asks for one. */
const isFree = (field: Field): boolean => field.name === 'reason';

/** What another field must first ask for is not shown before; what was written in it stays in sight. */
export function isShown(field: Field, values: Values): boolean {
    return field.needed_when === '' || isFree(field) || isNeeded(field, values) || isThere(values[field.name]);
}

/** A beginning asks, beside its own fields, for what the chosen intake asks for. */
const intake = 'intake';
const belongs = (option: Option, chosen: Value | undefined): boolean => option.value === chosen;

/**
 * The fields to be shown and sent now. For a beginning, `choices` tells more than the declaration:
 * an undeclared field is a text that the intakes named by its options ask for, in their words; a
 * declared one whose options are intakes without words is asked for by those alone.
 */
export function fieldsNow(asked: Asked, values: Values): Field[] {
    const { act, can } = asked;
    if (!act.fields.some((field) => field.name === intake)) return act.fields;
    const chosen = values[intake];
    const extra = can.choices
        .filter((c) => !act.fields.some((field) => field.name === c.field))
        .filter((c) => c.options.some((option) => belongs(option, chosen)))
        .map((c): Field => ({ name: c.field, type: 'text', limit: 0, required: true, needed_when: '', words: [] }));
    const own = act.fields.flatMap((field) => {
        const options = can.choices.find((c) => c.field === field.name)?.options;
        if (!isByIntake(field, options)) return isList(field) && options?.length === 0 ? [] : [field];
        return options?.some((option) => belongs(option, chosen)) ? [{ ...field, required: true }] : [];
    });
    const last = own.findIndex((field) => isList(field));
    return last < 0 ? [...own, ...extra] : [...own.slice(0, last), ...extra, ...own.slice(last)];
}

const isByIntake = (field: Field, options: readonly Option[] | undefined): boolean =>
    (field.type === 'line' || field.type === 'text') && options !== undefined;

/** The words of an intake's own field, else those of the catalogue. */
export function labelNow(asked: Asked, field: Field, values: Values): string {
    const options = asked.can.choices.find((c) => c.field === field.name)?.options ?? [];
    const own = field.type === 'text' ? options.find((option) => belongs(option, values[intake]))?.label : '';
    return own || fieldLabel(asked.act.name, field.name);
}

export function choicesOf(asked: Asked, field: Field, values: Values = {}): Choice[] {
    const given = asked.can.choices.find((c) => c.field === field.name);
    const chosen = values[intake];
    if (given && field.name !== intake && typeof chosen === 'string' && chosen !== '') {
        const here = given.options.filter((option) => option.hint === chosen);
        if (here.length > 0) return here.map((option) => ({ ...option, hint: '' }));
    }
    if (given)
        return given.options.map((option) => ({
            ...option,
            label: option.label ? sayOption(option.label) : wordOf(field.name, option.value),
        }));
    return field.words.map((value) => ({ value, label: wordOf(field.name, value), hint: '' }));
}

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
    return Array.isArray(value) ? value.map(label).join(', ') : label(value);
}
