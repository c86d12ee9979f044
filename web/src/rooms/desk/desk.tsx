import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayDay } from '../../base/time.ts';
import { Acts, Empty } from '../../look/parts.tsx';
import type { CaseRow, Desk, Me } from '../../wire/wire.ts';
import { DeskRow } from './row.tsx';
import { t } from './t.ts';

function Pile({ id, title, of }: { id: string; title: string; of: readonly CaseRow[] }): JSX.Element | null {
    if (of.length === 0) return null;
    return (
        <section class={`section pile pile-${id}`} aria-labelledby={`pile-${id}`}>
            <h2 id={`pile-${id}`}>{title}</h2>
            <ul class="rows">
                {of.map((row) => (
                    <DeskRow key={row.id} of={row} />
                ))}
            </ul>
        </section>
    );
}

export function DeskPage({ of, me }: { of: Desk; me: Me }): JSX.Element {
    const doing = useDoing();
    const empty = [of.late, of.my_turn, of.meets_soon, of.others].every((pile) => pile.length === 0);
    return (
        <>
            <h1 tabIndex={-1}>{t('desk.hello', { name: me.name.split(' ')[0] ?? me.name })}</h1>
            <p class="lead">{t('desk.today', { day: sayDay(me.today) })}</p>
            <Acts items={doing.of('desk', 'conference', 'referral')} />
            <div class="piles">
                {empty ? <Empty>{t('desk.nothing')}</Empty> : null}
                <Pile id="late" title={t('desk.late')} of={of.late} />
                <Pile id="my-turn" title={t('desk.my_turn')} of={of.my_turn} />
                <Pile id="soon" title={t('desk.meets_soon')} of={of.meets_soon} />
                <Pile id="others" title={t('desk.others')} of={of.others} />
            </div>
        </>
    );
}
export const deskTitle = (): string => t('desk.title');
