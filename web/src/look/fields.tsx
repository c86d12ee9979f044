// Inputs with their label, hint and refusal. They hold no rules: limits are shown, not enforced.
import type { ComponentChildren, JSX } from 'preact';

export interface Choice {
    value: string;
    label: string;
    hint: string;
}
interface Common {
    id: string;
    label: string;
    hint?: string | undefined;
    /** "(if you want)" beside the label; empty where it must be filled in. */
    optional?: string;
    wrong?: readonly string[] | undefined;
}

const hintId = (id: string) => `${id}-hint`;
const wrongId = (id: string) => `${id}-wrong`;
const hasWrong = (field: Common) => (field.wrong?.length ?? 0) > 0;

function described(field: Common): string | undefined {
    const by = [field.hint ? hintId(field.id) : '', hasWrong(field) ? wrongId(field.id) : ''];
    return by.filter(Boolean).join(' ') || undefined;
}

function Hint({ field }: { field: Common }): JSX.Element | null {
    return field.hint ? (
        <p data-field="description" id={hintId(field.id)}>
            {field.hint}
        </p>
    ) : null;
}

export function Wrong({ id, texts }: { id: string; texts: readonly string[] | undefined }): JSX.Element | null {
    return texts?.length ? (
        <div class="ds-validation-message" id={wrongId(id)}>
            {texts.map((text) => (
                <p key={text}>{text}</p>
            ))}
        </div>
    ) : null;
}

function Name({ field }: { field: Common }): JSX.Element {
    return (
        <>
            {field.label}
            {field.optional ? <span class="optional"> {field.optional}</span> : null}
        </>
    );
}

// Preact's types know each kind of input by itself, not one that is chosen here.
const typed = (type = 'text'): { type: 'text' } => ({ type }) as { type: 'text' };
const codePoints = (text: string): number => [...text].length;

export function Line(
    props: Common & {
        value: string;
        onInput(value: string): void;
        type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'number';
        autocomplete?: string;
        inputmode?: 'numeric';
        dir?: 'auto' | 'ltr';
    },
): JSX.Element {
    return (
        <div class="ds-field">
            <label class="ds-label" for={props.id}>
                <Name field={props} />
            </label>
            <Hint field={props} />
            <input
                class="ds-input"
                id={props.id}
                name={props.id}
                {...typed(props.type)}
                value={props.value}
                dir={props.dir ?? 'auto'}
                autocomplete={props.autocomplete ?? 'off'}
                inputmode={props.inputmode}
                aria-invalid={hasWrong(props) ? 'true' : undefined}
                aria-describedby={described(props)}
                onInput={(event) => props.onInput(event.currentTarget.value)}
            />
            <Wrong id={props.id} texts={props.wrong} />
        </div>
    );
}

export function Text(
    props: Common & { value: string; onInput(value: string): void; limit: number; left(n: number): string },
): JSX.Element {
    const left = props.limit - codePoints(props.value);
    return (
        <div class="ds-field">
            <label class="ds-label" for={props.id}>
                <Name field={props} />
            </label>
            <Hint field={props} />
            <textarea
                class="ds-input"
                id={props.id}
                name={props.id}
                dir="auto"
                value={props.value}
                aria-invalid={hasWrong(props) ? 'true' : undefined}
                aria-describedby={described(props)}
                onInput={(event) => props.onInput(event.currentTarget.value)}
            />
            {props.limit > 0 && left < props.limit / 5 ? (
                <p class={left < 0 ? 'count late' : 'count'} role="status">
                    {props.left(left)}
                </p>
            ) : null}
            <Wrong id={props.id} texts={props.wrong} />
        </div>
    );
}

export function Group(props: Common & { children: ComponentChildren }): JSX.Element {
    return (
        <fieldset
            class="ds-fieldset"
            id={props.id}
            tabIndex={-1}
            aria-describedby={described(props)}
        >
            <legend class="ds-label">
                <Name field={props} />
            </legend>
            <Hint field={props} />
            {props.children}
            <Wrong id={props.id} texts={props.wrong} />
        </fieldset>
    );
}

function Option(props: {
    kind: 'radio' | 'checkbox';
    group: string;
    choice: Choice;
    checked: boolean;
    onPick(): void;
}): JSX.Element {
    const id = `${props.group}-${props.choice.value}`;
    return (
        <div class="ds-field">
            <input
                class="ds-input"
                type={props.kind}
                id={id}
                name={props.group}
                value={props.choice.value}
                checked={props.checked}
                onChange={props.onPick}
            />
            <label class="ds-label" for={id}>
                {props.choice.label}
                {props.choice.hint ? <span class="hint">{props.choice.hint}</span> : null}
            </label>
        </div>
    );
}

/** One among few: all of them to be seen. */
export function Radios(
    props: Common & { choices: readonly Choice[]; value: string; onPick(value: string): void; side?: boolean },
): JSX.Element {
    return (
        <Group {...props}>
            <div class={props.side ? 'options side' : 'options'}>
                {props.choices.map((choice) => (
                    <Option
                        key={choice.value}
                        kind="radio"
                        group={props.id}
                        choice={choice}
                        checked={props.value === choice.value}
                        onPick={() => props.onPick(choice.value)}
                    />
                ))}
            </div>
        </Group>
    );
}

export function Checks(
    props: Common & {
        choices: readonly Choice[];
        value: readonly string[];
        onPick(value: string[]): void;
        /** Words of the button that ticks all, and of the one that ticks none; shown for a long list. */
        all?: readonly [string, string];
    },
): JSX.Element {
    const toggle = (value: string) =>
        props.value.includes(value) ? props.value.filter((v) => v !== value) : [...props.value, value];
    const whole = props.choices.every((choice) => props.value.includes(choice.value));
    return (
        <Group {...props}>
            {props.all && props.choices.length > 4 ? (
                <button
                    type="button"
                    class="plain"
                    onClick={() => props.onPick(whole ? [] : props.choices.map((choice) => choice.value))}
                >
                    {whole ? props.all[1] : props.all[0]}
                </button>
            ) : null}
            <div class="options">
                {props.choices.map((choice) => (
                    <Option
                        key={choice.value}
                        kind="checkbox"
                        group={props.id}
                        choice={choice}
                        checked={props.value.includes(choice.value)}
                        onPick={() => props.onPick(toggle(choice.value))}
                    />
                ))}
            </div>
        </Group>
    );
}

/** One among many. */
export function Select(
    props: Common & { choices: readonly Choice[]; value: string; onPick(value: string): void; none?: string },
): JSX.Element {
    return (
        <div class="ds-field">
            <label class="ds-label" for={props.id}>
                <Name field={props} />
            </label>
            <Hint field={props} />
            <select
                class="ds-input"
                id={props.id}
                value={props.value}
                aria-invalid={hasWrong(props) ? 'true' : undefined}
                aria-describedby={described(props)}
                onChange={(event) => props.onPick(event.currentTarget.value)}
            >
                {props.none === undefined ? null : <option value="">{props.none}</option>}
                {props.choices.map((choice) => (
                    <option key={choice.value} value={choice.value}>
                        {choice.hint ? `${choice.label} – ${choice.hint}` : choice.label}
                    </option>
                ))}
            </select>
            <Wrong id={props.id} texts={props.wrong} />
        </div>
    );
}
