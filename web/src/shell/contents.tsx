import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { show } from '../base/folds.ts';
import { t } from './t.ts';

/** The sections that stand on this page, read from the page itself. */
export function Contents(): JSX.Element | null {
    const [sections, set] = useState<{ id: string; title: string }[]>([]);
    useLayoutEffect(() => {
        const found = document.querySelectorAll<HTMLElement>('.case > .section[id]');
        set(Array.from(found, (one) => ({ id: one.id, title: one.querySelector('h2')?.textContent ?? '' })));
    }, []);
    if (sections.length < 3) return null;
    return (
        <nav class="contents" aria-label={t('case.contents')}>
            <ul>
                {sections.map((one) => (
                    <li key={one.id}>
                        <a href={`#${one.id}`} onClick={() => show(one.id)}>
                            {one.title}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}
