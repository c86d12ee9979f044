import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LooksPage, looksTitle } from '../rooms/staff/looked.tsx';
import { useRead } from '../wire/use.ts';
import { type Looks, wire } from '../wire/wire.ts';
import { Loaded, useTitle } from './page.tsx';

export function LooksList({ query }: { query: URLSearchParams }): JSX.Element {
    const of = { staff: query.get('staff') ?? '', case: query.get('case') ?? '' };
    const read = useRead(`looks ${of.staff} ${of.case}`, () => wire.looks(of));
    const [older, setOlder] = useState<Looks | null>(null);
    useTitle(read.value ? looksTitle() : null);
    const next = (older ?? read.value)?.next ?? '';
    const more = async () => {
        const answer = await wire.looks({ ...of, cursor: next });
        if (answer.ok) setOlder({ looks: [...(older?.looks ?? []), ...answer.value.looks], next: answer.value.next });
    };
    return (
        <Loaded read={read}>
            {(first) => (
                <LooksPage
                    of={[...first.looks, ...(older?.looks ?? [])]}
                    part={of.staff !== '' || of.case !== ''}
                    onMore={next ? () => void more() : null}
                />
            )}
        </Loaded>
    );
}
