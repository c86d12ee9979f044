import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { dayOf } from '../../base/time.ts';
import { Acts, Facts, Pairs, RowActs, Section } from '../../look/parts.tsx';
import { Mark } from '../../look/sign.tsx';
import type { Option, Referral } from '../../wire/wire.ts';
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

function Criteria({ of }: { of: readonly Option[] }): JSX.Element | null {
    if (of.length === 0) return null;
    return (
        <>
            <h3>{t('referral.criteria')}</h3>
            <ul class="checks">
                {of.map((criterion) => (
                    <li key={criterion.value}>
                        <Mark kind={criterion.hint === 'yes' ? 'met' : 'missing'} />
                        <span>
                            {criterion.label}
                            <span class="hidden">
                                {' '}
                                ({criterion.hint === 'yes' ? t('referral.criteria.met') : t('referral.criteria.not')})
                            </span>
                        </span>
                    </li>
                ))}
            </ul>
        </>
    );
}

export function ReferralSection({ of }: { of: Referral }): JSX.Element {
    const doing = useDoing();
    return (
        <Section id="referral" title={t('referral.title')}>
            <Facts
                of={[
                    t('referral.sent', { day: dayOf(of.sent_at), who: of.sent_by }),
                    of.descriptions && (of.identity_linked ? t('referral.linked') : t('referral.anonymous')),
                    of.passed_at ? t('referral.passed', { day: dayOf(of.passed_at) }) : '',
                ]}
            />
            {of.descriptions?.map((text) => (
                <div key={text.id}>
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
            <Acts items={doing.of('referral')} />
        </Section>
    );
}
