import type { JSX } from 'preact';
import { type Doing, type Item, useDoing } from '../../base/doing.ts';
import { sayList, sayShortDay } from '../../base/time.ts';
import { lookUp } from '../../base/words.ts';
import { Acts, Empty, Facts, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Consent, ConsentOf } from '../../wire/wire.ts';
import { t } from './t.ts';

const tags = { given: 'yes', refused: 'no', withdrawn: 'no', lapsed: 'no', '': 'wait' } as const;
type Word = keyof typeof tags;

function sayAnswer(answer: Word): string {
    return answer === '' ? t('consent.waiting') : t(`consent.${answer}`);
}

/** What this person can answer to this consent now, if the consent is among the choices. */
function answers(doing: Doing, consent: string, one: ConsentOf): Item[] {
    const acts = one.answer === 'given' ? ['withdraw_consent'] : ['give_consent', 'refuse_consent'];
    return acts.flatMap((act) => {
        const options = doing.options(act, 'consent');
        if (options && !options.includes(consent)) return [];
        if (!doing.whom(act).includes(one.person)) return [];
        const item = doing.one(act, {
            for_whom: one.person,
            fields: { consent },
            slot: `${consent}.${one.person}`,
            of: one.name,
        });
        return item ? [item] : [];
    });
}

function toldWhen(one: ConsentOf): string {
    if (!one.told_on || !one.answer) return '';
    return t('consent.told', { day: sayShortDay(one.told_on), how: lookUp(`told.${one.told}`) ?? one.told });
}

type Row = ConsentOf & { acts: Item[] };

function Answer({ of: one }: { of: Row }): JSX.Element {
    return (
        <span class="wraps">
            <span class="who">
                <span class="name">
                    <bdi>{one.name}</bdi>
                </span>
                {one.part ? (
                    <>
                        <span class="hidden">, </span>
                        <span class="quiet small">{t('consent.part', { what: one.part })}</span>
                    </>
                ) : null}
            </span>
            <Tag kind={tags[one.answer as Word] ?? 'no'}>{sayAnswer(one.answer as Word)}</Tag>
        </span>
    );
}

function Answered({ of: rows }: { of: readonly Row[] }): JSX.Element {
    return (
        <ul class="rows">
            {rows.map((one) => (
                <li key={one.person} class="opens">
                    <Answer of={one} />
                    <Facts
                        of={[
                            toldWhen(one),
                            one.lapses_on && one.answer === 'given'
                                ? t('consent.lapses', { day: sayShortDay(one.lapses_on) })
                                : '',
                        ]}
                    />
                    <RowActs items={one.acts} />
                </li>
            ))}
        </ul>
    );
}

/** Whose answer is awaited stands there; those who said yes to all of it are a line that opens. */
function People({ of: rows }: { of: readonly Row[] }): JSX.Element {
    const waiting = rows.filter((one) => one.answer === '');
    const yes = rows.filter((one) => one.answer === 'given' && !one.part);
    const others = rows.filter((one) => !waiting.includes(one) && !yes.includes(one));
    const said =
        yes.length === rows.length ? t('consent.whole') : t('consent.yes', { who: sayList(yes.map((one) => one.name)) });
    return (
        <>
            <ul class="rows">
                {waiting.map((one) => (
                    <li key={one.person} class="opens">
                        <Answer of={one} />
                        <RowActs items={one.acts} />
                    </li>
                ))}
            </ul>
            {others.length > 0 ? <Answered of={others} /> : null}
            {yes.length > 0 ? (
                <details class="more">
                    <summary>{said}</summary>
                    <Answered of={yes} />
                </details>
            ) : null}
        </>
    );
}

export function Consents({ of, open }: { of: readonly Consent[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    const left = of.flatMap((consent) => consent.people).filter((one) => one.answer === '').length;
    const whole = of.length > 0 && of.every((consent) => consent.whole);
    return (
        <Section
            id="consents"
            title={t('consent.title')}
            about={t('consent.about')}
            open={open}
            waits={left > 0}
            brief={left > 0 ? t('consent.left', { n: left }) : whole ? t('consent.whole') : ''}
        >
            {of.length === 0 ? <Empty>{t('consent.none')}</Empty> : null}
            {of.map((consent) => (
                <div key={consent.consent} class="consent">
                    <h3>{consent.text}</h3>
                    <People of={consent.people.map((one) => ({ ...one, acts: answers(doing, consent.consent, one) }))} />
                </div>
            ))}
            <Acts items={doing.of('consent')} />
        </Section>
    );
}
