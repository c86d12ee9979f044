import type { ComponentChildren, JSX } from 'preact';
import { sayList } from '../base/time.ts';
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
interface Words {
    met: string;
    not_met: string;
    missing(what: string): string;
    passed(who: string, why: string): string;
    done(n: number): string;
}

/** So many are worth seeing when all are there. */
const few = 3;
const isLeft = (need: NeedLike): boolean => !need.met && !need.passed;

function Need<N extends NeedLike>(props: { of: N; words: Words; under?: (need: N) => ComponentChildren }): JSX.Element {
    const { of: need, words } = props;
    const passed = need.met ? null : need.passed;
    return (
        <li>
            <Mark kind={need.met ? 'met' : passed ? 'passed' : 'missing'} />
            <div>
                <p>
                    {need.text}
                    {passed ? null : <span class="hidden"> ({need.met ? words.met : words.not_met})</span>}
                </p>
                {isLeft(need) && need.missing.length > 0 ? (
                    <p class="quiet">{words.missing(sayList(need.missing))}</p>
                ) : null}
                {passed ? <p class="quiet">{words.passed(passed.by, passed.why)}</p> : null}
                {isLeft(need) ? props.under?.(need) : null}
            </div>
        </li>
    );
}

/** A gate's needs: what is left comes first; what is there, or was passed with a reason, lies behind a line. */
export function NeedList<N extends NeedLike>(props: {
    of: readonly N[];
    words: Words;
    under?: (need: N) => ComponentChildren;
}): JSX.Element {
    const left = props.of.filter(isLeft);
    const done = props.of.filter((need) => !isLeft(need));
    const list = (needs: readonly N[]) => (
        <ul class="checks">
            {needs.map((need) => (
                <Need key={need.id} of={need} words={props.words} {...(props.under ? { under: props.under } : {})} />
            ))}
        </ul>
    );
    if (done.length === 0 || (left.length === 0 && done.length <= few)) return list(props.of);
    return (
        <>
            {left.length > 0 ? list(left) : null}
            <details class="more done">
                <summary>{props.words.done(done.length)}</summary>
                {list(done)}
            </details>
        </>
    );
}
