import '../../look/act.css';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Draft, type Drafts, type Value, draftPlace } from '../../base/drafts.ts';
import { newId } from '../../base/id.ts';
import { thisDay } from '../../base/time.ts';
import { lookUp } from '../../base/words.ts';
import { Button } from '../../look/parts.tsx';
import { type Done, type Field, type Trouble, wire } from '../../wire/wire.ts';
import { t } from '../t.ts';
import { Behalf } from './behalf.tsx';
import { Conflict } from './conflict.tsx';
import {
    type Asked, actLabel, afterSet, asksWhomFirst, bodyOf, fieldLabel, fieldsNow, freshDraft, isShown,
    isThere, labelNow, partsOf, theirValues, valuesNow,
} from './engine.ts';
import { Input, inputId, isSecret } from './input.tsx';
import { Sees } from './sees.tsx';
import { Sheet } from './sheet.tsx';

export interface ActFormProps {
    asked: Asked;
    drafts: Drafts;
    onDone(done: Done, asked: Asked): void;
    onClose(): void;
    /** Reads the case anew and gives the version that stands now. */
    refresh(): Promise<number>;
}

export function ActForm(props: ActFormProps): JSX.Element {
    const form = useActForm(props);
    const { asked } = props;
    const { draft, trouble } = form;
    const wrong = (name: string) => trouble?.fields.find((f) => f.field === name)?.value;
    const clash = trouble && trouble.theirs.length > 0 ? trouble : null;
    const values = valuesNow(asked, draft);
    const fields = fieldsNow(asked, values).filter(
        (field) => !asked.settled.includes(field.name) && isShown(field, values),
    );
    const behalf =
        asked.act.on_behalf && asked.can.for_whom.length > 0 ? (
            <Behalf asked={asked} draft={draft} wrong={wrong} change={form.change} />
        ) : null;
    const whomFirst = asksWhomFirst(asked);
    const label = (name: string): string => {
        const field = fields.find((one) => one.name === name);
        return field ? labelNow(asked, field, values) : fieldLabel(asked.act.name, name);
    };
    const [first, rest] = partsOf(fields, values);
    const input = (field: Field) => (
        <Input key={field.name} asked={asked} field={field} values={values} wrong={wrong(field.name)} set={form.set} />
    );
    const title = asked.of ? `${actLabel(asked.can)}: ${asked.of}` : actLabel(asked.can);
    return (
        <Sheet title={title} onClose={props.onClose}>
            <form class="form" noValidate autocomplete="off" onSubmit={form.send}>
                <p class="quiet">{lookUp(`act.${asked.act.name}.about`) ?? ''}</p>
                {asked.notes.length > 0 ? <Notes of={asked.notes} /> : null}
                {trouble && !clash ? <Refused trouble={trouble} label={label} /> : null}
                {clash ? (
                    <Conflict asked={asked} draft={draft} trouble={clash} onMine={form.keepMine} onTheirs={form.takeTheirs} />
                ) : null}
                {form.kept ? <KeptText text={form.kept} /> : null}
                {whomFirst ? behalf : null}
                {first.map(input)}
                {rest.length > 0 ? (
                    <More open={rest.some(({ name }) => wrong(name) || isThere(draft.values[name]))}>{rest.map(input)}</More>
                ) : null}
                {whomFirst ? null : behalf}
                {fields.length > 0 ? <Sees who={asked.sees} /> : null}
                <div class="form-end">
                    <Button submit busy={form.busy}>
                        {actLabel(asked.can)}
                    </Button>
                    <p class="quiet small" role="status">
                        {form.busy ? t('form.sending') : form.saved && fields.length > 0 ? t('form.saved') : ''}
                    </p>
                </div>
            </form>
        </Sheet>
    );
}

/** Folded until it is wanted; once open it stays so. */
function More({ open, children }: { open: boolean; children: ComponentChildren }): JSX.Element {
    const [opened, set] = useState(open);
    return (
        <details class="more" open={opened || open} onToggle={(event) => set(event.currentTarget.open)}>
            <summary>{t('form.more')}</summary>
            <div class="form">{children}</div>
        </details>
    );
}

