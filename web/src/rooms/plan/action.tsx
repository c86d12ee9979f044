import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Facts, RowActs, Tag } from '../../look/parts.tsx';
import type { Action } from '../../wire/wire.ts';
import { t } from './t.ts';

const kepts = ['kept', 'partly', 'not_kept', 'no_longer_needed'] as const;

function sayOwner(of: Action): string {
    if (of.owner) return of.owner;
    if (of.owner_kind === 'own_network') return t('plan.owner.own_network');
    if (of.owner_kind === 'professional') return t('plan.owner.professional');
    return t('plan.owner.nobody');
}

export function ActionRow({ of }: { of: Action }): JSX.Element {
    const doing = useDoing();
    return (
        <li class={`action ${of.owner_kind}`}>
            <p class="what" dir="auto">
                {of.what}
            </p>
            <Facts
                of={[
                    <strong>{sayOwner(of)}</strong>,
                    of.due ? t('plan.due', { day: sayShortDay(of.due) }) : '',
                    of.offer ? t('plan.offer', { what: of.offer }) : '',
                ]}
            />
            {of.fine === 'fine' ? <Tag kind="yes">{t('plan.fine.fine')}</Tag> : null}
            {of.fine === 'missing' ? <Tag kind="wait">{t('plan.fine.missing', { what: of.missing })}</Tag> : null}
            {of.reports.map((report) => {
                const kept = kepts.find((one) => one === report.kept);
                return (
                    <p key={report.round} class="small">
                        {t('report.round', { n: report.round, how: kept ? t(`kept.${kept}`) : report.kept })}
                        {report.note ? ` – ${report.note}` : ''}
                    </p>
                );
            })}
            <RowActs items={doing.at(of.id, of.what)} />
        </li>
    );
}
