import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Facts, OpenRow, RowActs, Tag } from '../../look/parts.tsx';
import type { Action } from '../../wire/wire.ts';
import { t } from './t.ts';

const kepts = ['kept', 'partly', 'not_kept', 'no_longer_needed'] as const;

function sayOwner(of: Action): string {
    if (of.owner) return of.owner;
    if (of.owner_kind === 'own_network') return t('plan.owner.own_network');
    if (of.owner_kind === 'professional') return t('plan.owner.professional');
    return t('plan.owner.nobody');
}

/** What is asked of everybody at this line; the rest is folded away until it is wanted. */
const isNext = (act: string, of: Action): boolean =>
    act === 'report_action' || (act === 'judge_action' && of.fine === '');

export function ActionRow({ of }: { of: Action }): JSX.Element {
    const doing = useDoing();
    const all = doing.at(of.id, of.what);
    const rest = all.filter((item) => !isNext(item.act, of));
    const head = (
        <div class="wraps">
            <div class="who">
                <p class="what">
                    <bdi>{of.what}</bdi>
                </p>
                <Facts
                    of={[
                        <strong>{sayOwner(of)}</strong>,
                        of.due ? t('plan.due', { day: sayShortDay(of.due) }) : '',
                        of.offer ? t('plan.offer', { what: of.offer }) : '',
                    ]}
                />
                {of.fine === 'missing' ? (
                    <p class="small wait">{t('plan.fine.missing', { what: of.missing })}</p>
                ) : null}
            </div>
            {of.fine === 'fine' ? <Tag kind="yes">{t('plan.fine.fine')}</Tag> : null}
        </div>
    );
    return (
        <li class={`action ${of.owner_kind}`}>
            {rest.length > 0 ? (
                <OpenRow head={head}>
                    <RowActs items={rest} />
                </OpenRow>
            ) : (
                <div class="opens">{head}</div>
            )}
            {of.reports.map((report) => {
                const kept = kepts.find((one) => one === report.kept);
                return (
                    <p key={report.round} class="small">
                        {t('report.round', { n: report.round, how: kept ? t(`kept.${kept}`) : report.kept })}
                        {report.note ? ` – ${report.note}` : ''}
                    </p>
                );
            })}
            <RowActs items={all.filter((item) => isNext(item.act, of))} />
        </li>
    );
}
