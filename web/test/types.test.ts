import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: plain JavaScript, run by npm too
import { currentTypes, target, typesOf } from '../dev/types.mjs';

const schema = (fields: string): string =>
    `components:\n  schemas:\n    Thing:\n      type: object\n      required: [a]\n      properties:\n${fields}`;

describe('the types of the wire', () => {
    it('are those of the contract (npm run types)', () => {
        expect(readFileSync(target as string, 'utf8')).toBe(currentTypes());
    }, 60_000); // a long file, and a machine that may be busy

    it('say what may be missing, null, a day or a list', () => {
        const made = typesOf(
            schema(
                '        a: { type: [string, "null"], format: date }\n        b: { type: array, items: { enum: [x, y] } }\n' +
                    '        c: { oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: "null" }] }\n',
            ),
        ) as string;
        expect(made).toContain('    a: DateOnly | null;\n');
        expect(made).toContain("    b?: ('x' | 'y')[];\n");
        expect(made).toContain('    c?: Thing | null;\n');
    });

    it('guess nothing', () => {
        expect(() => typesOf(schema('        a: { type: object }\n'))).toThrow('Thing.a');
    });
});
