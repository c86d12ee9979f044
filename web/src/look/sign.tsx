// The sign of the house: people around a table; one of them in the family's colour.
import type { JSX } from 'preact';

const around = Array.from({ length: 7 }, (_, i) => {
    const angle = ((-90 + (i * 360) / 7) * Math.PI) / 180;
    return { x: 16 + 11 * Math.cos(angle), y: 16 + 11 * Math.sin(angle) };
});

export function Sign({ size = 30 }: { size?: number }): JSX.Element {
    return (
        <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
            {around.map(({ x, y }, i) => (
                <circle key={i} cx={x} cy={y} r="3.1" fill={i === 0 ? 'var(--family)' : 'var(--accent)'} />
            ))}
            <circle cx="16" cy="16" r="4.6" fill="none" stroke="var(--accent)" stroke-width="1.6" />
        </svg>
    );
}

export type MarkKind = 'met' | 'missing' | 'passed' | 'eye';

const drawings: Record<MarkKind, JSX.Element> = {
    met: (
        <>
            <circle cx="12" cy="12" r="10" fill="var(--accent)" />
            <path d="M7.5 12.4l3.1 3.1 6-6.4" fill="none" stroke="var(--on-accent)" stroke-width="2.2" />
        </>
    ),
    missing: (
        <circle cx="12" cy="12" r="9" fill="none" stroke="var(--line-strong)" stroke-width="2" />
    ),
    passed: (
        <>
            <circle cx="12" cy="12" r="9" fill="none" stroke="var(--family)" stroke-width="2" />
            <path d="M8 12h8" stroke="var(--family)" stroke-width="2.2" />
        </>
    ),
    eye: (
        <>
            <path
                d="M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7z"
                fill="none"
                stroke="currentColor"
                stroke-width="1.8"
            />
            <circle cx="12" cy="12" r="3" fill="currentColor" />
        </>
    ),
};

/** A small drawing beside words that say the same. */
export function Mark({ kind }: { kind: MarkKind }): JSX.Element {
    return (
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            {drawings[kind]}
        </svg>
    );
}
