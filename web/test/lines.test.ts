import { describe, expect, it } from 'vitest';
import { daysOf } from '../src/rooms/conference/lines.ts';
import type { LogEntry } from '../src/wire/wire.ts';

let seq = 0;
const entry = (at: string, act: string, who: string, more: Partial<LogEntry> = {}): LogEntry => ({
    seq: ++seq, at, act, who, for_whom: '', told: '', told_on: null, about: '', why: '', detail: '',
    taken_back: false, can_take_back: false, ...more,
});
const dayOf = (at: string): string => at.slice(0, 10);
const shape = (entries: LogEntry[]) =>
    daysOf(entries, dayOf).map(({ day, turns }) => [day, turns.map(({ who, lines }) => [who, lines.map((l) => l.entries.length)])]);

describe('the log, for reading', () => {
    it('is by day, by who, and what was done several times in a row is one line', () => {
        expect(
            shape([
                entry('2026-11-20T15', 'record_preparation', 'Maria'),
                entry('2026-11-20T14', 'record_preparation', 'Maria'),
                entry('2026-11-20T13', 'invite', 'Maria'),
                entry('2026-11-20T12', 'invite', 'Anna'),
                entry('2026-11-19T12', 'invite', 'Anna'),
            ]),
        ).toEqual([
            ['2026-11-20', [['Maria', [2, 1]], ['Anna', [1]]]],
            ['2026-11-19', [['Anna', [1]]]],
        ]);
    });

    it('keeps a line for itself what has a reason or was taken back', () => {
        expect(
            shape([
                entry('2026-11-20T15', 'invite', 'Maria', { taken_back: true }),
                entry('2026-11-20T14', 'invite', 'Maria'),
                entry('2026-11-20T13', 'pass_gate', 'Maria', { why: 'x' }),
                entry('2026-11-20T12', 'pass_gate', 'Maria', { why: 'y' }),
            ]),
        ).toEqual([['2026-11-20', [['Maria', [1, 1, 1, 1]]]]]);
    });

    it('has as one line that the case went on', () => {
        const on = ['stage_entered', 'stage_left', 'move_on'].map((act) => entry('2026-11-20T15', act, 'Maria'));
        expect(shape(on)).toEqual([['2026-11-20', [['Maria', [3]]]]]);
    });

    it('loses none', () => {
        const all = Array.from({ length: 40 }, (_, i) => entry(`2026-11-${10 + (i % 7)}T10`, `a${i % 3}`, `w${i % 2}`));
        const back = daysOf(all, dayOf).flatMap(({ turns }) => turns.flatMap(({ lines }) => lines.flatMap((l) => l.entries)));
        expect(back).toEqual(all);
    });
});
