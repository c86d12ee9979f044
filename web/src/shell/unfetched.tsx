import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../look/parts.tsx';
import { Sheet } from './form/sheet.tsx';
import { t } from './t.ts';

/** A page that did not come. */
export function Unfetched({ again }: { again(): void }): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus(), []);
    return (
        <div class="narrow stack">
            <h1 tabIndex={-1} ref={heading}>
                {t('page.failed')}
            </h1>
            <p class="lead">{t('part.failed.about')}</p>
            <Button onClick={again}>{t('page.again')}</Button>
        </div>
    );
}

/** The whole house that did not come: nothing stands around it yet. */
export function UnfetchedHouse({ again }: { again(): void }): JSX.Element {
    return (
        <main class="wrap">
            <Unfetched again={again} />
        </main>
    );
}

/** A form that did not come. */
export function UnfetchedForm({ again, of }: { again(): void; of: { onClose(): void } }): JSX.Element {
    return (
        <Sheet title={t('part.form')} onClose={of.onClose}>
            <div class="form">
                <p>{t('part.failed.about')}</p>
                <div class="form-end">
                    <Button onClick={again}>{t('page.again')}</Button>
                </div>
            </div>
        </Sheet>
    );
}