function useActForm(props: ActFormProps) {
    const { asked, drafts } = props;
    const place = draftPlace(asked.caseId, asked.act.name, asked.slot);
    const [draft, setDraft] = useState<Draft>(() => begin(asked, drafts, place));
    const [trouble, setTrouble] = useState<Trouble | null>(null);
    const [busy, setBusy] = useState(false);
    const [saved, setSaved] = useState(() => drafts.read(place) !== null);
    const [kept, setKept] = useState('');
    const sent = useRef(false);
    useEffect(() => {
        if (trouble) document.getElementById('trouble')?.focus();
    }, [trouble]);

    const change = (part: Partial<Draft>) => {
        const next = { ...draft, ...part, at: new Date().toISOString() };
        setDraft(next);
        setSaved(drafts.keep(place, withoutSecrets(next)));
    };
    const send = async (event: Event) => {
        event.preventDefault();
        if (sent.current) return;
        sent.current = true;
        setBusy(true);
        drafts.keep(place, withoutSecrets(draft)); // with its id: sent again after a lost answer, it acts once
        const answer = await wire.act(asked.caseId, asked.act.name, bodyOf(asked, draft));
        sent.current = false;
        setBusy(false);
        if (answer.ok) {
            drafts.drop(place);
            props.onDone(answer.value, asked);
            return;
        }
        if (answer.status >= 400 && answer.status < 500) {
            change({ id: newId() });
            if (asked.act.fields.length === 0) drafts.drop(place); // nothing was written that could be lost
        }
        setTrouble(answer.status === 0 ? { ...answer.trouble, message: t('form.unreached') } : answer.trouble);
    };
    return {
        draft, trouble, busy, saved, kept, send, change,
        set: (name: string, value: Value) => change({ values: afterSet(asked, draft, name, value) }),
        async keepMine() {
            change({ base: await props.refresh() });
            setTrouble(null);
        },
        async takeTheirs() {
            const mine = Object.entries(draft.values).filter(([, value]) => typeof value === 'string' && value);
            const theirs = trouble ? theirValues(asked, trouble) : {};
            setKept(mine.filter(([name, value]) => theirs[name] !== value).map(([, value]) => value).join('\n\n'));
            change({ base: await props.refresh(), values: { ...draft.values, ...theirs } });
            setTrouble(null);
        },
    };
}

/** A password is never kept on the device. */
function withoutSecrets(draft: Draft): Draft {
    const open = Object.entries(draft.values).filter(([name]) => !isSecret(name));
    return { ...draft, values: Object.fromEntries(open) };
}

/** What was begun here earlier, and not sent. */
function begin(asked: Asked, drafts: Drafts, place: string): Draft {
    const fresh = freshDraft(asked, thisDay(), new Date().toISOString());
    const begun = drafts.read(place);
    if (!begun) return fresh;
    return { ...begun, values: { ...fresh.values, ...begun.values } };
}

function Refused({ trouble, label }: { trouble: Trouble; label(field: string): string }): JSX.Element {
    const known = trouble.fields.filter((f) => document.getElementById(inputId(f.field)));
    const other = trouble.fields.filter((f) => !known.includes(f));
    const message = trouble.message || t('form.refused');
    const toldBelow = trouble.fields.some((f) => f.value.includes(message));
    return (
        <div class="trouble" id="trouble" tabIndex={-1} role="alert">
            {toldBelow ? null : <p>{message}</p>}
            <ul>
                {known.map((f) => (
                    <li key={f.field}>
                        <a
                            href={`#${inputId(f.field)}`}
                            onClick={(event) => {
                                event.preventDefault();
                                document.getElementById(inputId(f.field))?.focus();
                            }}
                        >
                            {label(f.field)}
                        </a>
                        <p>{f.value.join(' ')}</p>
                    </li>
                ))}
                {other.map((f) => (
                    <li key={f.field}>{f.value.join(' ')}</li>
                ))}
            </ul>
        </div>
    );
}

function Notes({ of }: { of: readonly string[] }): JSX.Element {
    return (
        <ul class="notice stack">
            {of.map((note) => (
                <li key={note} class="words" dir="auto">
                    {note}
                </li>
            ))}
        </ul>
    );
}

function KeptText({ text }: { text: string }): JSX.Element {
    return (
        <div class="notice">
            <p class="quiet small">{t('conflict.kept')}</p>
            <p class="words">{text}</p>
        </div>
    );
}
