import type { JSX } from 'preact';
import { RestrictionsPage, restrictionsTitle } from '../rooms/restriction/restriction.tsx';
import { useRead } from '../wire/use.ts';
import { wire } from '../wire/wire.ts';
import { Bench, Loaded, useTitle } from './page.tsx';

export function Restrictions(): JSX.Element {
    const read = useRead('restrictions', wire.restrictions);
    useTitle(read.value ? restrictionsTitle() : null);
    return (
        <Loaded read={read}>
            {(list) => (
                <Bench can={list.can} of={list} reload={read.reload}>
                    <RestrictionsPage of={list.restrictions} />
                </Bench>
            )}
        </Loaded>
    );
}
