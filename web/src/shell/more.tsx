import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Item } from '../base/doing.ts';
import { Acts } from '../look/parts.tsx';
import type { Workbench } from './make-doing.ts';
import { t } from './t.ts';

/** Whatever can be done and has found no place above. Rendered last: then the places are known. */
export function More({ doing }: { doing: Workbench }): JSX.Element | null {
    const [rest, set] = useState<Item[]>([]);
    useLayoutEffect(() => set(doing.rest()), [doing]);
    if (rest.length === 0) return null;
    return (
        <section class="section no-print" id="more" aria-labelledby="more-title">
            <h2 id="more-title">{t('more.title')}</h2>
            <p class="about">{t('more.about')}</p>
            <Acts items={rest.map((item) => (item.of ? { ...item, label: `${item.label}: ${item.of}`, of: '' } : item))} />
        </section>
    );
}
