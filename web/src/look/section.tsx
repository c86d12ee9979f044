import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Fold, useFold } from '../base/folds.ts';

/** A part of a page under its heading. With `open` given the heading folds it away and back. */
export function Section(props: {
    id: string;
    title: string;
    about?: string;
    /** Whether it is open as long as the reader has not said otherwise. */
    open?: boolean;
    /** How it stands in few words, shown while it is folded. */
    brief?: ComponentChildren;
    /** Something in it waits for somebody. */
    waits?: boolean;
    children: ComponentChildren;
}): JSX.Element {
    const fold = useFold(props.id, props.open);
    return (
        <section class="section" id={props.id} aria-labelledby={`${props.id}-title`}>
            <h2 id={`${props.id}-title`}>
                {fold.open === null ? (
                    props.title
                ) : (
                    <button
                        type="button"
                        class="fold"
                        aria-expanded={fold.open ? 'true' : 'false'}
                        aria-controls={`${props.id}-in`}
                        onClick={() => fold.set(!fold.open)}
                    >
                        {props.title}
                    </button>
                )}
            </h2>
            {fold.open === false && props.brief ? <p class={props.waits ? 'brief waits' : 'brief'}>{props.brief}</p> : null}
            <Inside id={`${props.id}-in`} fold={fold}>
                {props.about ? <p class="about">{props.about}</p> : null}
                {props.children}
            </Inside>
        </section>
    );
}

/** Folded away, it is still found by the browser's search and printed. */
function Inside({ id, fold, children }: { id: string; fold: Fold; children: ComponentChildren }): JSX.Element {
    const place = useRef<HTMLDivElement>(null);
    const { open, set } = fold;
    useLayoutEffect(() => {
        if (open === false) place.current?.setAttribute('hidden', 'until-found');
        else place.current?.removeAttribute('hidden');
    }, [open]);
    useEffect(() => {
        const inside = place.current;
        const find = () => set(true);
        inside?.addEventListener('beforematch', find);
        return () => inside?.removeEventListener('beforematch', find);
    });
    return (
        <div id={id} class="section-in" ref={place}>
            {children}
        </div>
    );
}
