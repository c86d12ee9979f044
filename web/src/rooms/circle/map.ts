// Where everybody stands on the map: fixed rings by closeness, one sector per side.
import type { Person } from '../../wire/wire.ts';

export interface Spot {
    person: Person;
    x: number;
    y: number;
    centre: boolean;
}

export const width = 720;
export const height = 620;
const middle = { x: width / 2, y: height / 2 };
export const rings = [118, 190, 262] as const;
const stretch = 1.22; // the rings are ovals, like a table

const ringOf: Record<string, number> = { near: 0, middle: 1, far: 2 };
/** Where a side's sector begins and ends, in degrees clockwise from straight up. */
const sectors: Record<string, readonly [number, number]> = {
    family: [-75, 75],
    network: [75, 195],
    professional: [195, 285],
};
const elsewhere: readonly [number, number] = [255, 285];

/** Leaders and authority are no part of the family's circle: they stand in the list alone. */
export const isDrawn = (person: Person): boolean => person.side !== 'lead' && person.side !== 'authority';

export function spots(people: readonly Person[], isMain: (person: Person) => boolean): Spot[] {
    const drawn = people.filter(isDrawn);
    const main = drawn.filter(isMain);
    const others = drawn.filter((person) => !isMain(person));
    const all: Spot[] = main.map((person, i) => ({
        person,
        centre: true,
        x: middle.x + (i - (main.length - 1) / 2) * 74,
        y: middle.y,
    }));
    for (const side of new Set(others.map((person) => person.side))) {
        const here = others.filter((person) => person.side === side);
        const [from, to] = sectors[side] ?? elsewhere;
        here.forEach((person, i) => {
            const angle = ((from + ((i + 0.5) * (to - from)) / here.length - 90) * Math.PI) / 180;
            const radius = rings[ringOf[person.closeness] ?? 1] ?? rings[1];
            all.push({
                person,
                centre: false,
                x: middle.x + Math.cos(angle) * radius * stretch,
                y: middle.y + Math.sin(angle) * radius,
            });
        });
    }
    return all;
}

export const ovals = rings.map((radius) => ({ rx: radius * stretch, ry: radius }));
export const centre = middle;

export const initials = (name: string): string => {
    const words = name.split(/[\s-]+/).filter(Boolean);
    const first = [...(words[0] ?? '')][0] ?? '';
    const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
    return (first + last).toLocaleUpperCase();
};
