import type { ComponentChildren, JSX } from 'preact';
import { Mark } from './sign.tsx';

export interface NeedLike {
    id: string;
    text: string;
    met: boolean;
    missing: readonly string[];
    strength: string;
    passed: { why: string; by: string } | null;
    may_pass: boolean;
}

/** A gate's needs as a checklist: met, what is missing, passed with its reason. */
export function NeedList<N extends NeedLike>(props: {
    of: readonly N[];
    words: {
        met: string;
        not_met: string;
        missing(what: string): string;
        passed(who: string, why: string): string;
    };
    under?: (need: N) => ComponentChildren;
}): JSX.Element {
    const { words } = props;
    return (
        <ul class="checks">
            {props.of.map((need) => (
                <li key={need.id}>
                    <Mark kind={need.met ? 'met' : need.passed ? 'passed' : 'missing'} />
                    <div>
                        <p>
                            {need.text}
                            {need.passed && !need.met ? null : (
                                <span class="hidden"> ({need.met ? words.met : words.not_met})</span>
                            )}
                        </p>
                        {!need.met && !need.passed && need.missing.length > 0 ? (
                            <p class="quiet">{words.missing(need.missing.join(', '))}</p>
                        ) : null}
                        {need.passed && !need.met ? (
                            <p class="quiet">{words.passed(need.passed.by, need.passed.why)}</p>
                        ) : null}
                        {!need.met && !need.passed ? props.under?.(need) : null}
                    </div>
                </li>
            ))}
        </ul>
    );
}
