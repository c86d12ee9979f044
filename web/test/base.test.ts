import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft, Drafts, type Shelf, draftPlace } from '../src/base/drafts.ts';
import { newId } from '../src/base/id.ts';
import { daysUntil, sayDay, sayDistance, sayList, sayTime, timeOf, useClock } from '../src/base/time.ts';
import { type Catalogue, lookUp, named, useCatalogue } from '../src/base/words.ts';

const texts: Catalogue = { things: { one: '{n} sak', other: '{n} saker' }, hello: 'Hej {name}' };

describe('ids', () => {
    it('are 26 letters of the alphabet, of at most 128 bits, and not the same twice', () => {
        const all = new Set(Array.from({ length: 500 }, () => newId()));
        expect(all.size).toBe(500);
        for (const id of all) expect(id).toMatch(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/);
        expect(newId((bytes) => void bytes.fill(255))).toBe(`7${'z'.repeat(25)}`);
    });
});

describe('texts', () => {
    beforeEach(() => useCatalogue('sv', texts));

    it('choose the plural and fill in what is given', () => {
        expect(lookUp('things', { n: 1 })).toBe('1 sak');
        expect(lookUp('things', { n: 0 })).toBe('0 saker');
        expect(lookUp('hello', { name: '{n} $& O’Neill' })).toBe('Hej {n} $& O’Neill');
        expect(lookUp('nothing')).toBeUndefined();
    });

    it('keep a name from right to left apart from the words around it', () => {
        expect(lookUp('hello', { name: 'عمر' })).toBe('Hej \u2068عمر\u2069');
        expect(sayList(['عمر', 'Karin'])).toBe('\u2068عمر\u2069 och Karin');
    });

    it('fall back on the name itself in plain letters', () => {
        expect(named('some_new_word', 'field.a.some_new_word')).toBe('Some new word');
        expect(named('x', 'nothing', 'hello')).toBe('Hej {name}');
    });

    it('are never none', () => {
        expect(() => useCatalogue('da', {})).toThrow();
    });
});

describe('dates', () => {
    beforeEach(() => {
        useCatalogue('sv', texts);
        useClock('Europe/Stockholm', '2026-11-22');
    });

    it('are said as people say them', () => {
        expect(sayDay('2026-12-01')).toBe('tisdag 1 december');
        expect(sayDay('2027-03-04')).toBe('torsdag 4 mars 2027');
        expect(sayDay('2028-02-29')).toBe('tisdag 29 februari 2028');
        useCatalogue('da', texts);
        expect(sayDay('2026-12-01')).toBe('tirsdag 1. december');
        expect(sayTime('17:00')).toBe('17.00');
    });

    it('count days over summer time, a year’s end and week 53', () => {
        useClock('Europe/Stockholm', '2026-10-24');
        expect(daysUntil('2026-10-26')).toBe(2);
        expect(daysUntil('2027-01-01')).toBe(69);
        expect(sayDistance('2026-10-23')).toBe('i går');
        expect(sayDistance('2026-10-31')).toBe('om 7 dagar');
    });

    it('are those of the organisation’s own zone', () => {
        expect(timeOf('2026-07-01T22:30:00.000000Z')).toBe('00:30');
    });
});

class Memory implements Shelf {
    readonly all = new Map<string, string>();
    constructor(private readonly room = Infinity) {}
    get length() {
        return this.all.size;
    }
    getItem(key: string) {
        return this.all.get(key) ?? null;
    }
    setItem(key: string, text: string) {
        if (text.length > this.room) throw new Error('no room');
        this.all.set(key, text);
    }
    removeItem(key: string) {
        this.all.delete(key);
    }
    key(index: number) {
        return [...this.all.keys()][index] ?? null;
    }
}

describe('drafts', () => {
    const draft: Draft = { id: 'x', base: 1, values: { text: 'begun' }, for_whom: '', told: '', told_on: '', at: '' };
    const place = draftPlace('case', 'write_question', '');

    it('are kept, found again by their writer alone, and gone when sent', () => {
        const shelf = new Memory();
        const mine = new Drafts(shelf, 'me');
        expect(mine.keep(place, draft)).toBe(true);
        expect(new Drafts(shelf, 'me').read(place)).toEqual(draft);
        expect(new Drafts(shelf, 'you').read(place)).toBeNull();
        expect(mine.places()).toEqual([place]);
        mine.drop(place);
        expect(mine.read(place)).toBeNull();
    });

    it('of one person go when they sign out, others stay', () => {
        const shelf = new Memory();
        shelf.setItem('radslag.language', 'sv');
        for (const who of ['me', 'you']) for (const act of ['a', 'b', 'c']) new Drafts(shelf, who).keep(act, draft);
        new Drafts(shelf, 'me').dropAll();
        expect(new Drafts(shelf, 'me').places()).toEqual([]);
        expect(new Drafts(shelf, 'you').places()).toEqual(['a', 'b', 'c']);
        expect(shelf.getItem('radslag.language')).toBe('sv');
    });

    it('tell when there is no room, and survive what is not theirs', () => {
        expect(new Drafts(new Memory(5), 'me').keep(place, draft)).toBe(false);
        const shelf = new Memory();
        shelf.setItem(`radslag.draft.me.${place}`, '{broken');
        expect(new Drafts(shelf, 'me').read(place)).toBeNull();
    });
});
