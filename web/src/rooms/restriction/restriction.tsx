import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayList, sayShortDay } from '../../base/time.ts';
import { Acts, Empty, Facts, RowActs } from '../../look/parts.tsx';
import type { Meeting, Restriction } from '../../wire/wire.ts';
import { t } from './t.ts';

const tongues = ['sv', 'da', 'en'] as const;

const sayTime = (of: Restriction): string =>
    of.until
        ? t('restriction.from_until', { from: sayShortDay(of.from), until: sayShortDay(of.until) })
        : t('restriction.from', { from: sayShortDay(of.from) });

const sayRoom = (of: Restriction): string => (of.room_at_most ? t('restriction.room', { n: of.room_at_most }) : '');

/** In one line, for a form: what is asked, when, and how many may be in the room. */
export const sayRestriction = (of: Restriction): string =>
    `${of.name} (${[sayTime(of), sayRoom(of)].filter(Boolean).join('. ')}). ${of.text}`;

const also = (of: Restriction): string => {
    const others = tongues.filter((one) => one !== of.language && of.languages.includes(one));
    return others.length > 0 ? t('restriction.also', { languages: sayList(others.map((one) => t(`restriction.tongue.${one}`))) }) : '';
};

function One({ of }: { of: Restriction }): JSX.Element {
    const doing = useDoing();
    return (
        <li>
            <div class="row-main">
                <h3 class="flat" lang={of.language} dir="auto">
                    {of.name}
                </h3>
                <span class="quiet">{sayTime(of)}</span>
            </div>
            <p class="words" lang={of.language} dir="auto">
                {of.text}
            </p>
            {of.room_at_most ? (
                <p>
                    <strong>{sayRoom(of)}.</strong>
                </p>
            ) : null}
            <Facts
                of={[
                    of.put_by ? t('restriction.by', { who: of.put_by }) : '',
                    also(of),
                    of.ended_on ? t('restriction.ended', { day: sayShortDay(of.ended_on), why: of.ended_why }) : '',
                ]}
            />
            <RowActs items={doing.at(of.id, of.name)} />
        </li>
    );
}

function Group({ title, of, none }: { title: string; of: readonly Restriction[]; none?: string }): JSX.Element | null {
    if (of.length === 0 && !none) return null;
    return (
        <section class="section" aria-label={title}>
            <h2>{title}</h2>
            {of.length === 0 ? <Empty>{none}</Empty> : null}
            <ul class="rows">
                {of.map((one) => (
                    <One key={one.id} of={one} />
                ))}
            </ul>
        </section>
    );
}

/** What is asked of every meeting: now, soon, and until lately. */
export function RestrictionsPage({ of }: { of: readonly Restriction[] }): JSX.Element {
    const doing = useDoing();
    const those = (state: string) => of.filter((one) => one.state === state);
    return (
        <>
            <div class="stack">
                <h1 tabIndex={-1}>{t('restriction.title')}</h1>
                <p class="quiet">{t('restriction.about')}</p>
            </div>
            <Acts first items={doing.of('restriction')} />
            <div class="piles">
                <Group title={t('restriction.now')} of={those('in_force')} none={t('restriction.now.none')} />
                <Group title={t('restriction.ahead')} of={those('ahead')} />
                <Group title={t('restriction.over')} of={those('over')} />
            </div>
        </>
    );
}
export const restrictionsTitle = (): string => t('restriction.title');

function Asked({ of }: { of: Restriction }): JSX.Element {
    return (
        <li lang={of.language}>
            <p>
                <strong dir="auto">{of.name}</strong>
            </p>
            <p class="words" dir="auto">
                {of.text}
            </p>
        </li>
    );
}

/** Beside a meeting: what is asked that day, and whether the room suffices. */
export function AskedThatDay({ of, all }: { of: Meeting; all: readonly Restriction[] }): JSX.Element | null {
    const those = all.filter((one) => of.restrictions.includes(one.id));
    if (those.length === 0) return null;
    const most = of.room_at_most;
    const n = of.expected;
    return (
        <div class="notice stack">
            <h4>{t('restriction.that_day')}</h4>
            <ul class="stack">
                {those.map((one) => (
                    <Asked key={one.id} of={one} />
                ))}
            </ul>
            {most ? (
                <p>
                    {t('restriction.room', { n: most })}.{' '}
                    <strong class={n > most ? 'late' : undefined}>
                        {n > most ? t('restriction.too_many', { n }) : t('restriction.expected', { n })}.
                    </strong>
                </p>
            ) : null}
        </div>
    );
}

/** In a case without a day yet: what will be asked of its meeting. */
export function AskedAtMeetings({ all }: { all: readonly Restriction[] }): JSX.Element | null {
    if (all.length === 0) return null;
    return (
        <div class="notice stack">
            <h3 class="flat">{t('restriction.at_meetings')}</h3>
            <ul class="stack">
                {all.map((one) => (
                    <li key={one.id}>
                        <p>
                            <strong lang={one.language} dir="auto">
                                {one.name}
                            </strong>{' '}
                            <span class="quiet">{sayTime(one)}</span>
                        </p>
                        {one.room_at_most ? <p>{sayRoom(one)}</p> : null}
                        <p class="words" lang={one.language} dir="auto">
                            {one.text}
                        </p>
                    </li>
                ))}
            </ul>
        </div>
    );
}
