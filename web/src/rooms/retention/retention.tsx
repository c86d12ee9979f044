import type { ComponentChildren, JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayList, sayShortDay, shortDayOf } from '../../base/time.ts';
import { Acts, Empty, Facts, OpenRow, RowActs, Tag } from '../../look/parts.tsx';
import type { Erasure, Hold, KeptCase, KeptPart, Release, Retention, RetentionReason, RetentionRule } from '../../wire/wire.ts';
import { t } from './t.ts';

const caseName = (number: number): string => t('retention.case', { number });

/** What no lawyer has confirmed says so wherever it stands. */
const Unconfirmed = ({ of }: { of: { readonly verified: boolean } }): JSX.Element | null =>
    of.verified ? null : <Tag kind="wait">{t('retention.unconfirmed')}</Tag>;

const all = (of: readonly { verified: boolean }[]) => ({ verified: of.every((one) => one.verified) });

function Section(props: { title: string; none: string; empty: boolean; children: ComponentChildren }): JSX.Element {
    return (
        <section class="section" aria-label={props.title}>
            <h2>{props.title}</h2>
            {props.empty ? <Empty>{props.none}</Empty> : props.children}
        </section>
    );
}

function Part({ of }: { of: KeptPart }): JSX.Element {
    return (
        <li>
            <div class="row-main">
                <strong>{of.name}</strong>
                <Unconfirmed of={of} />
            </div>
            <p>{of.text}</p>
        </li>
    );
}

const Parts = ({ of }: { of: readonly KeptPart[] }): JSX.Element => (
    <ul class="rows tight">
        {of.map((part, i) => (
            <Part key={i} of={part} />
        ))}
    </ul>
);

function Due({ of }: { of: KeptCase }): JSX.Element {
    const doing = useDoing();
    const acts = doing.at(of.id, caseName(of.number));
    const due = of.parts.filter((part) => part.due);
    const kept = of.parts.filter((part) => !part.due);
    const latest = due.map((part) => part.gone_by ?? '').filter(Boolean).sort()[0];
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">{caseName(of.number)}</h3>
                <span class="quiet">{of.whole ? t('retention.whole') : sayList([...new Set(due.map((part) => part.name))])}</span>
                {latest ? <span>{t('retention.gone_by', { day: sayShortDay(latest) })}</span> : null}
                <Unconfirmed of={all(due)} />
            </div>
            {of.in_the_way ? <p>{of.in_the_way}</p> : null}
            <OpenRow head={t('retention.why')}>
                <Parts of={due} />
            </OpenRow>
            {kept.length > 0 ? (
                <OpenRow head={t('retention.stays')}>
                    <Parts of={kept} />
                </OpenRow>
            ) : null}
            {of.in_the_way ? null : <RowActs items={acts} />}
        </li>
    );
}

function Waiting({ of }: { of: Release }): JSX.Element {
    const doing = useDoing();
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">{caseName(of.number)}</h3>
                <span class="quiet">{sayList([...new Set(of.parts)])}</span>
            </div>
            <Facts of={[t('retention.released', { who: of.by, day: shortDayOf(of.at) })]} />
            <RowActs items={doing.at(of.id, caseName(of.number))} />
        </li>
    );
}

function Held({ of }: { of: Hold }): JSX.Element {
    const doing = useDoing();
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">{caseName(of.number)}</h3>
                <span>{of.ground}</span>
                <Unconfirmed of={of} />
            </div>
            <p class="words" dir="auto">
                {of.reason}
            </p>
            <Facts
                of={[
                    t('retention.held', { who: of.by, day: shortDayOf(of.at) }),
                    t('retention.source', { source: of.source }),
                    of.lifted_at ? t('retention.lifted', { who: of.lifted_by, day: shortDayOf(of.lifted_at), why: of.lifted_why }) : '',
                ]}
            />
            <RowActs items={doing.at(of.id, caseName(of.number))} />
        </li>
    );
}

