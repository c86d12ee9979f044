import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue, Entry } from '../src/base/words.ts';
import da from '../src/shell/catalogue.da.ts';
import caseDa from '../src/shell/case-texts.da.ts';
import en from '../src/shell/catalogue.en.ts';
import caseEn from '../src/shell/case-texts.en.ts';
import sv from '../src/shell/catalogue.sv.ts';
import caseSv from '../src/shell/case-texts.sv.ts';
import frontDa from '../src/shell/front.da.ts';
import frontEn from '../src/shell/front.en.ts';
import frontSv from '../src/shell/front.sv.ts';
import { acts } from '../dev/fixtures/acts.ts';

const languages: Record<string, Catalogue> = {
    sv: { ...frontSv, ...sv, ...caseSv },
    da: { ...frontDa, ...da, ...caseDa },
    en: { ...frontEn, ...en, ...caseEn },
};
const src = join(import.meta.dirname, '../src');
const root = join(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
const sources = filesBelow(src).filter((path) => /\.tsx?$/.test(path));
const textFiles = sources.filter((path) => /texts\.(sv|da|en)\.ts$/.test(path));
const code = sources
    .filter((path) => !textFiles.includes(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

const parts = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : [entry.one, entry.other]);
const names = (entry: Entry): string[] => [
    ...new Set(parts(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))),
];

describe.each(Object.entries(languages))('texts in %s', (_language, texts) => {
    it('are there, and none is empty', () => {
        expect(Object.keys(texts).length).toBeGreaterThan(500);
        const empty = Object.entries(texts).filter(([, entry]) => parts(entry).some((text) => !text.trim()));
        expect(empty).toEqual([]);
    });

    it('have the keys and parameters of the Swedish ones', () => {
        expect(Object.keys(texts).sort()).toEqual(Object.keys(languages['sv']!).sort());
        for (const [key, entry] of Object.entries(texts)) {
            expect(names(entry).sort(), key).toEqual(names(languages['sv']![key]!).sort());
        }
    });
});

describe('keys', () => {
    it('stand in one room only', () => {
        const seen = new Map<string, string>();
        for (const path of textFiles.filter((file) => file.endsWith('.sv.ts'))) {
            for (const [, key] of readFileSync(path, 'utf8').matchAll(/^ {4}'([^']+)':/gm)) {
                expect(seen.get(key!), key).toBeUndefined();
                seen.set(key!, path);
            }
        }
        expect(seen.size).toBe(Object.keys(languages['sv']!).length);
    });

    it('are used', () => {
        // Looked up by names from the server, and checked below or by the contract.
        const byName = /^(act|happened|field|word|told|office|doubt)\./;
        // Looked up as `prefix.${word}` among words that are listed beside the use.
        const built = [...code.matchAll(/`([a-z_.]+\.)\$\{/g)].map((m) => m[1]!);
        const unused = Object.keys(languages['sv']!).filter(
            (key) =>
                !byName.test(key) &&
                !code.includes(`'${key}'`) &&
                !built.some((prefix) => key.startsWith(prefix)),
        );
        expect(unused).toEqual([]);
    });
});

describe('acts', () => {
    const vocabulary = readFileSync(join(root, 'src/process/vocabulary.cpp'), 'utf8');
    const list = vocabulary.slice(vocabulary.indexOf('act_names()'));
    const named = [...list.slice(0, list.indexOf('return all')).matchAll(/"([a-z_]+)"/g)].map((m) => m[1]!);
    const others = [
        'open_case', 'refer', 'plan_committee', 'cancel_committee', 'invite_staff', 'change_staff', 'lock_staff',
        'unlock_staff', 'put_in_force', 'change_restriction', 'end_restriction', 'translate_restriction', 'put_hold', 'lift_hold', 'release_case', 'withdraw_release', 'erase_case', 'reset_staff', 'record_training', 'sign_pledge', 'change_password', 'change_language',
    ];
    const texts = languages['sv']!;

    it('have a name, a line about them, and words for when they are done', () => {
        expect(named.length).toBeGreaterThan(50);
        for (const act of [...named, ...others]) {
            for (const key of [`act.${act}`, `act.${act}.about`, `happened.${act}`]) expect(texts, key).toHaveProperty([key]);
        }
    });

    it('have words for their fields and fixed choices', () => {
        for (const act of acts) {
            for (const field of act.fields) {
                const keys = [`field.${act.name}.${field.name}`, `field.${field.name}`];
                expect(keys.some((key) => key in texts), keys.join(' or ')).toBe(true);
                for (const word of field.words) {
                    const words = [`word.${field.name}.${word}`, `${field.name}.${word}`, `word.${word}`];
                    expect(words.some((key) => key in texts), words.join(' or ')).toBe(true);
                }
            }
        }
    });
});
