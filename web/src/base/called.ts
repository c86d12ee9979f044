import { lookUp } from './words.ts';

/** What a case is called: its family's name, or where the reader has none of it, "case 14". */
export function called(of: { name: string; number: number }): string {
    if (of.name !== '' && of.name !== `#${of.number}`) return of.name;
    return lookUp('case.number', { n: String(of.number) }) ?? of.name;
}
