import { describe, expect, it } from 'vitest';
import { isMain } from '../src/rooms/circle/circle.tsx';
import { height, initials, isDrawn, rings, spots, table, width } from '../src/rooms/circle/map.ts';
import { preparation as elsa } from '../dev/fixtures/swedish.ts';
import { person } from '../dev/fixtures/make.ts';

const people = elsa.people!;
const main = isMain(people);
const away = ({ x, y }: { x: number; y: number }): number => Math.hypot(x - table.x, y - table.y);
const crowd = (n: number) =>
    Array.from({ length: n }, (_, i) =>
        person(`p${i}`, 'X', 'relative', '', ['family', 'network', 'professional'][i % 3]!, {
            closeness: ['near', 'middle', 'far'][i % 4] ?? '',
        }),
    );

describe('the circle', () => {
    it('seats everybody but leaders and authority, each on a place of their own, inside the drawing', () => {
        for (const all of [people, crowd(1), crowd(2), crowd(9), crowd(16), crowd(24)]) {
            const seats = spots(all, (one) => one === all[0]);
            expect(seats.map((seat) => seat.person.id).sort()).toEqual(all.filter(isDrawn).map((one) => one.id).sort());
            for (const [i, seat] of seats.entries()) {
                expect(seat.x - seat.r).toBeGreaterThan(0);
                expect(seat.x + seat.r).toBeLessThan(width);
                expect(seat.y - seat.r).toBeGreaterThan(0);
                expect(seat.y + seat.r).toBeLessThan(height);
                expect(away(seat) - seat.r).toBeGreaterThan(table.r);
                for (const other of seats.slice(i + 1)) {
                    expect(Math.hypot(seat.x - other.x, seat.y - other.y)).toBeGreaterThan(seat.r + other.r);
                }
            }
        }
    });

    it('has whom it is about at the top, the family on both sides, and professionals across the table', () => {
        const seats = spots(people, main);
        const of = (id: string) => seats.find((seat) => seat.person.id === id)!;
        expect(of('p-elsa').x).toBeCloseTo(table.x);
        expect(Math.min(...seats.map((seat) => seat.y))).toBe(of('p-elsa').y);
        expect((of('p-karin').x - table.x) * (of('p-omar').x - table.x)).toBeLessThan(0);
        expect(of('p-sara').y).toBeGreaterThan(table.y);
    });

    it('seats siblings on both sides of the top', () => {
        const [one, other] = spots(people, ({ id }) => id === 'p-elsa' || id === 'p-tove');
        expect(one!.y).toBeCloseTo(other!.y);
        expect(one!.x - table.x).toBeCloseTo(table.x - other!.x);
    });

    it('tells closeness by how near the table is, and a broken contact by a line that is cut off', () => {
        const seats = spots(people, main);
        const near = seats.find((seat) => seat.person.id === 'p-nils')!;
        const far = seats.find((seat) => seat.person.id === 'p-tove')!;
        expect(away(near)).toBeCloseTo(rings[0]);
        expect(away(far)).toBeCloseTo(rings[2]);
        expect(far.broken).not.toBeNull();
        expect(near.broken).toBeNull();
    });

    it('names by initials; letters that would join are one', () => {
        expect(initials("Maj O'Brien-Andersson")).toBe('MA');
        expect(initials('Tove')).toBe('T');
        expect(initials('عمر الحسن')).toBe('ع');
    });
});
