import type { JSX } from 'preact';
import type { Draft } from '../../base/drafts.ts';
import { Button } from '../../look/parts.tsx';
import type { Trouble } from '../../wire/wire.ts';
import { t } from '../t.ts';
import { type Asked, differences, fieldLabel } from './engine.ts';

/** Somebody else changed the same thing meanwhile: both texts, neither lost. */
export function Conflict(props: {
    asked: Asked;
    draft: Draft;
    trouble: Trouble;
    onMine(): void;
    onTheirs(): void;
}): JSX.Element {
    const rows = differences(props.asked, props.draft, props.trouble);
    const side = (title: string, which: 'mine' | 'theirs', words: string, go: () => void) => (
        <div>
            <h3>{title}</h3>
            <dl>
                {rows.map((row) => (
                    <>
                        <dt>{fieldLabel(props.asked.act.name, row.field)}</dt>
                        <dd dir="auto">{row[which] || '–'}</dd>
                    </>
                ))}
            </dl>
            <div class="acts">
                <Button variant="secondary" onClick={go}>
                    {words}
                </Button>
            </div>
        </div>
    );
    return (
        <div id="trouble" tabIndex={-1} role="alert" class="stack">
            <p>{props.trouble.message || t('conflict.about')}</p>
            <div class="both">
                {side(t('conflict.mine'), 'mine', t('conflict.go_mine'), props.onMine)}
                {side(t('conflict.theirs'), 'theirs', t('conflict.go_theirs'), props.onTheirs)}
            </div>
        </div>
    );
}
