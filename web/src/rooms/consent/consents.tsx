import type { JSX } from 'preact';
import { type Doing, type Item, useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { lookUp } from '../../base/words.ts';
import { Acts, Empty, Facts, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Consent, ConsentOf } from '../../wire/wire.ts';
import { t } from './t.ts';

const tags = { given: 'yes', refused: 'no', withdrawn: 'no', lapsed: 'no', '': 'wait' } as const;
type Answer = keyof typeof tags;

function sayAnswer(answer: Answer): string {
    return answer === '' ? t('consent.waiting') : t(`consent.${answer}`);
}

/** What this person can answer to this consent now, if the consent is among the choices. */
function answers(doing: Doing, consent: string, one: ConsentOf): Item[] {
    const acts = one.answer === 'given' ? ['withdraw_consent'] : ['give_consent', 'refuse_consent'];
    return acts.flatMap((act) => {
        const options = doing.options(act, 'consent');
        if (options && !options.includes(consent)) return [];
        if (!doing.whom(act).includes(one.person)) return [];
        const item = doing.one(act, {
            for_whom: one.person,
            fields: { consent },
            slot: `${consent}.${one.person}`,
            of: one.name,
        });
        return item ? [item] : [];
    });
}

function toldWhen(one: ConsentOf): string {
    if (!one.told_on || !one.answer) return '';
    return t('consent.told', { day: sayShortDay(one.told_on), how: lookUp(`told.${one.told}`) ?? one.told });
}

export function Consents({ of, open }: { of: readonly Consent[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    const left = of.flatMap((consent) => consent.people).filter((one) => one.answer === '').length;
    const whole = of.length > 0 && of.every((consent) => consent.whole);
    return (
        <Section
            id="consents"
            title={t('consent.title')}
            about={t('consent.about')}
            open={open}
            brief={left > 0 ? t('consent.left', { n: left }) : whole ? t('consent.whole') : ''}
        >
            {of.length === 0 ? <Empty>{t('consent.none')}</Empty> : null}
            {of.map((consent) => (
                <div key={consent.consent} class="consent">
                    <h3>{consent.text}</h3>
                    {consent.whole ? <Tag kind="yes">{t('consent.whole')}</Tag> : null}
                    <ul class="rows">
                        {consent.people.map((one) => (
                            <li key={one.person}>
                                <div class="row-main">
                                    <span class="name">{one.name}</span>
                                    <Tag kind={tags[one.answer as Answer] ?? 'no'}>{sayAnswer(one.answer as Answer)}</Tag>
                                    <Facts
                                        of={[
                                            one.part ? t('consent.part', { what: one.part }) : '',
                                            toldWhen(one),
                                            one.lapses_on && one.answer === 'given'
                                                ? t('consent.lapses', { day: sayShortDay(one.lapses_on) })
                                                : '',
                                        ]}
                                    />
                                </div>
                                <RowActs items={answers(doing, consent.consent, one)} />
                            </li>
                        ))}
                    </ul>
                </div>
            ))}
            <Acts items={doing.of('consent')} />
        </Section>
    );
}
