import type { JSX } from 'preact';
import type { Draft } from '../../base/drafts.ts';
import { Line, Radios, Select } from '../../look/fields.tsx';
import { t } from '../t.ts';
import type { Asked } from './engine.ts';

const ways = ['in_person', 'phone', 'paper', 'letter', 'mail'] as const;

/** Recorded for somebody who said it another way than by the software: whose, how and when. */
export function Behalf(props: {
    asked: Asked;
    draft: Draft;
    wrong(field: string): readonly string[] | undefined;
    change(part: Partial<Draft>): void;
}): JSX.Element {
    const { draft, change, wrong } = props;
    const people = props.asked.can.for_whom.map(({ id, name }) => ({ value: id, label: name, hint: '' }));
    const common = { id: 'f-for_whom', label: t('behalf.who'), wrong: wrong('for_whom') };
    const own = props.asked.can.own_name;
    const pick = (for_whom: string) => change({ for_whom });
    return (
        <div class="behalf">
            {people.length > 7 ? (
                <Select {...common} choices={people} value={draft.for_whom} onPick={pick} none={own ? t('behalf.self') : t('form.choose')} />
            ) : (
                <Radios
                    {...common}
                    choices={own ? [...people, { value: '', label: t('behalf.self'), hint: '' }] : people}
                    value={draft.for_whom}
                    onPick={pick}
                />
            )}
            {draft.for_whom ? (
                <>
                    <Radios
                        id="f-told"
                        label={t('behalf.told')}
                        side
                        choices={ways.map((way) => ({ value: way, label: t(`told.${way}`), hint: '' }))}
                        value={draft.told}
                        wrong={wrong('told')}
                        onPick={(told) => change({ told })}
                    />
                    <Line
                        id="f-told_on"
                        label={t('behalf.on')}
                        type="date"
                        dir="ltr"
                        value={draft.told_on}
                        wrong={wrong('told_on')}
                        onInput={(told_on) => change({ told_on })}
                    />
                </>
            ) : null}
        </div>
    );
}
