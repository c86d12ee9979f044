// The log for reading: by day, then by who did it, and what was done several times in a row as one line.
import type { LogEntry } from '../../wire/wire.ts';

export interface Line {
    entries: LogEntry[];
}
export interface DoneBy {
    who: string;
    lines: Line[];
}
export interface Day {
    day: string;
    n: number;
    turns: DoneBy[];
}

/** That a case goes on is written down in three ways: they are one event. */
const onward = ['move_on', 'stage_left', 'stage_entered'];
const isOne = (one: string, other: string): boolean =>
    one === other || (onward.includes(one) && onward.includes(other));

/** A reason is read with its own line. */
const isSame = (one: LogEntry, other: LogEntry): boolean =>
    isOne(one.act, other.act) && one.taken_back === other.taken_back && !one.why && !other.why;

const lastOf = <T>(of: readonly T[]): T | undefined => of[of.length - 1];

export function daysOf(entries: readonly LogEntry[], dayOf: (at: string) => string): Day[] {
    const days: Day[] = [];
    for (const entry of entries) {
        const day = dayOf(entry.at);
        let here = lastOf(days);
        if (here?.day !== day) days.push((here = { day, n: 0, turns: [] }));
        here!.n++;
        let turn = lastOf(here!.turns);
        if (!turn || turn.who !== entry.who) here!.turns.push((turn = { who: entry.who, lines: [] }));
        const line = lastOf(turn.lines);
        if (line && isSame(line.entries[0]!, entry)) line.entries.push(entry);
        else turn.lines.push({ entries: [entry] });
    }
    return days;
}
