import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Unfetched } from './unfetched.tsx';

/** What stands there when the part did not come; `of` is what the part would have got. */
export type Instead<P> = ComponentType<{ again(): void; of: P }>;

/** A part of the house that is fetched when it is first entered. */
export function lazy<P extends object>(
    load: () => Promise<ComponentType<P>>,
    Failed: Instead<NoInfer<P>> = Unfetched,
): ComponentType<P> {
    let loaded: ComponentType<P> | null = null;
    return function Lazy(props: P): JSX.Element | null {
        const [is, set] = useState<'coming' | 'here' | 'failed'>(loaded ? 'here' : 'coming');
        const fetchPart = async (): Promise<boolean> => {
            try {
                loaded = await load();
                set('here');
                return true;
            } catch {
                return false;
            }
        };
        useEffect(() => {
            if (!loaded) void fetchPart().then((came) => came || set('failed'));
        }, []);
        const again = async (): Promise<void> => {
            set('coming');
            if (await fetchPart()) return;
            // The server answers, and yet the part is not there: a newer house has been set up, or
            // the browser remembers that it failed. What was begun to be written is kept.
            if (await isReached()) location.reload();
            else set('failed');
        };
        const Part = loaded;
        if (Part) return <Part {...props} />;
        return is === 'failed' ? <Failed again={() => void again()} of={props} /> : null;
    };
}

async function isReached(): Promise<boolean> {
    try {
        return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).ok;
    } catch {
        return false;
    }
}
