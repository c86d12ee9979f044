import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Item } from '../base/doing.ts';
import { RowActs } from '../look/parts.tsx';
import { Section } from '../look/section.tsx';
import type { Workbench } from './make-doing.ts';
import { t } from './t.ts';

/** So few need no folding away. */
const few = 2;

/** Whatever can be done and has found no place above. Rendered last: then the places are known. */
export function More({ doing }: { doing: Workbench }): JSX.Element | null {
    const [rest, set] = useState<Item[]>([]);
    useLayoutEffect(() => set(doing.rest()), [doing]);
    if (rest.length === 0) return null;
    return (
        <div class="no-print">
            <Section id="more" title={t('more.title')} open={rest.length <= few} brief={t('more.about')}>
                <ul class="all-acts">
                    {rest.map((item) => (
                        <li key={item.act + item.of}>
                            <RowActs items={[item.of ? { ...item, label: `${item.label}: ${item.of}`, of: '' } : item]} />
                        </li>
                    ))}
                </ul>
            </Section>
        </div>
    );
}
