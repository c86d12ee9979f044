import type { JSX } from 'preact';
import { type Doing, type Item, useDoing } from '../../base/doing.ts';
import { dayOf } from '../../base/time.ts';
import { Facts, Pairs, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import { Mark } from '../../look/sign.tsx';
import type { Axis, Criterion, Referral } from '../../wire/wire.ts';
import { t } from './t.ts';

function sayVerdict(verdict: string): string {
    switch (verdict) {
        case 'granted':
            return t('referral.verdict.granted');
        case 'not_suitable':
            return t('referral.verdict.not_suitable');
        case 'more_needed':
            return t('referral.verdict.more_needed');
        default:
            return '';
    }
}

/** All of them for whoever judges them; what fits for whoever reads. */
function Criteria({ of }: { of: readonly Axis[] }): JSX.Element | null {
    const judges = useDoing().options('judge_criteria', 'criteria') !== null;
    const shown = of
        .map((axis) => ({ ...axis, criteria: axis.criteria.filter((one) => judges || one.ticked) }))
        .filter((axis) => axis.criteria.length > 0);
    if (shown.length === 0) return null;
    return (
        <>
            <h3>{t('referral.criteria')}</h3>
            <div class="criteria">
                {shown.map((axis) => (
                    <div key={axis.id}>
                        <h4>{axis.name}</h4>
                        <ul class="checks">
                            {axis.criteria.map((criterion) => (
                                <Ticked key={criterion.id} of={criterion} />
                            ))}
                        </ul>
                    </div>
                ))}
            </div>
        </>
    );
}

function Ticked({ of }: { of: Criterion }): JSX.Element {
    return (
        <li>
            <Mark kind={of.ticked ? 'met' : 'missing'} />
            <span>
                {of.name}
                <span class="hidden"> ({of.ticked ? t('referral.criteria.met') : t('referral.criteria.not')})</span>
            </span>
        </li>
    );
}

/** What is done with a referral, for where the case stands: criteria first. */
export function referralActs(doing: Doing): (Item | null)[] {
    return [doing.one('judge_criteria'), ...doing.of('referral').filter((item) => item.act !== 'judge_criteria')];
}

export function ReferralSection({ of, open }: { of: Referral; open: boolean }): JSX.Element {
    const doing = useDoing();
    const sent = t('referral.sent', { day: dayOf(of.sent_at), who: of.sent_by });
    return (
        <Section id="referral" title={t('referral.title')} open={open} brief={sent}>
            <Facts
                of={[
                    sent,
                    of.descriptions && (of.identity_linked ? t('referral.linked') : t('referral.anonymous')),
                    of.passed_at ? t('referral.passed', { day: dayOf(of.passed_at) }) : '',
                ]}
            />
            {of.descriptions?.map((text) => (
                <div key={text.id} class="told">
                    <h3>{text.heading}</h3>
                    <p class="words" dir="auto">
                        {text.text}
                    </p>
                    <RowActs items={doing.at(text.id, text.heading)} />
                </div>
            ))}
            {of.criteria ? <Criteria of={of.criteria} /> : null}
            <div class="stack referral-facts">
                <Pairs
                    of={[
                        [t('referral.contact'), of.contact_person],
                        [t('referral.taken'), of.taken_by],
                        [t('referral.asked'), of.asked],
                        [t('referral.confirmed'), of.confirmed.join(' ')],
                        [t('referral.departed'), of.departed_why],
                        [t('referral.verdict'), sayVerdict(of.verdict)],
                        [t('referral.verdict_why'), of.verdict_why],
                        [t('referral.instead'), of.instead],
                        [t('referral.answer'), of.answer],
                    ]}
                />
            </div>
        </Section>
    );
}
