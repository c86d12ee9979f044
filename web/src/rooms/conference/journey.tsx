import type { JSX } from 'preact';
import type { Stage } from '../../wire/wire.ts';
import { t } from './t.ts';

const states = {
    done: () => t('journey.done'),
    here: () => t('journey.here'),
    ahead: () => t('journey.ahead'),
} as const;

/** The case's journey as a line; where it is now stands out. */
export function Journey({ of }: { of: readonly Stage[] }): JSX.Element {
    const here = of.findIndex((stage) => stage.state === 'here');
    return (
        <nav class="journey" aria-label={t('journey.title')}>
            <ol>
                {of.map((stage) => (
                    <li key={stage.id} class={stage.state} aria-current={stage.state === 'here' ? 'step' : undefined}>
                        <span class="knot" aria-hidden="true" />
                        <span class="stage">
                            {stage.name}
                            <span class="hidden">
                                {' '}
                                ({(states[stage.state as keyof typeof states] ?? states.ahead)()})
                            </span>
                        </span>
                    </li>
                ))}
            </ol>
            {here < 0 ? null : (
                <p class="where quiet small" aria-hidden="true">
                    {t('journey.where', { n: here + 1, of: of.length })}
                </p>
            )}
        </nav>
    );
}
