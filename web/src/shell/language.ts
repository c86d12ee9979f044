import { type Catalogue, type Language, currentLanguage, languages, useCatalogue } from '../base/words.ts';

// Only the language in use is loaded: what the entrance needs, then what stands around the cases, then
// with the first case or form the rest.
const fronts = {
    sv: () => import('./front.sv.ts'),
    da: () => import('./front.da.ts'),
    en: () => import('./front.en.ts'),
};
const houses = {
    sv: () => import('./catalogue.sv.ts'),
    da: () => import('./catalogue.da.ts'),
    en: () => import('./catalogue.en.ts'),
};
const cases = {
    sv: () => import('./case-texts.sv.ts'),
    da: () => import('./case-texts.da.ts'),
    en: () => import('./case-texts.en.ts'),
};
type Depth = 'front' | 'house' | 'case';
let depth: Depth = 'front';
let deepest: Promise<void> = Promise.resolve();
const remembered = 'radslag.language';

export const isLanguage = (text: string | null): text is Language =>
    text !== null && (languages as readonly string[]).includes(text);

/** Before anybody has signed in: what was chosen here last, else what the browser asks for. */
export function firstLanguage(): Language {
    const last = localStorage.getItem(remembered);
    if (isLanguage(last)) return last;
    const asked = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    return asked.find(isLanguage) ?? 'sv';
}

export async function loadLanguage(language: Language): Promise<void> {
    const parts: Promise<{ default: Catalogue }>[] = [fronts[language]()];
    if (depth !== 'front') parts.push(houses[language]());
    if (depth === 'case') parts.push(cases[language]());
    const texts = await Promise.all(parts);
    useCatalogue(language, Object.assign({}, ...texts.map((part) => part.default)) as Catalogue);
    localStorage.setItem(remembered, language);
    document.documentElement.lang = language;
}

/** From now on with the texts of what stands around the cases, or with all. */
export async function loadTexts(wanted: 'house' | 'case'): Promise<void> {
    if (depth !== 'case' && depth !== wanted) {
        const before = depth;
        depth = wanted;
        deepest = loadLanguage(currentLanguage());
        deepest.catch(() => (depth = before)); // they are asked for again the next time
    }
    await deepest; // also for whoever asks while they are on their way
}
