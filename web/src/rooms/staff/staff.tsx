import '../../look/table.css';
import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { named, upper } from '../../base/words.ts';
import { Acts, RowActs } from '../../look/parts.tsx';
import type { Staff } from '../../wire/wire.ts';
import { t } from './t.ts';

const states = ['invited', 'active', 'locked'] as const;

export const sayOffice = (office: string): string => named(office, `office.${office}`);

/** The server's words begin with the day. */
const sayTraining = (of: string): string =>
    of.replace(/^\d{4}-\d\d-\d\d/, (day) => `${upper(sayShortDay(day))}:`);

function Row({ of }: { of: Staff }): JSX.Element {
    const doing = useDoing();
    const state = states.find((one) => one === of.state);
    const acts = doing.at(of.id, of.name);
    return (
        <tr>
            <th scope="row">
                <bdi>{of.name}</bdi>
                <p class="quiet small flat">
                    <bdi dir="ltr">{of.mail}</bdi>
                </p>
            </th>
            <td data-name={t('staff.offices')}>{of.offices.map(sayOffice).join(', ')}</td>
            <td data-name={t('staff.state')}>
                <div>
                    {state ? t(`staff.state.${state}`) : of.state}
                    {of.pledged ? null : <p class="quiet small">{t('staff.not_pledged')}</p>}
                </div>
            </td>
            <td data-name={t('staff.training')} class={of.training.length > 0 ? undefined : 'none'}>{of.training.map(sayTraining).join('; ') || '–'}</td>
            <td class="no-print">
                {acts.length > 0 ? (
                    <details class="more">
                        <summary>
                            {t('staff.more')}
                            <span class="hidden">: {of.name}</span>
                        </summary>
                        <RowActs items={acts} />
                    </details>
                ) : null}
            </td>
        </tr>
    );
}

export function StaffPage({ of }: { of: readonly Staff[] }): JSX.Element {
    const doing = useDoing();
    return (
        <>
            <div class="stack">
                <h1 tabIndex={-1}>{t('staff.title')}</h1>
                <p class="quiet">{t('staff.about')}</p>
            </div>
            <Acts first items={doing.of('staff')} />
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col">{t('staff.name')}</th>
                        <th scope="col">{t('staff.offices')}</th>
                        <th scope="col">{t('staff.state')}</th>
                        <th scope="col">{t('staff.training')}</th>
                        <td class="no-print" />
                    </tr>
                </thead>
                <tbody>
                    {of.map((one) => (
                        <Row key={one.id} of={one} />
                    ))}
                </tbody>
            </table>
        </>
    );
}
export const staffTitle = (): string => t('staff.title');
