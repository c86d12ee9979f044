import type { JSX } from 'preact';
import { shortDayOf } from '../../base/time.ts';
import { Empty } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import { Mark, type MarkKind } from '../../look/sign.tsx';
import type { Fidelity } from '../../wire/wire.ts';
import { type Told, standingsOf } from './standings.ts';
import { t } from './t.ts';

const marks: Record<string, MarkKind> = { kept: 'met', passed: 'passed', late: 'passed' };

/** Who passed it, when and why; a reason that is closed to the reader is said to be there. */
function Passed({ of: { round } }: { of: Told }): JSX.Element | null {
    const who = [round.by, round.role].filter(Boolean).join(', ');
    const day = round.at ? shortDayOf(round.at) : '';
    const facts = [round.state === 'late' ? t('fidelity.late') : '', who, day].filter(Boolean).join(', ');
    return (
        <>
            {facts ? <p class="quiet">{facts}</p> : null}
            {round.why ? (
                <p class="words" dir="auto">
                    {round.why}
                </p>
            ) : null}
            {round.why_closed ? <p class="quiet">{t('fidelity.why_closed')}</p> : null}
            {round.anyway ? <p class="quiet">{t('fidelity.anyway')}</p> : null}
        </>
    );
}

function List({ of, rounds }: { of: readonly Told[]; rounds: boolean }): JSX.Element {
    return (
        <ul class="checks">
            {of.map((told) => (
                <li key={`${told.rule.id} ${told.round.round} ${told.round.at}`}>
                    <Mark kind={marks[told.round.state] ?? 'missing'} />
                    <div>
                        <p>
                            {told.rule.text}
                            {told.round.state === 'passed' ? <span class="hidden"> ({t('fidelity.is_passed')})</span> : null}
                        </p>
                        <p class="quiet small">
                            {[told.rule.where, rounds ? t('fidelity.round', { n: told.round.round }) : '']
                                .filter(Boolean)
                                .join(', ')}
                        </p>
                        {told.round.state === 'passed' || told.round.state === 'late' ? <Passed of={told} /> : null}
                    </div>
                </li>
            ))}
        </ul>
    );
}

function Folded({ title, of, rounds }: { title: string; of: readonly Told[]; rounds: boolean }): JSX.Element | null {
    if (of.length === 0) return null;
    return (
        <details class="more">
            <summary>{title}</summary>
            <List of={of} rounds={rounds} />
        </details>
    );
}

export function Unseen({ of }: { of: readonly { id: string; name: string }[] }): JSX.Element | null {
    if (of.length === 0) return null;
    return (
        <details class="more">
            <summary>{t('fidelity.unseen', { n: of.length })}</summary>
            <p class="quiet">{t('fidelity.unseen.about')}</p>
            <ul class="rows">
                {of.map((one) => (
                    <li key={one.id}>{one.name}</li>
                ))}
            </ul>
        </details>
    );
}

/** What was passed, with its reason, comes first; the rest is one tap away. */
export function FidelitySection({ of, open }: { of: Fidelity; open: boolean }): JSX.Element {
    const all = standingsOf(of.rules);
    const rounds = of.rules.some((rule) => rule.rounds.some((one) => one.round > 1));
    const brief = [
        all.passed.length > 0 ? t('fidelity.passed', { n: all.passed.length }) : t('fidelity.passed.none'),
        all.kept.length > 0 ? t('fidelity.kept', { n: all.kept.length }) : '',
    ];
    return (
        <Section
            id="fidelity"
            title={t('fidelity.title')}
            about={t('fidelity.about')}
            open={open}
            brief={brief.filter(Boolean).join(', ')}
        >
            {all.passed.length > 0 ? <List of={all.passed} rounds={rounds} /> : <Empty>{t('fidelity.passed.none')}</Empty>}
            <Folded title={t('fidelity.kept', { n: all.kept.length })} of={all.kept} rounds={rounds} />
            <Folded title={t('fidelity.ahead', { n: all.ahead.length })} of={all.ahead} rounds={rounds} />
            <Folded title={t('fidelity.not_asked', { n: all.not_asked.length })} of={all.not_asked} rounds={rounds} />
            <Unseen of={of.unseen} />
        </Section>
    );
}
