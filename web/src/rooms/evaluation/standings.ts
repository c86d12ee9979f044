// The rules of the method in a case, put together by how they were followed.
import type { FollowedRule, RuleRound } from '../../wire/wire.ts';

export interface Told {
    rule: FollowedRule;
    round: RuleRound;
}
export interface Standings {
    passed: Told[]; // with a reason, or late: what is worth reading
    kept: Told[];
    ahead: Told[];
    not_asked: Told[];
}

const places: Record<string, keyof Standings> = {
    passed: 'passed', late: 'passed', kept: 'kept', ahead: 'ahead', running: 'ahead', not_asked: 'not_asked',
};

export function standingsOf(rules: readonly FollowedRule[]): Standings {
    const all: Standings = { passed: [], kept: [], ahead: [], not_asked: [] };
    for (const rule of rules) {
        for (const round of rule.rounds) {
            // A word that is not known here is not said to be kept.
            all[places[round.state] ?? 'not_asked'].push({ rule, round });
        }
    }
    return all;
}
