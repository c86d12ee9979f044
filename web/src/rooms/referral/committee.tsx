import type { JSX } from 'preact';
import { called } from '../../base/called.ts';
import { useDoing } from '../../base/doing.ts';
import { sayDay, sayDistance } from '../../base/time.ts';
import { Acts, Empty, Facts, RowActs } from '../../look/parts.tsx';
import type { CaseRow, Committee } from '../../wire/wire.ts';
import { t } from './t.ts';

function Waiting({ title, none, of }: { title: string; none?: string; of: readonly CaseRow[] }): JSX.Element | null {
    if (of.length === 0 && !none) return null;
    return (
        <>
            <h3>{title}</h3>
            {of.length === 0 ? <Empty>{none}</Empty> : null}
            <ul class="rows">
                {of.map((row) => (
                    <li key={row.id}>
                        <div class="row-main">
                            <a class="name" href={`/cases/${row.id}`}>
                                <bdi>{called(row)}</bdi>
                            </a>
                            {row.due_on ? (
                                <span class={row.late ? 'late' : 'quiet'}>
                                    {t('committee.row.waits', { day: sayDay(row.due_on) })}
                                </span>
                            ) : null}
                        </div>
                        <Facts of={[row.now]} />
                    </li>
                ))}
            </ul>
        </>
    );
}

/** One model's committee; the acts are those of its own list. */
export function CommitteeSection({ of }: { of: Committee }): JSX.Element {
    const doing = useDoing();
    const id = `committee-${of.model.id}`;
    return (
        <section class="section" aria-labelledby={id}>
            <h2 id={id}>{of.model.name}</h2>
            <p>
                {of.next ? (
                    <>
                        {t('committee.next', { day: sayDay(of.next) })}{' '}
                        <span class="quiet">({sayDistance(of.next)})</span>
                    </>
                ) : (
                    t('committee.no_next')
                )}
            </p>
            <Waiting title={t('committee.ready')} none={t('committee.ready.none')} of={of.ready} />
            <Waiting title={t('committee.not_ready')} of={of.not_ready} />
            <Waiting title={t('committee.to_answer')} of={of.to_answer} />
            {of.days.length > 0 ? <h3>{t('committee.days')}</h3> : null}
            <ul class="rows">
                {of.days.map((day) => (
                    <li key={day.id}>
                        <span class="name">{sayDay(day.name)}</span>
                        <RowActs items={doing.at(day.id, sayDay(day.name))} />
                    </li>
                ))}
            </ul>
            <Acts items={doing.of('committee')} />
        </section>
    );
}

export function NoCommittee(): JSX.Element {
    return <Empty>{t('committee.none')}</Empty>;
}
export const committeeTitle = (): string => t('committee.title');
