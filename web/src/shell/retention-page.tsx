import type { JSX } from 'preact';
import { RetentionPage, retentionTitle } from '../rooms/retention/retention.tsx';
import { useRead } from '../wire/use.ts';
import { wire } from '../wire/wire.ts';
import { Bench, Loaded, useTitle } from './page.tsx';

export function RetentionOfCases(): JSX.Element {
    const read = useRead('retention', wire.retention);
    useTitle(read.value ? retentionTitle() : null);
    return (
        <Loaded read={read}>
            {(page) => (
                <Bench can={page.can} of={page} reload={read.reload}>
                    <RetentionPage of={page} />
                </Bench>
            )}
        </Loaded>
    );
}
