// What a room needs of the house: the things that may be done now, as buttons. Which they are is
// the server's word; the shell turns it into items and opens the form when one is started.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Values } from './drafts.ts';

export interface Preset {
    about?: string;
    for_whom?: string;
    fields?: Values;
    /** Fields that are settled by where the act was started, and not asked again. */
    settled?: string[];
    /** Where the draft lies, when neither `about` nor `for_whom` tells it. */
    slot?: string;
    /** What the form's heading adds: the name of whom or what it is about. */
    of?: string;
}

export interface Item {
    act: string;
    room: string;
    label: string;
    /** The name of the row, told to screen readers after the label. */
    of: string;
    /** Something begun and not sent lies here. */
    begun: boolean;
    start(): void;
}

/** An act that brings a need nearer, with what the need settles of its form. */
export interface Lead {
    act: string;
    about: readonly string[];
    filled: readonly { field: string; value: readonly string[] }[];
    for_whom: string;
}

export interface Doing {
    /** Acts of these rooms that are about no row; each is counted as placed. */
    of(...rooms: string[]): Item[];
    /** Acts about this row, of these rooms (none named: of all). */
    at(row: string, name: string, ...rooms: string[]): Item[];
    /** Acts recorded on this person's behalf, of these names. */
    behalf(person: string, name: string, ...acts: string[]): Item[];
    /** One act by its name with something already chosen; null when it is not mine to do now. */
    one(act: string, preset?: Preset): Item | null;
    /** The values that can be chosen in a field of an act now; null when it is not mine to do. */
    options(act: string, field: string): string[] | null;
    /** From a need to its form; where it can be done to several, to the place where they stand. */
    toward(lead: Lead): Item | null;
    /** Does it at once, without a form; true when done. */
    quick(act: string, preset: Preset): Promise<boolean>;
    /** Whether an act can be done in one's own name now. */
    owns(act: string): boolean;
    /** For whom an act can be recorded now. */
    whom(act: string): string[];
    /** Who can see a matter of this case, in words. */
    sees(matter: string): string[];
}

const nothing: Doing = {
    of: () => [],
    at: () => [],
    behalf: () => [],
    one: () => null,
    options: () => null,
    toward: () => null,
    quick: () => Promise.resolve(false),
    owns: () => false,
    whom: () => [],
    sees: () => [],
};

export const DoingContext = createContext<Doing>(nothing);
export const useDoing = (): Doing => useContext(DoingContext);
