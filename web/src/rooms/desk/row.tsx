import type { JSX } from 'preact';
import { called } from '../../base/called.ts';
import { sayDay, sayDistance, sayShortDay } from '../../base/time.ts';
import { Facts, Tag } from '../../look/parts.tsx';
import type { CaseRow } from '../../wire/wire.ts';
import { t } from './t.ts';

export function DueWords({ of }: { of: CaseRow }): JSX.Element | null {
    if (!of.due_on) return null;
    return (
        <span class={of.late ? 'late' : undefined}>
            {of.due ? `${of.due}: ` : ''}
            {sayShortDay(of.due_on)} <span class="quiet">({sayDistance(of.due_on)})</span>
        </span>
    );
}

export function DeskRow({ of }: { of: CaseRow }): JSX.Element {
    return (
        <li>
            <div class="row-main">
                <a class="name" href={`/cases/${of.id}`}>
                    <bdi>{called(of)}</bdi>
                </a>
                <span class="quiet">
                    {of.stage.name}
                    {of.round > 1 ? `, ${t('row.round', { n: of.round })}` : ''}
                </span>
                {of.acute ? <Tag kind="late">{t('row.acute')}</Tag> : null}
            </div>
            <p>{of.now}</p>
            <Facts
                of={[
                    of.due_on ? <DueWords of={of} /> : '',
                    of.meets_on ? t('row.meets', { day: sayDay(of.meets_on) }) : '',
                    of.my_roles.join(', '),
                ]}
            />
        </li>
    );
}
