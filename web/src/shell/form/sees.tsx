import type { JSX } from 'preact';
import { sayList } from '../../base/time.ts';
import { Mark } from '../../look/sign.tsx';
import { t } from '../t.ts';

/** "Who can see this?", from the rule book, for this case now. */
export function Sees({ who }: { who: readonly string[] }): JSX.Element | null {
    if (who.length === 0) return null;
    return (
        <p class="sees">
            <Mark kind="eye" />
            <span>{t('form.sees', { who: sayList(who) })}</span>
        </p>
    );
}
