import type { JSX } from 'preact';
import type { Item } from '../../base/doing.ts';
import { dayOf, sayDay, timeOf } from '../../base/time.ts';
import { lookUp, named, upper } from '../../base/words.ts';
import { Button, Facts, RowActs, Tag } from '../../look/parts.tsx';
import type { LogEntry } from '../../wire/wire.ts';
import { t } from './t.ts';

export const logTitle = (): string => t('log.title');

/** What can be done to a line of the log: correct it, take it back. */
export type LineActs = (entry: LogEntry) => (Item | null)[];

function Entry({ of, acts }: { of: LogEntry; acts: LineActs }): JSX.Element {
    const what = named(of.act, `happened.${of.act}`, `act.${of.act}`);
    const details = [...new Set([of.about, of.detail])].filter(Boolean).join(' · ');
    return (
        <li class={of.taken_back ? 'taken-back' : undefined}>
            <div class="row-main">
                <span class="name">{what}</span>
                {details ? <span>{details}</span> : null}
                {of.taken_back ? <Tag kind="no">{t('log.taken_back')}</Tag> : null}
            </div>
            {of.why ? <p class="words small">{t('log.why', { why: of.why })}</p> : null}
            <Facts
                of={[
                    timeOf(of.at),
                    of.who || t('log.by_itself'),
                    of.for_whom ? t('log.for_whom', { who: of.for_whom }) : '',
                    of.told && of.told_on
                        ? t('log.told', { how: lookUp(`told.${of.told}`) ?? of.told, day: sayDay(of.told_on) })
                        : '',
                ]}
            />
            <RowActs items={acts(of).map((item) => item && { ...item, of: what })} />
        </li>
    );
}

export function LogView(props: {
    entries: readonly LogEntry[];
    caseId: string;
    name: string;
    onMore: (() => void) | null;
    acts: LineActs;
}): JSX.Element {
    const days: [string, LogEntry[]][] = [];
    for (const entry of props.entries) {
        const day = dayOf(entry.at);
        const last = days[days.length - 1];
        if (last?.[0] === day) last[1].push(entry);
        else days.push([day, [entry]]);
    }
    return (
        <>
            <p class="small">
                <a href={`/cases/${props.caseId}`}>{t('log.back')}</a>
            </p>
            <h1 tabIndex={-1}>{t('log.title')}</h1>
            <p class="lead">{props.name}</p>
            <p class="quiet">{t('log.about')}</p>
            {days.map(([day, entries]) => (
                <section key={day} class="log-day" aria-label={day}>
                    <h2>{upper(day)}</h2>
                    <ul class="rows">
                        {entries.map((entry) => (
                            <Entry key={entry.seq} of={entry} acts={props.acts} />
                        ))}
                    </ul>
                </section>
            ))}
            {props.onMore ? (
                <Button variant="secondary" onClick={props.onMore}>
                    {t('log.more')}
                </Button>
            ) : null}
        </>
    );
}
