import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { Acts, Empty } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Questionnaire, Scale } from '../../wire/wire.ts';
import { t } from './t.ts';

/** No and yes, or 1 to 5. */
function sayValue(of: Scale, value: number): string {
    if (of.counts.length !== 2) return String(value + 1);
    return value === 0 ? t('evaluation.no') : t('evaluation.yes');
}

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
                    <span aria-hidden="true">{sayValue(of, value)}</span>
                    <span class="hidden">{t('evaluation.value', { value: sayValue(of, value), n })}</span>
                </li>
            ))}
        </ul>
    );
}

export function Evaluation({ of, open }: { of: readonly Questionnaire[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    const answers = Math.max(0, ...of.map((one) => one.answers));
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

/** Figures and words once enough have answered; before that only that there are answers. */
function Answers({ of }: { of: Questionnaire }): JSX.Element {
    const { answers } = of;
    const few = answers > 0 && of.questions.every((one) => one.counts.length === 0);
    const words = of.words.filter((one) => one.texts.length > 0);
    return (
        <div>
            <h3>{of.name}</h3>
            <p class="quiet small">
                {answers === 0 ? t('evaluation.none') : t('evaluation.answers', { n: answers })}
                {few ? `, ${t('evaluation.few')}` : ''}
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
            {words.map((one) => (
                <div key={one.question} class="told">
                    <h4>{one.question}</h4>
                    <ul class="rows">
                        {one.texts.map((text, i) => (
                            <li key={i}>
                                <p class="words" dir="auto">
                                    {text}
                                </p>
                            </li>
                        ))}
                    </ul>
                </div>
            ))}
        </div>
    );
}
