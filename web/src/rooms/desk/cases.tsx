import '../../look/table.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { called } from '../../base/called.ts';
import { sayShortDay } from '../../base/time.ts';
import { Checks, Select } from '../../look/fields.tsx';
import { Button, Empty, Tag } from '../../look/parts.tsx';
import type { CaseRow, Model } from '../../wire/wire.ts';
import { DueWords } from './row.tsx';
import { t } from './t.ts';

export interface Filter {
    mine: boolean;
    late: boolean;
    model: string;
    stage: string;
    status: string;
    order: string;
}
export const noFilter: Filter = { mine: false, late: false, model: '', stage: '', status: '', order: '' };
const statuses = ['running', 'postponed', 'stopped', 'closed'] as const;
const sayStatus = (status: string): string => {
    const known = statuses.find((one) => one === status);
    return known ? t(`status.${known}`) : status;
};

function Filters(props: { value: Filter; models: readonly Model[]; set(filter: Filter): void }): JSX.Element {
    const { value, models } = props;
    const change = (part: Partial<Filter>) => props.set({ ...value, ...part });
    const option = (id: string, label: string) => ({ value: id, label, hint: '' });
    const stages = models.find((model) => model.id === value.model)?.stages ?? [];
    // Folded away as long as nothing is chosen in it.
    const [begun] = useState([value.model, value.stage, value.status, value.order].some(Boolean));
    return (
        <div class="filters no-print">
            <Checks
                id="filter-show"
                label={t('cases.filter')}
                choices={[option('mine', t('cases.filter.mine')), option('late', t('cases.filter.late'))]}
                value={[value.mine ? 'mine' : '', value.late ? 'late' : '']}
                onPick={(picked) => change({ mine: picked.includes('mine'), late: picked.includes('late') })}
            />
            <details class="more" open={begun}>
                <summary>{t('cases.filter.more')}</summary>
                <div class="filters">
                    {models.length > 1 ? (
                        <Select
                            id="filter-model"
                            label={t('cases.filter.model')}
                            choices={models.map((model) => option(model.id, model.name))}
                            value={value.model}
                            onPick={(model) => change({ model, stage: '' })}
                            none={t('cases.filter.any')}
                        />
                    ) : null}
                    {stages.length > 0 ? (
                        <Select
                            id="filter-stage"
                            label={t('cases.filter.stage')}
                            choices={stages.map((stage) => option(stage.id, stage.name))}
                            value={value.stage}
                            onPick={(stage) => change({ stage })}
                            none={t('cases.filter.any')}
                        />
                    ) : null}
                    <Select
                        id="filter-status"
                        label={t('cases.filter.status')}
                        choices={statuses.map((status) => option(status, sayStatus(status)))}
                        value={value.status}
                        onPick={(status) => change({ status })}
                        none={t('cases.filter.live')}
                    />
                    <Select
                        id="filter-order"
                        label={t('cases.order')}
                        choices={[option('due', t('cases.order.due'))]}
                        value={value.order}
                        onPick={(order) => change({ order })}
                        none={t('cases.order.changed')}
                    />
                </div>
            </details>
        </div>
    );
}

function Row({ of }: { of: CaseRow }): JSX.Element {
    return (
        <tr>
            <th scope="row">
                <a href={`/cases/${of.id}`}>
                    <bdi>{called(of)}</bdi>
                </a>
                <p class="quiet small flat">{of.model.name}</p>
            </th>
            <td>
                <div>
                    {of.stage.name}
                    {of.round > 1 ? `, ${t('row.round', { n: of.round })}` : ''}{' '}
                    {of.status !== 'running' ? <Tag>{sayStatus(of.status)}</Tag> : null}
                    {of.acute ? <Tag kind="late">{t('row.acute')}</Tag> : null}
                    {of.my_turn ? <Tag kind="wait">{t('row.turn')}</Tag> : null}
                </div>
            </td>
            <td class={of.due_on ? undefined : 'none'}>{of.due_on ? <DueWords of={of} /> : '–'}</td>
            <td class={of.meets_on ? 'date' : 'date none'} data-name={t('cases.meets')}>
                {of.meets_on ? sayShortDay(of.meets_on) : '–'}
            </td>
            <td class={of.my_roles.length > 0 ? 'mine' : 'mine none'}>{of.my_roles.join(', ') || '–'}</td>
        </tr>
    );
}

export function CasesPage(props: {
    rows: readonly CaseRow[];
    ready: boolean;
    models: readonly Model[];
    filter: Filter;
    onFilter(filter: Filter): void;
    onMore: (() => void) | null;
}): JSX.Element {
    return (
        <>
            <h1 tabIndex={-1}>{t('cases.title')}</h1>
            <Filters value={props.filter} models={props.models} set={props.onFilter} />
            {props.ready && props.rows.length === 0 ? <Empty>{t('cases.none')}</Empty> : null}
            {props.rows.length > 0 ? (
                <table class="cards cases">
                    <thead>
                        <tr>
                            <th scope="col">{t('cases.case')}</th>
                            <th scope="col">{t('cases.stage')}</th>
                            <th scope="col">{t('cases.due')}</th>
                            <th scope="col">{t('cases.meets')}</th>
                            <th scope="col">{t('cases.mine')}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {props.rows.map((row) => (
                            <Row key={row.id} of={row} />
                        ))}
                    </tbody>
                </table>
            ) : null}
            {props.onMore ? (
                <div class="acts">
                    <Button variant="secondary" onClick={props.onMore}>
                        {t('cases.more')}
                    </Button>
                </div>
            ) : null}
        </>
    );
}
export const casesTitle = (): string => t('cases.title');
