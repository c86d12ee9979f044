import type { JSX } from 'preact';
import type { Item } from '../../base/doing.ts';
import { dayOf, sayDay, sayList, timeOf } from '../../base/time.ts';
import { lookUp, named, upper } from '../../base/words.ts';
import { Button, Facts, OpenRow, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { LogEntry } from '../../wire/wire.ts';
import { type Line, daysOf } from './lines.ts';
import { t } from './t.ts';

export const logTitle = (): string => t('log.title');

/** What can be done to a line of the log: correct it, take it back. */
export type LineActs = (entry: LogEntry) => (Item | null)[];

const sayWhat = (act: string): string => named(act, `happened.${act}`, `act.${act}`);
const detailsOf = (of: LogEntry): string => [...new Set([of.about, of.detail])].filter(Boolean).join(' · ');

/** How it came to be known, and what can be done to it. */
function Behind({ of, acts }: { of: LogEntry; acts: LineActs }): JSX.Element {
    return (
        <>
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
            <RowActs items={acts(of).map((item) => item && { ...item, of: sayWhat(of.act) })} />
        </>
    );
}

function LineRow({ of, acts }: { of: Line; acts: LineActs }): JSX.Element {
    const { entries } = of;
    const first = entries[0]!;
    const same = entries.filter((entry) => entry.act === first.act);
    const abouts = [...new Set(same.map((entry) => detailsOf(entry)).filter(Boolean))].reverse();
    return (
        <li class={first.taken_back ? 'taken-back' : undefined}>
            <OpenRow
                head={
                    <span class="wraps">
                        <span class="who">
                            <span class="name">{sayWhat(first.act)}</span>
                            {abouts.length > 0 ? (
                                <span class="small about">
                                    <span class="hidden">: </span>
                                    {sayList(abouts)}
                                </span>
                            ) : null}
                        </span>
                        {first.taken_back ? <Tag kind="no">{t('log.taken_back')}</Tag> : null}
                        <span class="quiet small">{timeOf(first.at)}</span>
                    </span>
                }
            >
                {entries.length === 1 ? (
                    <Behind of={first} acts={acts} />
                ) : (
                    <ul class="rows">
                        {entries.map((entry) => (
                            <li key={entry.seq}>
                                <p class="small">
                                    {[entry.act === first.act ? '' : sayWhat(entry.act), detailsOf(entry)]
                                        .filter(Boolean)
                                        .join(': ') || sayWhat(entry.act)}
                                </p>
                                <Behind of={entry} acts={acts} />
                            </li>
                        ))}
                    </ul>
                )}
            </OpenRow>
            {entries.map((entry) =>
                entry.why ? (
                    <p key={entry.seq} class="words small">
                        {t('log.why', { why: entry.why })}
                    </p>
                ) : null,
            )}
        </li>
    );
}

/** So many happenings are open on the page as one comes to it, by whole days. */
const enough = 6;

export function LogView(props: {
    entries: readonly LogEntry[];
    caseId: string;
    name: string;
    onMore: (() => void) | null;
    acts: LineActs;
}): JSX.Element {
    const days = daysOf(props.entries, dayOf);
    const before = (i: number): number => days.slice(0, i).reduce((sum, day) => sum + day.n, 0);
    return (
        <>
            <p class="small">
                <a href={`/cases/${props.caseId}`}>{t('log.back')}</a>
            </p>
            <h1 tabIndex={-1}>{t('log.title')}</h1>
            <p class="lead">
                <bdi>{props.name}</bdi>
            </p>
            <p class="quiet log-about">{t('log.about')}</p>
            {days.map(({ day, n, turns }, i) => (
                <Section key={day} id={`day-${day.replaceAll(' ', '-')}`} title={upper(day)} open={before(i) < enough} brief={t('log.count', { n })}>
                    {turns.map(({ who, lines }) => (
                        <div key={lines[0]!.entries[0]!.seq} class="log-turn">
                            <h3>{who || t('log.by_itself')}</h3>
                            <ul class="rows">
                                {lines.map((line) => (
                                    <LineRow key={line.entries[0]!.seq} of={line} acts={props.acts} />
                                ))}
                            </ul>
                        </div>
                    ))}
                </Section>
            ))}
            {props.onMore ? (
                <div class="acts">
                    <Button variant="secondary" onClick={props.onMore}>
                        {t('log.more')}
                    </Button>
                </div>
            ) : null}
        </>
    );
}
