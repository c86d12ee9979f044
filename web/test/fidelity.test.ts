import { describe, expect, it } from 'vitest';
import { csvOf, figuresAsRows, type Heads } from '../src/rooms/evaluation/csv.ts';
import { standingsOf } from '../src/rooms/evaluation/standings.ts';
import type { FidelityFigures, FollowedRule, RuleFigures, RuleRound } from '../src/wire/wire.ts';

const round = (state: string, more: Partial<RuleRound> = {}): RuleRound => ({
    round: 1, state, at: null, anyway: false, by: '', role: '', why: '', why_closed: false, ...more,
});
const rule = (id: string, ...rounds: RuleRound[]): FollowedRule => ({ id, text: id, where: '', sources: [], rounds });
const ids = (told: { rule: FollowedRule; round: RuleRound }[]) => told.map((one) => `${one.rule.id}/${one.round.round}`);

describe('how the method was followed in a case', () => {
    it('puts what was passed and what is late apart from what was kept, round by round', () => {
        const all = standingsOf([
            rule('a', round('kept'), round('passed', { round: 2, why: 'x' })),
            rule('b', round('late')),
            rule('c', round('ahead')),
            rule('d', round('running')),
            rule('e', round('not_asked')),
        ]);
        expect(ids(all.passed)).toEqual(['a/2', 'b/1']);
        expect(ids(all.kept)).toEqual(['a/1']);
        expect(ids(all.ahead)).toEqual(['c/1', 'd/1']);
        expect(ids(all.not_asked)).toEqual(['e/1']);
    });

    it('never says of a word that it does not know that the rule was kept', () => {
        expect(standingsOf([rule('a', round('something new'))]).kept).toEqual([]);
    });
});

const heads: Heads = {
    model: 'Model', year: 'Year', until: 'Until', rule: 'Rule', where: 'Where', cases: 'Cases', kept: 'Kept',
    passed: 'Passed', late: 'Late', nearly_all: 'Nearly all',
};
const figures = (rules: RuleFigures[]): FidelityFigures => ({
    year: 2026, until: '2026-09-30', years: [2026],
    models: [{ model: { id: 'm', name: 'A way' }, model_version: 1, rules, unseen: [] }],
});

describe('the table for a spreadsheet', () => {
    it('holds the figures that were given, and an empty place for a hidden one', () => {
        const rows = figuresAsRows(
            figures([
                { id: 'r1', text: 'One', where: 'Circle', cases: 25, kept: 15, passed: 5, late: null, timed: false, nearly_all: '' },
                { id: 'r2', text: 'Two', where: 'Circle', cases: 25, kept: null, passed: null, late: null, timed: false, nearly_all: 'kept' },
            ]),
            heads,
            (one) => one.nearly_all,
        );
        expect(rows[1]).toEqual(['A way', '2026', '2026-09-30', 'One', 'Circle', '25', '15', '5', '', '']);
        expect(rows[2]).toEqual(['A way', '2026', '2026-09-30', 'Two', 'Circle', '25', '', '', '', 'kept']);
    });

    it('keeps semicolons, quotes and lines inside their place, and lets nothing be a formula', () => {
        expect(csvOf([['a;b', 'say "x"', 'two\nlines'], ['=1+1', '-5', 'å']])).toBe(
            '\ufeff"a;b";"say ""x""";"two\nlines"\r\n\'=1+1;\'-5;å\r\n',
        );
    });
});
