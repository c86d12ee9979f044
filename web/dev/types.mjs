// The types of what the server answers, made from the contract: `npm run types` writes them,
// a test says that they are current.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const contract = join(here, '../../contract/openapi.yaml');
export const target = join(here, '../src/wire/types.ts');

const formats = { date: 'DateOnly', 'date-time': 'Instant' };
const plain = { string: 'string', boolean: 'boolean', integer: 'number', number: 'number', null: 'null' };

/** TypeScript's word for a schema; what it cannot say is an error, not a guess. */
function typeOf(schema, where) {
    if (schema.$ref) return schema.$ref.replace('#/components/schemas/', '');
    if (schema.oneOf) return schema.oneOf.map((one) => typeOf(one, where)).join(' | ');
    if (schema.enum) return schema.enum.map((word) => `'${word}'`).join(' | ');
    const types = [schema.type].flat();
    return types
        .map((type) => {
            if (type === 'array') return `${many(typeOf(schema.items, where))}[]`;
            const word = type === 'string' && schema.format ? formats[schema.format] : plain[type];
            if (!word) throw new Error(`${where}: ${JSON.stringify(schema)} has no type here`);
            return word;
        })
        .join(' | ');
}
const many = (type) => (type.includes('|') ? `(${type})` : type);

function interfaceOf(name, schema) {
    if (schema.type !== 'object') throw new Error(`${name} is no object`);
    const required = new Set(schema.required ?? []);
    const fields = Object.entries(schema.properties ?? {}).map(
        ([field, one]) => `    ${field}${required.has(field) ? '' : '?'}: ${typeOf(one, `${name}.${field}`)};\n`,
    );
    return `export interface ${name} {\n${fields.join('')}}\n`;
}

export function typesOf(yaml) {
    // The paths before it are long and not needed.
    const { schemas } = parse(yaml.slice(yaml.search(/^components:/m))).components;
    return [
        '// Made by `npm run types` from contract/openapi.yaml; a test says that it is current.\n',
        '/** "2026-11-22T13:41:07.123456Z" */\nexport type Instant = string;',
        '/** "2026-11-22" */\nexport type DateOnly = string;\n',
        ...Object.entries(schemas).map(([name, schema]) => interfaceOf(name, schema)),
    ].join('\n');
}

export const currentTypes = () => typesOf(readFileSync(contract, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, currentTypes());
