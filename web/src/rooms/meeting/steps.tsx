import type { JSX } from 'preact';
import { sayList } from '../../base/time.ts';
import type { Step } from '../../wire/wire.ts';
import { t } from './t.ts';

const states = {
    done: () => t('meeting.step.done'),
    here: () => t('meeting.step.here'),
    ahead: () => t('meeting.step.ahead'),
} as const;

export function Steps({ of, places }: { of: readonly Step[]; places?: boolean }): JSX.Element {
    // Who has their place in it is told where it changes.
    const told = (step: Step, before: Step | undefined): boolean =>
        places === true &&
        step.state === 'ahead' && (!before || step.present.join() !== before.present.join());
    return (
        <ol class="steps" aria-label={t('meeting.steps')}>
            {of.map((step, i) => (
                <li
                    key={step.id}
                    class={`${step.state} ${step.private ? 'private' : ''}`}
                    aria-current={step.state === 'here' ? 'step' : undefined}
                >
                    <span class="number" aria-hidden="true">
                        {i + 1}
                    </span>
                    <div>
                        <p>
                            <strong>{step.name}</strong>{' '}
                            <span class="quiet small">
                                {(states[step.state as keyof typeof states] ?? states.ahead)()}
                                {step.private && step.name.toLocaleLowerCase() !== t('meeting.private') ? `, ${t('meeting.private')}` : ''}
                            </span>
                        </p>
                        {told(step, of[i - 1]) ? (
                            <p class="quiet small">{t('meeting.places', { who: sayList(step.present) })}</p>
                        ) : null}
                    </div>
                </li>
            ))}
        </ol>
    );
}
