import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayList } from '../../base/time.ts';
import { Acts, RowActs } from '../../look/parts.tsx';
import { NeedList } from '../../look/needs.tsx';
import type { Case, Gate } from '../../wire/wire.ts';
import { t } from './t.ts';

function whoMoves(gate: Gate): string {
    if (gate.moved_by.length === 0) return t('gate.by_itself');
    return t('gate.moved_by', { who: sayList(gate.moved_by) });
}

export function sayLeft(gate: Gate): string {
    const left = gate.needs.filter((need) => !need.met && !need.passed).length;
    return left === 0 ? t('gate.open') : t('gate.left', { n: left });
}

/** What must hold before the case goes on, and the button that takes it there. */
export function GateView({ of }: { of: Case }): JSX.Element | null {
    const doing = useDoing();
    const { gate } = of;
    const move = doing.one('move_on');
    const round = doing.one('go_round');
    if (gate.needs.length === 0 && !move && !round) return null;
    return (
        <div>
            <h3>{t('gate.title')}</h3>
            <p class="quiet">{sayLeft(gate)}</p>
            <NeedList
                of={gate.needs}
                words={{
                    met: t('gate.need.met'),
                    not_met: t('gate.need.not_met'),
                    missing: (what) => t('gate.missing', { what }),
                    passed: (who, why) => t('gate.passed', { who, why }),
                    done: (n) => t('gate.done', { n }),
                }}
                under={(need) => (
                    <RowActs
                        items={[
                            ...need.leads.map((lead) => doing.toward(lead)),
                            doing.one('pass_gate', { about: need.id, of: need.text }),
                        ]}
                    />
                )}
            />
            {move || round ? (
                <Acts first={gate.open && !round} items={[round, move]} />
            ) : (
                <p class="quiet small">{whoMoves(gate)}</p>
            )}
        </div>
    );
}
