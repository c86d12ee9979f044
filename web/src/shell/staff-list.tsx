import type { JSX } from 'preact';
import { StaffPage, staffTitle } from '../rooms/staff/staff.tsx';
import { useRead } from '../wire/use.ts';
import { wire } from '../wire/wire.ts';
import { Bench, Loaded, useTitle } from './page.tsx';

export function StaffList(): JSX.Element {
    const read = useRead('staff', wire.staff);
    useTitle(read.value ? staffTitle() : null);
    return (
        <Loaded read={read}>
            {(list) => (
                <Bench can={list.can} of={list} reload={read.reload}>
                    <StaffPage of={list.staff} />
                </Bench>
            )}
        </Loaded>
    );
}
