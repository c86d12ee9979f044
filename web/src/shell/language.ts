import { type Catalogue, type Language, currentLanguage, languages, useCatalogue } from '../base/words.ts';

// Only the language in use is loaded: first what the entrance needs, the rooms' texts with the rooms.
const fronts = {
    sv: () => import('./front.sv.ts'),
    da: () => import('./front.da.ts'),
    en: () => import('./front.en.ts'),
};
const catalogues = {
    sv: () => import('./catalogue.sv.ts'),
    da: () => import('./catalogue.da.ts'),
    en: () => import('./catalogue.en.ts'),
};
let inside = false;
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
    const front: Catalogue = (await fronts[language]()).default;
    const rest: Catalogue = inside ? (await catalogues[language]()).default : {};
    useCatalogue(language, { ...front, ...rest });
    localStorage.setItem(remembered, language);
    document.documentElement.lang = language;
}

/** From now on with the texts of all rooms. */
export async function loadRoomTexts(): Promise<void> {
    inside = true;
    await loadLanguage(currentLanguage());
}
