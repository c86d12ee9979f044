import '../look/case.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { called } from '../base/called.ts';
import { FoldContext } from '../base/folds.ts';
import { type LineActs, LogView, logTitle } from '../rooms/conference/log.tsx';
import { useRead } from '../wire/use.ts';
import { type Case, type LogEntry, wire } from '../wire/wire.ts';
import { useHouse } from './house.ts';
import { makeDoing, noRows, rowsOf } from './make-doing.ts';
import { Loaded, useTitle } from './page.tsx';

export function LogPage({ id }: { id: string }): JSX.Element {
    const house = useHouse();
    const about = useRead(`case ${id}`, () => wire.case(id));
    const read = useRead(`log ${id}`, () => wire.log(id, ''));
    const [older, setOlder] = useState<{ entries: LogEntry[]; next: string } | null>(null);
    useTitle(read.value && about.value ? `${logTitle()}: ${called(about.value)}` : null);
    const next = older ? older.next : (read.value?.next ?? '');
    const more = async () => {
        const answer = await wire.log(id, next);
        if (answer.ok) {
            setOlder({ entries: [...(older?.entries ?? []), ...answer.value.entries], next: answer.value.next });
        }
    };
    const reload = async () => {
        setOlder(null);
        await read.reload();
        const now = await about.reload();
        return now ? rowsOf(now) : noRows;
    };
    const actsIn = (of: Case): LineActs => {
        const doing = makeDoing({ house, can: of.can, caseId: id, sees: of.sees, rows: rowsOf(of), reload });
        return (entry) => {
            const happening = String(entry.seq);
            const line = { fields: { happening }, settled: ['happening'], slot: happening };
            return [
                doing.one('correct', line),
                entry.can_take_back ? doing.one('take_back', line) : null,
            ];
        };
    };
    return (
        <Loaded read={about}>
            {(of) => (
                <Loaded read={read}>
                    {(log) => (
                        <FoldContext.Provider value={{ place: `log ${id}`, at: 'log' }}>
                            <LogView
                                entries={[...log.entries, ...(older?.entries ?? [])]}
                                caseId={id}
                                name={called(of)}
                                onMore={next ? () => void more() : null}
                                acts={actsIn(of)}
                            />
                        </FoldContext.Provider>
                    )}
                </Loaded>
            )}
        </Loaded>
    );
}
