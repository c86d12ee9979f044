import type { JSX } from 'preact';
import type { Person } from '../../wire/wire.ts';
import { centre, height, initials, isDrawn, ovals, spots, width } from './map.ts';
import { t } from './t.ts';

function look(person: Person): string {
    if (person.standing === 'no' || person.invitation?.answer === 'cannot') return 'away';
    return person.standing === 'waiting' ? 'waiting' : person.side;
}

const firstName = (name: string): string => {
    const word = name.split(' ')[0] ?? name;
    return word.length > 13 ? `${word.slice(0, 12)}…` : word;
};

/** The circle as a drawing; the list beside it says the same. */
export function Drawing({ of, main }: { of: readonly Person[]; main(person: Person): boolean }): JSX.Element {
    const n = of.filter(isDrawn).length;
    return (
        <svg class="circle-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('circle.drawing', { n })}>
            {ovals.map((oval, i) => (
                <ellipse key={i} cx={centre.x} cy={centre.y} rx={oval.rx} ry={oval.ry} class="ring" />
            ))}
            {spots(of, main).map(({ person, x, y, centre: middle }) => (
                <g key={person.id} class={`spot ${middle ? 'main' : look(person)}`}>
                    {person.broken_contact ? (
                        <line x1={centre.x} y1={centre.y} x2={x} y2={y} class="broken" />
                    ) : null}
                    <circle cx={x} cy={y} r={middle ? 36 : 27} />
                    <text x={x} y={y} dy="0.36em" class="initials">
                        {initials(person.name)}
                    </text>
                    <text x={x} y={y + (middle ? 58 : 48)} class="under">
                        {firstName(person.name)}
                    </text>
                </g>
            ))}
        </svg>
    );
}
