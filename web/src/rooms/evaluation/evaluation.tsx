import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { Acts, Empty, Section } from '../../look/parts.tsx';
import type { Questionnaire, Scale } from '../../wire/wire.ts';
import { t } from './t.ts';

function Bars({ of }: { of: Scale }): JSX.Element {
    if (of.counts.length === 0) return <p class="quiet small">{t('evaluation.few')}</p>;
    const most = Math.max(1, ...of.counts);
    return (
        <ul class="bars">
            {of.counts.map((n, value) => (
                <li key={value}>
                    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
                        <rect x="6" y={40 - (n / most) * 38} width="28" height={(n / most) * 38} class="bar" />
                        <path d="M0 39.500h40" class="base" />
                    </svg>
                    <span aria-hidden="true">{value + 1}</span>
                    <span class="hidden">{t('evaluation.value', { value: value + 1, n })}</span>
                </li>
            ))}
        </ul>
    );
}

export function Evaluation({ of }: { of: readonly Questionnaire[] }): JSX.Element {
    const doing = useDoing();
    return (
        <Section id="evaluation" title={t('evaluation.title')} about={t('evaluation.about')}>
            {of.length === 0 ? <Empty>{t('evaluation.none')}</Empty> : null}
            {of.map((questionnaire) => (
                <div key={questionnaire.id}>
                    <h3>{questionnaire.name}</h3>
                    <ul class="rows">
                        {questionnaire.questions.map((question) => (
                            <li key={question.question} class="scale">
                                <div>
                                    <p>{question.question}</p>
                                    <p class="quiet small">{t('evaluation.answers', { n: question.answers })}</p>
                                </div>
                                <Bars of={question} />
                            </li>
                        ))}
                    </ul>
                </div>
            ))}
            <Acts items={doing.of('evaluation')} />
        </Section>
    );
}
