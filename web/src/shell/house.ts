// What is there in the whole house while somebody is signed in.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Drafts } from '../base/drafts.ts';
import type { Act, Done, Me } from '../wire/wire.ts';
import type { Asked } from './form/engine.ts';

export interface House {
    me: Me;
    acts: ReadonlyMap<string, Act>;
    drafts: Drafts;
    /** Opens the form of an act. `after` runs when it is done; `refresh` gives the version now. */
    open(asked: Asked, after: (done: Done) => void, refresh: () => Promise<number>): void;
    /** Tells shortly what has happened. */
    say(text: string): void;
    /** Reads again who I am: my name, pledge, language. */
    refreshMe(): Promise<void>;
    /** Counts closed forms, so that "begun" marks are read again. */
    forms: number;
}

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
    const house = useContext(HouseContext);
    if (!house) throw new Error('outside the house');
    return house;
}
