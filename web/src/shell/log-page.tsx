import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LogView, logTitle } from '../rooms/conference/log.tsx';
import { useRead } from '../wire/use.ts';
import { type LogEntry, wire } from '../wire/wire.ts';
import { useHouse } from './house.ts';
import { makeDoing, noRows, rowsOf } from './make-doing.ts';
import { Loaded, useTitle } from './page.tsx';

export function LogPage({ id }: { id: string }): JSX.Element {
    const house = useHouse();
    const about = useRead(`case ${id}`, () => wire.case(id));
    const read = useRead(`log ${id}`, () => wire.log(id, ''));
    const [older, setOlder] = useState<{ entries: LogEntry[]; next: string } | null>(null);
    useTitle(read.value && about.value ? `${logTitle()}: ${about.value.name}` : null);
    const next = older ? older.next : (read.value?.next ?? '');
    const more = async () => {
        const answer = await wire.log(id, next);
        if (answer.ok) {
            setOlder({ entries: [...(older?.entries ?? []), ...answer.value.entries], next: answer.value.next });
        }
    };
    const takeBack = (entry: LogEntry) => {
        const of = about.value;
        const can = of?.can.find((one) => one.act === 'take_back');
        if (!of || !can) return;
        const doing = makeDoing({
            house,
            can: of.can,
            caseId: id,
            sees: of.sees,
            rows: rowsOf(of),
            reload: async () => {
                setOlder(null);
                await read.reload();
                const now = await about.reload();
                return now ? rowsOf(now) : noRows;
            },
        });
        const seq = String(entry.seq);
        const item = can.about
            ? doing.one('take_back', { about: seq, of: entry.about })
            : doing.one('take_back', { fields: { seq }, of: entry.about });
        item?.start();
    };
    return (
        <Loaded read={about}>
            {(of) => (
                <Loaded read={read}>
                    {(log) => (
                        <LogView
                            entries={[...log.entries, ...(older?.entries ?? [])]}
                            caseId={id}
                            name={of.name}
                            onMore={next ? () => void more() : null}
                            onTakeBack={takeBack}
                        />
                    )}
                </Loaded>
            )}
        </Loaded>
    );
}
