import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { go } from '../base/route.ts';
import { CasesPage, type Filter, casesTitle } from '../rooms/desk/cases.tsx';
import { useRead } from '../wire/use.ts';
import { type CaseRow, wire } from '../wire/wire.ts';
import { Loaded, useTitle } from './page.tsx';

/** The filter stands in the address, so that it can be kept and gone back to. */
function filterOf(query: URLSearchParams): Filter {
    const text = (name: string) => query.get(name) ?? '';
    return {
        mine: query.has('mine'),
        late: query.has('late'),
        model: text('model'),
        stage: text('stage'),
        status: text('status'),
        order: text('order'),
    };
}

function addressOf(filter: Filter): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filter)) {
        if (value) query.set(name, value === true ? '1' : String(value));
    }
    const text = query.toString();
    return text ? `/cases?${text}` : '/cases';
}

export function CasesList({ query }: { query: URLSearchParams }): JSX.Element {
    const filter = filterOf(query);
    const key = addressOf(filter);
    const models = useRead('models', wire.models);
    const read = useRead(key, () => wire.cases(filter));
    const [older, setOlder] = useState<{ rows: CaseRow[]; next: string } | null>(null);
    useEffect(() => setOlder(null), [key]);
    useTitle(casesTitle());
    const next = older ? older.next : (read.value?.next ?? '');
    const more = async () => {
        const answer = await wire.cases({ ...filter, cursor: next });
        if (answer.ok) setOlder({ rows: [...(older?.rows ?? []), ...answer.value.cases], next: answer.value.next });
    };
    const page = (rows: readonly CaseRow[], ready: boolean) => (
        <CasesPage
            rows={rows}
            ready={ready}
            models={models.value?.models ?? []}
            filter={filter}
            onFilter={(wanted) => go(addressOf(wanted), true)}
            onMore={next ? () => void more() : null}
        />
    );
    if (!read.value && !read.failed) return page([], false);
    return <Loaded read={read}>{(list) => page([...list.cases, ...(older?.rows ?? [])], true)}</Loaded>;
}
