import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { Acts, Empty } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Questionnaire, Scale } from '../../wire/wire.ts';
import { t } from './t.ts';

function Bars({ of }: { of: Scale }): JSX.Element {
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

export function Evaluation({ of, open }: { of: readonly Questionnaire[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    const answers = of.flatMap((one) => one.questions).reduce((most, one) => Math.max(most, one.answers), 0);
    const brief = answers === 0 ? t('evaluation.none') : t('evaluation.answers', { n: answers });
    return (
        <Section id="evaluation" title={t('evaluation.title')} about={t('evaluation.about')} open={open} brief={brief}>
            {of.length === 0 ? <Empty>{t('evaluation.none')}</Empty> : null}
            {of.map((questionnaire) => (
                <Answers key={questionnaire.id} of={questionnaire} />
            ))}
            <Acts items={doing.of('evaluation')} />
        </Section>
    );
}

/** The questions where some are answered by enough people; before that only that there are answers. */
function Answers({ of }: { of: Questionnaire }): JSX.Element {
    const answers = Math.max(0, ...of.questions.map((question) => question.answers));
    return (
        <div>
            <h3>{of.name}</h3>
            <p class="quiet small">
                {answers === 0 ? t('evaluation.none') : t('evaluation.answers', { n: answers })}
                {answers > 0 && of.questions.every((one) => one.counts.length === 0) ? `, ${t('evaluation.few')}` : ''}
            </p>
            <ul class="rows">
                {of.questions
                    .filter((question) => question.counts.length > 0)
                    .map((question) => (
                        <li key={question.question} class="scale">
                            <p>{question.question}</p>
                            <Bars of={question} />
                        </li>
                    ))}
            </ul>
        </div>
    );
}
