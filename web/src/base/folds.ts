// Which parts of a page are folded away. What the reader opened or closed stays so in this tab, as long
// as the case is where it was; when it goes on, what matters then comes forward anew.
import { createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';

export interface FoldGround {
    /** Which page. */
    place: string;
    /** Where it stands: a stage, a step. */
    at: string;
}
export const FoldContext = createContext<FoldGround | null>(null);

export interface Fold {
    /** Null: not to be folded here. */
    open: boolean | null;
    set(open: boolean): void;
}

function remembered(key: string, at: string): boolean | null {
    const [where, open] = sessionStorage.getItem(key)?.split('|') ?? [];
    return where === at ? open === 'open' : null;
}

export function useFold(id: string, byDefault: boolean | undefined): Fold {
    const ground = useContext(FoldContext);
    const folds = ground !== null && byDefault !== undefined;
    const key = `radslag.fold.${ground?.place ?? ''}.${id}`;
    const at = ground?.at ?? '';
    const now = useRef<{ at: string; open: boolean } | null>(null);
    const [, draw] = useState(0);
    if (folds && now.current?.at !== at) now.current = { at, open: remembered(key, at) ?? byDefault };
    const set = (open: boolean): void => {
        now.current = { at, open };
        sessionStorage.setItem(key, `${at}|${open ? 'open' : 'closed'}`);
        draw((n) => n + 1);
    };
    return { open: folds ? (now.current?.open ?? byDefault) : null, set };
}
