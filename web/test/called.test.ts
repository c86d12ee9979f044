import { describe, expect, it } from 'vitest';
import { called } from '../src/base/called.ts';
import { useCatalogue } from '../src/base/words.ts';
import da from '../src/shell/front.da.ts';

describe('what a case is called', () => {
    it('is its name, or where the reader has none of it its number', () => {
        useCatalogue('da', da);
        expect(called({ name: "Ida D'Angelo", number: 4 })).toBe("Ida D'Angelo");
        expect(called({ name: '#1204', number: 1204 })).toBe('Sag 1204');
        expect(called({ name: '', number: 4 })).toBe('Sag 4');
        expect(called({ name: '#5', number: 4 })).toBe('#5');
    });
});
