import type { JSX } from 'preact';
import type { Person } from '../../wire/wire.ts';
import { height, initials, isDrawn, rings, spots, table, width } from './map.ts';
import { t } from './t.ts';

function look(person: Person): string {
    if (person.standing === 'no' || person.invitation?.answer === 'cannot') return 'away';
    return person.standing === 'waiting' ? 'waiting' : person.side;
}

const firstName = (name: string): string => {
    const word = [...(name.split(' ')[0] ?? name)];
    return word.length > 10 ? `${word.slice(0, 9).join('')}…` : word.join('');
};

/** In a smaller seat letters could not be read. */
const legible = 16;

/** The circle as a drawing, the sign of the house with names; the list beside it says the same. */
export function Drawing({ of, main }: { of: readonly Person[]; main(person: Person): boolean }): JSX.Element {
    const n = of.filter(isDrawn).length;
    return (
        <svg class="circle-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('circle.drawing', { n })}>
            {rings.map((radius) => (
                <circle key={radius} cx={table.x} cy={table.y} r={radius} class="ring" />
            ))}
            <circle cx={table.x} cy={table.y} r={table.r} class="table" />
            {spots(of, main).map(({ person, x, y, r, main: isMain, broken }) => (
                <g key={person.id} class={`spot ${isMain ? 'main' : look(person)}`}>
                    {broken?.map((line, i) => <line key={i} {...line} class="broken" />)}
                    <circle cx={x} cy={y} r={r} />
                    {r < legible ? null : (
                        <text x={x} y={y} dy="0.36em" class="initials" font-size={r * 0.72}>
                            {initials(person.name)}
                        </text>
                    )}
                    <text x={x} y={y + r + 15} class="under">
                        {firstName(person.name)}
                    </text>
                </g>
            ))}
        </svg>
    );
}
