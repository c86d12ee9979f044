import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the house that is fetched when it is first entered. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
    let loaded: ComponentType<P> | null = null;
    return function Lazy(props: P): JSX.Element | null {
        const [, seen] = useState(loaded !== null);
        useEffect(() => {
            if (!loaded) {
                void load().then((part) => {
                    loaded = part;
                    seen(true);
                });
            }
        }, []);
        const Part = loaded;
        return Part ? <Part {...props} /> : null;
    };
}
