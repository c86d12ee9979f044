// What somebody has begun to write and not sent yet. It lies on this computer alone, per person who
// is signed in, and goes when it is sent or when they sign out.

export interface Draft {
    /** The act's id: the same until the server has answered, so that sending twice acts once. */
    id: string;
    /** The version that the text is based on. */
    base: number;
    values: Values;
    for_whom: string;
    told: string;
    told_on: string;
    at: string;
}
export type Value = string | string[] | boolean;
export type Values = Record<string, Value>;

export interface Shelf {
    getItem(key: string): string | null;
    setItem(key: string, text: string): void;
    removeItem(key: string): void;
    key(index: number): string | null;
    readonly length: number;
}

const prefix = 'radslag.draft.';

export class Drafts {
    constructor(
        private readonly shelf: Shelf,
        private readonly owner: string,
    ) {}

    private name(place: string): string {
        return `${prefix}${this.owner}.${place}`;
    }

    read(place: string): Draft | null {
        const text = this.shelf.getItem(this.name(place));
        if (text === null) return null;
        try {
            const draft = JSON.parse(text) as Draft;
            return draft && typeof draft.values === 'object' ? draft : null;
        } catch {
            return null;
        }
    }

    /** False where there is no room for it: then the text lives only in the open form. */
    keep(place: string, draft: Draft): boolean {
        try {
            this.shelf.setItem(this.name(place), JSON.stringify(draft));
            return true;
        } catch {
            return false;
        }
    }

    drop(place: string): void {
        this.shelf.removeItem(this.name(place));
    }

    private names(): string[] {
        const all: string[] = [];
        for (let i = 0; i < this.shelf.length; i++) {
            const name = this.shelf.key(i);
            if (name?.startsWith(this.name(''))) all.push(name);
        }
        return all;
    }

    places(): string[] {
        return this.names().map((name) => name.slice(this.name('').length));
    }

    dropAll(): void {
        for (const name of this.names()) this.shelf.removeItem(name);
    }
}

/** Where an act's draft lies. */
export const draftPlace = (caseId: string, act: string, slot: string): string =>
    [caseId || '-', act, slot || '-'].join('/');
