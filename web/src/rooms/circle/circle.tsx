import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { Acts, Empty } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Case, Person } from '../../wire/wire.ts';
import { Drawing } from './drawing.tsx';
import { PersonRow, comes, isWaiting } from './person.tsx';
import { isDrawn } from './map.ts';
import { t } from './t.ts';

const sides = ['family', 'network', 'professional', 'authority', 'lead'] as const;
const sayside = (side: (typeof sides)[number]): string => t(`circle.side.${side}`);

/** In the middle: those for whom somebody speaks, and the family that nobody stands closer to. */
export function isMain(of: readonly Person[]): (person: Person) => boolean {
    const spokenFor = new Set(of.flatMap((person) => person.speaks_for.map((speaks) => speaks.whom)));
    return (person) =>
        spokenFor.has(person.id) ||
        (person.side === 'family' && person.speaks_for.length === 0 && person.standing === '');
}

export function Circle({ of, open }: { of: Case; open: boolean }): JSX.Element {
    const doing = useDoing();
    const people = of.people ?? [];
    const main = isMain(people);
    const coming = of.status.is === 'closed' ? 0 : people.filter((person) => comes(person.invitation?.answer ?? '')).length;
    const waiting = of.status.is === 'closed' ? 0 : people.filter(isWaiting).length;
    // Recorded at each name, above.
    const acts = doing.of('people', 'circle').filter((item) => item.act !== 'record_answer' || doing.owns(item.act));
    const drawn = people.filter(isDrawn).length > 1;
    const known = new Set<string>(sides);
    const others = people.filter((person) => !known.has(person.side));
    return (
        <Section
            id="circle"
            title={t('circle.title')}
            about={t('circle.about')}
            open={open}
            brief={[
                coming > 0 ? t('circle.brief.coming', { n: people.length, coming }) : t('circle.brief', { n: people.length }),
                waiting > 0 ? t('circle.brief.waiting', { n: waiting }) : '',
            ]
                .filter(Boolean)
                .join(', ')}
            waits={waiting > 0}
        >
            {people.length === 0 ? <Empty>{t('circle.none')}</Empty> : null}
            <div class={drawn ? 'drawn' : undefined}>
                {drawn ? <Drawing of={people} main={main} /> : null}
                <div class="sides">
                    {sides.map((side) => {
                        const here = people.filter((person) => person.side === side);
                        return here.length === 0 ? null : (
                            <div key={side}>
                                <h3>{sayside(side)}</h3>
                                <ul class="rows">
                                    {here.map((person) => (
                                        <PersonRow key={person.id} of={person} main={main(person)} />
                                    ))}
                                </ul>
                            </div>
                        );
                    })}
                    {others.length > 0 ? (
                        <ul class="rows">
                            {others.map((person) => (
                                <PersonRow key={person.id} of={person} main={main(person)} />
                            ))}
                        </ul>
                    ) : null}
                    <Acts items={acts} />
                </div>
            </div>
        </Section>
    );
}
