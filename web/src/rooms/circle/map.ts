// Where everybody sits: a table, and around it the people, as in the sign of the house. The main person
// sits at the top, the family on both sides, then the network, and professionals across the table. How
// near to the table says how close.
import { isolated } from '../../base/words.ts';
import type { Person } from '../../wire/wire.ts';

export interface Spot {
    person: Person;
    x: number;
    y: number;
    /** Its radius. */
    r: number;
    main: boolean;
    /** A broken contact: two strokes across the line to the table, at these points. */
    broken: readonly [Line, Line, Line] | null;
}
export interface Line {
    x1: number;
    y1: number;
    x2: number;
    y2: number;
}

export const width = 400;
export const height = 428;
export const table = { x: 200, y: 204, r: 44 };
export const rings = [112, 140, 168] as const;

const ringOf: Record<string, number> = { near: 0, middle: 1, far: 2 };
const sides = ['family', 'network', 'professional'];
const orderOf = (person: Person): number => {
    const side = sides.indexOf(person.side);
    return (side < 0 ? sides.length : side) * 3 + (ringOf[person.closeness] ?? 1);
};

/** Leaders and authority are no part of the family's circle: they stand in the list alone. */
export const isDrawn = (person: Person): boolean => person.side !== 'lead' && person.side !== 'authority';

/** 0, +1, -1, +2 …: from the top down both sides of the table. */
const place = (i: number): number => (i % 2 === 1 ? (i + 1) / 2 : -i / 2);

const seatOf = (n: number): number => Math.min(24, 230 / n);

const at = (angle: number, radius: number) => ({
    x: table.x + Math.sin(angle) * radius,
    y: table.y - Math.cos(angle) * radius,
});

/** From the table to the seat, cut off by two strokes: as family maps are drawn. */
function cutOff(angle: number, radius: number, seat: number): [Line, Line, Line] {
    const line = (from: { x: number; y: number }, to: { x: number; y: number }): Line => ({
        x1: from.x, y1: from.y, x2: to.x, y2: to.y,
    });
    const middle = (table.r + 8 + radius - seat) / 2;
    const stroke = (distance: number): Line => {
        const half = 7;
        const { x, y } = at(angle, distance);
        const across = { x: Math.cos(angle) * half, y: Math.sin(angle) * half };
        return line({ x: x - across.x, y: y - across.y }, { x: x + across.x, y: y + across.y });
    };
    return [
        line(at(angle, table.r + 8), at(angle, radius - seat)),
        stroke(middle - 3),
        stroke(middle + 3),
    ];
}

export function spots(people: readonly Person[], isMain: (person: Person) => boolean): Spot[] {
    const drawn = people.filter(isDrawn);
    const main = drawn.filter(isMain);
    const others = drawn.filter((person) => !isMain(person)).sort((a, b) => orderOf(a) - orderOf(b));
    const n = Math.max(drawn.length, 3);
    // An even number of main persons sits on both sides of the top.
    const turned = main.length > 0 && main.length % 2 === 0 ? -0.5 : 0;
    return [...main, ...others].map((person, i) => {
        const angle = ((place(i) + turned) * 2 * Math.PI) / n;
        const isFirst = i < main.length;
        const radius = rings[isFirst ? 0 : (ringOf[person.closeness] ?? 1)] ?? rings[1];
        const r = seatOf(n) * (isFirst ? 1.17 : 1);
        return {
            person,
            ...at(angle, radius),
            r,
            main: isFirst,
            broken: person.broken_contact ? cutOff(angle, radius, r) : null,
        };
    });
}

export const initials = (name: string): string => {
    const words = name.split(/[\s-]+/).filter(Boolean);
    const first = [...(words[0] ?? '')][0] ?? '';
    if (isolated(first) !== first) return first; // Arabic letters would join into a word
    const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
    return (first + last).toLocaleUpperCase();
};
