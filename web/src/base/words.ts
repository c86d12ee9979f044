// Texts. One catalogue per room and language; the one in use is loaded by the shell and put here.
// A room gets its own typed reader with `words<typeof sv>()`: keys and parameters are checked by
// the compiler against the Swedish catalogue, which all the others must match key for key.

export type Plural = { one: string; other: string };
export type Entry = string | Plural;
export type Catalogue = Record<string, Entry>;

/** What a translation must have: the same keys, plural where the first is. */
export type Like<T> = { [K in keyof T]: T[K] extends string ? string : Plural };

type Names<S> = S extends `${string}{${infer P}}${infer R}` ? P | Names<R> : never;
type NamesOf<E> = E extends { other: infer O } ? Names<O> | 'n' : Names<E>;
type Args<E> = [NamesOf<E>] extends [never] ? [] : [Record<NamesOf<E>, string | number>];

export type Language = 'sv' | 'da' | 'en';
export const languages: readonly Language[] = ['sv', 'da', 'en'];

let catalogue: Catalogue = {};
let language: Language = 'sv';
let plurals = new Intl.PluralRules('sv');
let digits = new Intl.NumberFormat('sv');

export function useCatalogue(tongue: Language, texts: Catalogue): void {
    if (Object.keys(texts).length === 0) throw new Error(`no texts for ${tongue}`);
    language = tongue;
    catalogue = texts;
    plurals = new Intl.PluralRules(tongue);
    digits = new Intl.NumberFormat(tongue);
}

export const currentLanguage = (): Language => language;

/** A name written from right to left keeps its own place in a sentence that is not, and numbers theirs. */
export const isolated = (text: string): string =>
    /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;

/** A text by a name that is known only at run time; undefined where there is none. */
export function lookUp(key: string, args: Record<string, string | number> = {}): string | undefined {
    const entry = catalogue[key];
    if (entry === undefined) return undefined;
    const text =
        typeof entry === 'string'
            ? entry
            : plurals.select(Number(args['n'])) === 'one'
              ? entry.one
              : entry.other;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = args[name];
        if (value === undefined) return whole;
        return typeof value === 'number' ? digits.format(value) : isolated(value);
    });
}

/** A text by a name from the server: the first key that has one, else the name in plain letters. */
export function named(name: string, ...keys: string[]): string {
    for (const key of keys) {
        const text = lookUp(key);
        if (text !== undefined) return text;
    }
    const plain = name.replaceAll('_', ' ');
    return plain.charAt(0).toLocaleUpperCase(language) + plain.slice(1);
}

export function words<T extends Readonly<Record<string, Entry>>>() {
    return <K extends keyof T & string>(key: K, ...args: Args<T[K]>): string => {
        const text = lookUp(key, args[0] as Record<string, string | number> | undefined);
        if (text === undefined) throw new Error(`no text for ${key}`);
        return text;
    };
}

export const upper = (text: string): string =>
    text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