function Reason({ of }: { of: RetentionReason }): JSX.Element {
    return (
        <li>
            <div class="row-main">
                <span>{of.text}</span>
                <Unconfirmed of={of} />
            </div>
            {of.source ? <p class="quiet">{t('retention.source', { source: of.source })}</p> : null}
        </li>
    );
}

function Gone({ of }: { of: Erasure }): JSX.Element {
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">{caseName(of.number)}</h3>
                <span class="quiet">{of.whole ? t('retention.gone.whole') : t('retention.gone.part')}</span>
                <Unconfirmed of={all(of.parts)} />
            </div>
            <Facts
                of={[
                    t('retention.released', { who: of.released_by, day: shortDayOf(of.released_at) }),
                    t('retention.erased', { who: of.erased_by, day: shortDayOf(of.erased_at) }),
                    of.wiped_at ? t('retention.wiped', { day: shortDayOf(of.wiped_at) }) : t('retention.unwiped'),
                ]}
            />
            <OpenRow head={t('retention.proof')}>
                <ul class="rows tight">
                    {of.parts.map((part, i) => (
                        <Reason key={i} of={part} />
                    ))}
                </ul>
                <p class="quiet">{t('retention.rows', { rows: of.rows.map((row) => `${row.table} ${row.count}`).join(', ') })}</p>
            </OpenRow>
        </li>
    );
}

function Rule({ of }: { of: RetentionRule }): JSX.Element {
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">{of.name}</h3>
                <Unconfirmed of={of} />
                {of.awaited ? <Tag kind="no">{t('retention.awaited')}</Tag> : null}
            </div>
            <p>{of.text}</p>
            <Facts
                of={[
                    sayList(of.kinds),
                    of.awaited
                        ? ''
                        : of.until
                        ? t('retention.valid.until', { from: sayShortDay(of.from), until: sayShortDay(of.until) })
                        : t('retention.valid', { from: sayShortDay(of.from) }),
                    t('retention.source', { source: of.source }),
                ]}
            />
        </li>
    );
}

/** What is due to be erased, what waits for a second word, what is held, what is gone; and by which rules. */
export function RetentionPage({ of }: { of: Retention }): JSX.Element {
    const doing = useDoing();
    return (
        <>
            <div class="stack">
                <h1 tabIndex={-1}>{t('retention.title')}</h1>
                <p class="quiet">{t('retention.about')}</p>
            </div>
            <Acts items={doing.of('retention')} />
            <div class="piles">
                <Section title={t('retention.waiting')} none={t('retention.waiting.none')} empty={of.waiting.length === 0}>
                    <ul class="rows">
                        {of.waiting.map((one) => (
                            <Waiting key={one.id} of={one} />
                        ))}
                    </ul>
                </Section>
                <Section title={t('retention.due')} none={t('retention.due.none')} empty={of.due.length === 0}>
                    <ul class="rows">
                        {of.due.map((one) => (
                            <Due key={one.id} of={one} />
                        ))}
                    </ul>
                </Section>
                <Section title={t('retention.holds')} none={t('retention.holds.none')} empty={of.holds.length === 0}>
                    <ul class="rows">
                        {of.holds.map((one) => (
                            <Held key={one.id} of={one} />
                        ))}
                    </ul>
                </Section>
                <Section title={t('retention.gone')} none={t('retention.gone.none')} empty={of.erased.length === 0}>
                    <ul class="rows">
                        {of.erased.map((one) => (
                            <Gone key={one.id} of={one} />
                        ))}
                    </ul>
                </Section>
                <Section title={t('retention.rules')} none={t('retention.rules.none')} empty={of.rules.length === 0}>
                    <ul class="rows">
                        {of.rules.map((one) => (
                            <Rule key={one.id} of={one} />
                        ))}
                    </ul>
                </Section>
            </div>
        </>
    );
}
export const retentionTitle = (): string => t('retention.title');
