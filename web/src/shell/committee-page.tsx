import type { JSX } from 'preact';
import { CommitteeSection, NoCommittee, committeeTitle } from '../rooms/referral/committee.tsx';
import { useRead } from '../wire/use.ts';
import { type Committee, wire } from '../wire/wire.ts';
import { Bench, Loaded, useTitle } from './page.tsx';

export function CommitteePage(): JSX.Element {
    const read = useRead('committee', wire.committees);
    useTitle(read.value ? committeeTitle() : null);
    return (
        <Loaded read={read}>
            {({ committees }) => (
                <>
                    <h1 tabIndex={-1}>{committeeTitle()}</h1>
                    {committees.length === 0 ? <NoCommittee /> : null}
                    {committees.map((one: Committee) => (
                        <Bench key={one.model.id} can={one.can} of={one} reload={read.reload}>
                            <CommitteeSection of={one} />
                        </Bench>
                    ))}
                </>
            )}
        </Loaded>
    );
}
