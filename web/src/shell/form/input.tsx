import type { JSX } from 'preact';
import type { Value, Values } from '../../base/drafts.ts';
import { type Choice, Checks, Group, Line, Radios, Select, Text } from '../../look/fields.tsx';
import type { Field } from '../../wire/wire.ts';
import { t } from '../t.ts';
import {
    type Asked, choicesOf, fieldHint, groupsIn, isNeeded, labelNow, questionsIn, textOf, withText,
} from './engine.ts';

export interface InputProps {
    asked: Asked;
    field: Field;
    values: Values;
    wrong: readonly string[] | undefined;
    set(name: string, value: Value): void;
}

export const inputId = (field: string): string => `f-${field}`;
const few = 7;
const contacts: Record<string, 'tel' | 'email' | 'password'> = {
    phone: 'tel',
    mail: 'email',
    password: 'password',
    old_password: 'password',
    new_password: 'password',
};

export const isSecret = (field: string): boolean => contacts[field] === 'password';

export function Input(props: InputProps): JSX.Element {
    const { asked, field, values } = props;
    const value = values[field.name];
    const set = (next: Value) => props.set(field.name, next);
    const common = {
        id: inputId(field.name),
        label: labelNow(asked, field, values),
        hint: fieldHint(asked.act.name, field.name),
        optional: isNeeded(field, values) ? '' : t('form.optional'),
        wrong: props.wrong,
    };
    const text = typeof value === 'string' ? value : '';
    switch (field.type) {
        case 'text':
            return (
                <Text {...common} value={text} limit={field.limit} onInput={set} left={(n) => leftOver(n)} />
            );
        case 'date':
        case 'time':
        case 'number':
            return <Line {...common} type={field.type} value={text} dir="ltr" onInput={set} />;
        case 'yes_no':
            return (
                <Radios
                    {...common}
                    side
                    choices={[
                        { value: 'yes', label: t('word.yes'), hint: '' },
                        { value: 'no', label: t('word.no'), hint: '' },
                    ]}
                    value={value === true ? 'yes' : value === false ? 'no' : ''}
                    onPick={(word) => set(word === 'yes')}
                />
            );
        case 'choice':
        case 'person':
        case 'row':
            return <One common={common} choices={choicesOf(asked, field, values)} value={text} set={set} />;
        case 'choices':
        case 'people':
            return (
                <Many
                    common={common}
                    choices={choicesOf(asked, field, values)}
                    value={Array.isArray(value) ? value : []}
                    set={set}
                />
            );
        case 'texts':
            return (
                <Texts
                    common={common}
                    choices={choicesOf(asked, field, values)}
                    value={Array.isArray(value) ? value : []}
                    limit={field.limit}
                    set={set}
                />
            );
        default:
            return <Line {...common} type={contacts[field.name] ?? 'text'} value={text} onInput={set} />;
    }
}

const leftOver = (n: number): string => (n < 0 ? t('form.over', { n: -n }) : t('form.left', { n }));

interface Common {
    id: string;
    label: string;
    hint: string;
    optional: string;
    wrong: readonly string[] | undefined;
}

function One(props: {
    common: Common;
    choices: Choice[];
    value: string;
    set(value: string): void;
}): JSX.Element {
    const { common, choices, value, set } = props;
    if (choices.length === 0) return <Line {...common} value={value} onInput={set} />;
    if (choices.length > few)
        return <Select {...common} choices={choices} value={value} onPick={set} none={t('form.choose')} />;
    const free = common.optional !== '';
    const all = free ? [...choices, { value: '', label: t('form.none'), hint: '' }] : choices;
    return <Radios {...common} choices={all} value={value} onPick={set} />;
}

/** A text for each question; the only one stands by itself. */
function Texts(props: {
    common: Common;
    choices: Choice[];
    value: string[];
    limit: number;
    set(value: string[]): void;
}): JSX.Element {
    const { common, choices, value, limit, set } = props;
    const text = (choice: Choice) => ({
        label: choice.label,
        value: textOf(value, choice.value),
        limit,
        onInput: (words: string) => set(withText(value, choice.value, words)),
        left: (n: number) => leftOver(n),
    });
    const [only, ...others] = choices;
    if (only && others.length === 0) return <Text {...common} {...text(only)} />;
    return (
        <Group {...common}>
            {choices.map((choice) => (
                <Text key={choice.value} id={`${common.id}-${choice.value}`} {...text(choice)} />
            ))}
        </Group>
    );
}

function Many(props: {
    common: Common;
    choices: Choice[];
    value: string[];
    set(value: string[]): void;
}): JSX.Element {
    const { common, choices, value, set } = props;
    const questions = questionsIn(choices);
    const groups = questions ? null : groupsIn(choices);
    if (groups) {
        const elsewhere = (group: Choice[]) => value.filter((v) => !group.some((choice) => choice.value === v));
        return (
            <Group {...common}>
                {[...groups].map(([name, group], i) => (
                    <Checks
                        key={name}
                        id={`${common.id}-${i}`}
                        label={name}
                        choices={group.map((choice) => ({ ...choice, hint: '' }))}
                        value={value.filter((v) => !elsewhere(group).includes(v))}
                        onPick={(picked) => set([...elsewhere(group), ...picked])}
                    />
                ))}
            </Group>
        );
    }
    if (!questions) {
        return <Checks {...common} choices={choices} value={value} onPick={set} all={[t('form.all'), t('form.no_one')]} />;
    }
    const others = (question: string) => value.filter((v) => !v.startsWith(`${question}=`));
    return (
        <Group {...common}>
            {[...questions].map(([question, answers]) => (
                <Radios
                    key={question}
                    id={`${common.id}-${question}`}
                    label={answers.find((a) => a.hint)?.hint ?? question}
                    side
                    choices={answers.map((a) => ({ ...a, hint: '' }))}
                    value={value.find((v) => v.startsWith(`${question}=`)) ?? ''}
                    onPick={(picked) => set([...others(question), picked])}
                />
            ))}
        </Group>
    );
}
