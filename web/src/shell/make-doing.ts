// The server's "what may be done now" as items for the rooms. It also keeps count of which have
// found a place on the page, so that the rest can stand under "more": nothing permitted is lost.
import type { Doing, Item, Preset } from '../base/doing.ts';
import { draftPlace } from '../base/drafts.ts';
import { newId } from '../base/id.ts';
import { thisDay } from '../base/time.ts';
import { lookUp } from '../base/words.ts';
import { type Act, type Can, type Case, type Done, type Sees, wire } from '../wire/wire.ts';
import { type Asked, actLabel, bodyOf, freshDraft } from './form/engine.ts';
import type { House } from './house.ts';
import { matterOf } from './form/matter.ts';
import { reveal } from './reveal.ts';

export interface Ground {
    house: House;
    can: readonly Can[];
    caseId: string;
    sees: readonly Sees[];
    /** Rows with their versions, to base a change on. */
    rows: Rows;
    reload(): Promise<Rows>;
    /** What is to be read before an act is done. */
    notes?(act: string): string[];
    after?(done: Done, act: string): void;
}
export interface Rows {
    version: number;
    versions: ReadonlyMap<string, number>;
}

export const noRows: Rows = { version: 0, versions: new Map() };

/** Everything in an answer that has an id and a version. */
export function rowsOf(answer: Case | object): Rows {
    const versions = new Map<string, number>();
    const walk = (value: unknown): void => {
        if (Array.isArray(value)) value.forEach(walk);
        else if (value && typeof value === 'object') {
            const row = value as Record<string, unknown>;
            const id = row['id'];
            if (typeof id === 'string' && typeof row['version'] === 'number') versions.set(id, row['version']);
            Object.values(row).forEach(walk);
        }
    };
    walk(answer);
    const version = (answer as { version?: unknown }).version;
    return { version: typeof version === 'number' ? version : 0, versions };
}

const slotOf = (preset: Preset): string => preset.slot ?? (preset.about || preset.for_whom || '');

/** Where on the page each act stands; a place can be taken again by whoever has it. */
export class Places {
    private readonly placed = new Map<string, string>();
    take(act: string, about: string, by: string): void {
        this.placed.set(`${act}/${about}`, by);
    }
    has(act: string, about: string): boolean {
        return this.placed.has(`${act}/${about}`);
    }
    isFree(act: string, about: string, by: string): boolean {
        return (this.placed.get(`${act}/${about}`) ?? by) === by;
    }
}

export interface Workbench extends Doing {
    places: Places;
    /** What has found no place yet. */
    rest(): Item[];
}

export function makeDoing(ground: Ground): Workbench {
    const { house, can: cans, caseId, rows } = ground;
    const places = new Places();
    const begun = new Set(house.drafts.places());

    const asked = (act: Act, can: Can, preset: Preset): Asked => {
        const about = preset.about ?? '';
        return {
            act,
            can,
            caseId,
            about,
            of: preset.of ?? '',
            version: rows.versions.get(about) ?? rows.version,
            slot: slotOf(preset),
            fields: preset.fields ?? {},
            settled: preset.settled ?? [],
            for_whom: preset.for_whom ?? '',
            notes: ground.notes?.(act.name) ?? [],
            sees: ground.sees.find((s) => s.matter === matterOf(act))?.who ?? [],
        };
    };
    const after = (done: Done, act: string): void => {
        void ground.reload();
        ground.after?.(done, act);
    };
    const item = (can: Can, preset: Preset = {}): Item | null => {
        const act = house.acts.get(can.act);
        if (!act) return null;
        const about = preset.about ?? '';
        return {
            act: can.act,
            room: act.room,
            label: actLabel(can),
            of: preset.of ?? '',
            begun: begun.has(draftPlace(caseId, can.act, slotOf(preset))),
            start: () =>
                house.open(
                    asked(act, can, preset),
                    (done) => after(done, can.act),
                    async () => {
                        const now = await ground.reload();
                        return now.versions.get(about) ?? now.version;
                    },
                ),
        };
    };
    const roomOf = (can: Can): string => house.acts.get(can.act)?.room ?? '';
    const find = (act: string): Can | undefined => cans.find((c) => c.act === act);
    const rowOf = (can: Can, id: string) => can.about?.find((row) => row.id === id);
    const collect = (items: (Item | null)[]): Item[] => items.filter((i): i is Item => i !== null);

    return {
        places,
        of: (...rooms) =>
            collect(
                cans
                    .filter((c) => c.about === null && rooms.includes(roomOf(c)))
                    .filter((c) => places.isFree(c.act, '', rooms.join()))
                    .map((c) => {
                        places.take(c.act, '', rooms.join());
                        return item(c);
                    }),
            ),
        at: (row, name, ...rooms) =>
            collect(
                cans
                    .filter((c) => rowOf(c, row) && (rooms.length === 0 || rooms.includes(roomOf(c))))
                    .map((c) => {
                        places.take(c.act, row, 'row');
                        return item(c, { about: row, of: name });
                    }),
            ),
        behalf: (person, name, ...acts) =>
            collect(
                cans
                    .filter((c) => acts.includes(c.act) && c.about === null && c.for_whom.some((p) => p.id === person))
                    .map((c) => item(c, { for_whom: person, of: name })),
            ),
        one: (act, preset = {}) => {
            const can = find(act);
            if (!can) return null;
            if (preset.about !== undefined && !rowOf(can, preset.about)) return null;
            if (preset.for_whom && !can.for_whom.some((p) => p.id === preset.for_whom)) return null;
            places.take(act, preset.about ?? '', 'one');
            return item(can, preset);
        },
        options: (act, field) =>
            find(act)?.choices.find((c) => c.field === field)?.options.map((o) => o.value) ?? null,
        toward: ({ act, about, filled, for_whom }) => {
            const can = find(act);
            if (!can) return null;
            const row = rowOf(can, about[0] ?? '');
            const values = filled.map(({ field, value }) => [field, value[0] ?? ''] as const);
            const form = item(can, {
                for_whom,
                fields: Object.fromEntries(values),
                slot: [row?.id, for_whom, ...values.map(([, value]) => value)].filter(Boolean).join('.'),
                ...(row ? { about: row.id, of: row.name } : {}),
            });
            if (!form || about.length < 2) return form && row ? { ...form, label: `${form.label}: ${row.name}`, of: '' } : form;
            return { ...form, of: '', begun: false, start: () => reveal(act) || form.start() };
        },
        owns: (act) => find(act)?.own_name ?? false,
        whom: (act) => find(act)?.for_whom.map((p) => p.id) ?? [],
        sees: (matter) => ground.sees.find((s) => s.matter === matter)?.who ?? [],
        quick: async (name, preset) => {
            const can = find(name);
            const act = house.acts.get(name);
            if (!can || !act) return false;
            const what = asked(act, can, preset);
            const draft = { ...freshDraft(what, thisDay(), ''), id: newId() };
            const answer = await wire.act(caseId, name, bodyOf(what, draft));
            if (!answer.ok) {
                house.say(answer.trouble.message || (lookUp('form.unreached') ?? ''));
                // A form can say more than a line, and keeps what is to be sent.
                if (answer.status === 400 || answer.status === 409) item(can, preset)?.start();
                return false;
            }
            await ground.reload();
            return true;
        },
        rest: () =>
            collect(
                cans.flatMap((c) =>
                    c.about === null
                        ? places.has(c.act, '')
                            ? []
                            : [item(c)]
                        : c.about
                              .filter((row) => !places.has(c.act, row.id))
                              .map((row) => item(c, { about: row.id, of: row.name })),
                ),
            ),
    };
}
