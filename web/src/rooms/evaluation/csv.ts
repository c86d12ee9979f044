// What a page tells, as a table for a spreadsheet: of the figures that the server gave, and no others.
import type { FidelityFigures, RuleFigures } from '../../wire/wire.ts';

/** With semicolons, as spreadsheets here read them; what would be taken for a formula is text. */
const cell = (value: string): string => {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csvOf = (rows: readonly (readonly string[])[]): string =>
    `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

export interface Heads {
    model: string;
    year: string;
    until: string;
    rule: string;
    where: string;
    cases: string;
    kept: string;
    passed: string;
    late: string;
    nearly_all: string;
}

const figure = (value: number | null): string => (value === null ? '' : String(value));

export function figuresAsRows(
    of: FidelityFigures,
    heads: Heads,
    nearlyAll: (rule: RuleFigures) => string,
): string[][] {
    const head = [
        heads.model, heads.year, heads.until, heads.rule, heads.where, heads.cases, heads.kept, heads.passed,
        heads.late, heads.nearly_all,
    ];
    const rows = of.models.flatMap((model) =>
        model.rules.map((rule) => [
            model.model_version > 1 ? `${model.model.name} (${model.model_version})` : model.model.name,
            String(of.year), of.until ?? '', rule.text, rule.where, figure(rule.cases), figure(rule.kept),
            figure(rule.passed), figure(rule.late), nearlyAll(rule),
        ]),
    );
    return [head, ...rows];
}
