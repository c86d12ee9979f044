import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { dayOf, sayList, shortDayOf } from '../../base/time.ts';
import { Acts, Empty, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import { Mark } from '../../look/sign.tsx';
import type { Action, Clarification, Ending, Plan } from '../../wire/wire.ts';
import { ActionRow } from './action.tsx';
import { t } from './t.ts';

/** HF5: how much the network carries, and how much professionals. */
function Split({ of }: { of: Plan }): JSX.Element | null {
    const all = of.by_network + of.by_professionals;
    if (all === 0) return null;
    const share = (of.by_network / all) * 300;
    return (
        <figure class="split">
            <svg viewBox="0 0 300 12" width="300" height="12" role="img" aria-label={t('plan.split.drawing')}>
                <rect x="0" y="0" width={share} height="12" class="by-network" />
                <rect x={share} y="0" width={300 - share} height="12" class="by-professionals" />
            </svg>
            <figcaption>{t('plan.split', { network: of.by_network, professionals: of.by_professionals })}</figcaption>
        </figure>
    );
}

function Actions({ of }: { of: Plan }): JSX.Element {
    const offers = of.actions;
    if (offers.length === 0) return <Empty>{t('plan.actions.none')}</Empty>;
    const under = (heading: string) => offers.filter((action) => action.heading === heading);
    const names = new Set(of.headings.flatMap((heading) => [heading.id, heading.name]));
    const rest = offers.filter((action) => !names.has(action.heading));
    const list = (actions: readonly Action[]) => (
        <ol class="rows">
            {actions.map((action) => (
                <ActionRow key={action.id} of={action} />
            ))}
        </ol>
    );
    return (
        <>
            {of.headings.map((heading) => {
                const here = [...under(heading.id), ...(heading.id === heading.name ? [] : under(heading.name))];
                return here.length === 0 ? null : (
                    <div key={heading.id}>
                        <h3>{heading.name}</h3>
                        {list(here)}
                    </div>
                );
            })}
            {list(rest)}
        </>
    );
}

function Clarifications({ of, actions }: { of: readonly Clarification[]; actions: readonly Action[] }): JSX.Element {
    const doing = useDoing();
    return (
        <>
            <h3>{t('plan.clarifications')}</h3>
            <ul class="rows">
                {of.map((one) => {
                    const action = actions.find((a) => a.id === one.action);
                    return (
                        <li key={one.id}>
                            <p class="quiet small">
                                {t('plan.asked', { who: one.asked_by })}
                                {action ? ` · ${action.what}` : ''}
                            </p>
                            <p class="words">{one.question}</p>
                            <p class="words answer">{one.answer || <span class="quiet">{t('plan.unanswered')}</span>}</p>
                            <RowActs items={doing.at(one.id, one.question)} />
                        </li>
                    );
                })}
            </ul>
        </>
    );
}

function EndingRow({ of }: { of: Ending }): JSX.Element {
    const doing = useDoing();
    return (
        <li>
            <Mark kind={of.done ? 'met' : 'missing'} />
            <div>
                <p>
                    {of.name} {of.done ? <span class="hidden">({t('plan.ending.done')})</span> : null}
                </p>
                {of.done ? null : <p class="quiet">{t('plan.ending.by', { who: sayList(of.by) })}</p>}
                {of.answers.map((answer) => (
                    <p key={answer.at + answer.by} class="small">
                        {answer.answer === 'yes'
                            ? t('plan.answer.yes', { who: answer.by, day: shortDayOf(answer.at) })
                            : t('plan.answer.send_back', {
                                  who: answer.by,
                                  day: shortDayOf(answer.at),
                                  why: answer.why,
                              })}
                    </p>
                ))}
                <RowActs items={[of.done ? null : doing.one('answer_plan', { fields: { ending: of.id }, slot: of.id, of: of.name })]} />
            </div>
        </li>
    );
}

export function PlanSection({ of, open }: { of: Plan; open: boolean }): JSX.Element {
    const doing = useDoing();
    // Answered at its line, where there is one.
    const asksEnding = of.handed_at !== null && of.endings.some((ending) => !ending.done);
    return (
        <Section
            id="plan"
            title={t('plan.title')}
            open={open}
            brief={of.actions.length > 0 ? t('plan.brief', { n: of.actions.length }) : t('plan.none')}
        >
            {of.sent_back_why ? <p class="notice family">{t('plan.sent_back', { why: of.sent_back_why })}</p> : null}
            {of.handed_at === null && of.actions.length === 0 ? <Empty>{t('plan.none')}</Empty> : null}
            {of.handed_at ? (
                <>
                    <p class="words plan-text" dir="auto">
                        {of.text}
                    </p>
                    <p class="by">
                        {of.handed_by
                            ? t('plan.handed', { day: dayOf(of.handed_at), who: of.handed_by })
                            : t('plan.written', { day: dayOf(of.handed_at) })}
                    </p>
                </>
            ) : null}
            {of.handed_at || of.actions.length > 0 ? (
                <>
                    {of.headings.length > 0 ? null : <h3>{t('plan.actions')}</h3>}
                    <Split of={of} />
                    <Actions of={of} />
                </>
            ) : null}
            {of.clarifications.length > 0 ? <Clarifications of={of.clarifications} actions={of.actions} /> : null}
            {of.handed_at && of.endings.length > 0 ? (
                <>
                    <h3>{t('plan.endings')}</h3>
                    <ul class="checks">
                        {of.endings.map((ending) => (
                            <EndingRow key={ending.id} of={ending} />
                        ))}
                    </ul>
                </>
            ) : null}
            <Acts items={doing.of('plan').filter((item) => !asksEnding || item.act !== 'answer_plan')} />
        </Section>
    );
}
