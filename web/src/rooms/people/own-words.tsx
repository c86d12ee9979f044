import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { RowActs } from '../../look/parts.tsx';
import type { Case, Person } from '../../wire/wire.ts';
import { t } from './t.ts';

/** The main persons' own words: first in all that is done. */
export function OwnWords({ of }: { of: Case }): JSX.Element | null {
    const doing = useDoing();
    const people = of.people ?? [];
    const spoken = people.filter((person) => person.own_words);
    const write = (person: Person) => [
        ...doing.at(person.id, person.name, 'people').filter((item) => item.act === 'write_words'),
        ...doing.behalf(person.id, person.name, 'write_words'),
    ];
    const silent = people.filter((person) => !person.own_words && write(person).length > 0);
    const mine = doing.one('write_words');
    if (spoken.length === 0 && silent.length === 0 && !mine) return null;
    return (
        <section aria-labelledby="own-words-title">
            <h2 class="hidden" id="own-words-title">
                {t('people.words')}
            </h2>
            {spoken.map((person) => (
                <figure key={person.id} class="spoken">
                    <blockquote class="own-words" dir="auto">
                        {person.own_words}
                    </blockquote>
                    <figcaption class="by">{person.name}</figcaption>
                    <RowActs items={write(person)} />
                </figure>
            ))}
            {spoken.length === 0 ? <p class="empty">{t('people.words.none')}</p> : null}
            {silent.map((person) => (
                <RowActs key={person.id} items={write(person).map((item) => ({ ...item, label: `${item.label} (${person.name})`, of: '' }))} />
            ))}
            {mine && spoken.length + silent.length === 0 ? <RowActs items={[mine]} /> : null}
        </section>
    );
}
