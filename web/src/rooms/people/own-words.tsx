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
        doing.one('write_words', { for_whom: person.id, fields: { text: person.own_words }, of: person.name }),
    ];
    const silent = people.filter((person) => !person.own_words && doing.whom('write_words').includes(person.id));
    const mine = doing.owns('write_words') ? doing.one('write_words') : null;
    if (spoken.length === 0 && silent.length === 0 && !mine) return null;
    return (
        <section class="own" aria-labelledby="own-words-title">
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
            {spoken.length === 0 && of.questions ? <p class="empty">{t('people.words.none')}</p> : null}
            {silent.map((person) => (
                <RowActs key={person.id} items={write(person).map((item) => item && { ...item, label: `${item.label} (${person.name})`, of: '' })} />
            ))}
            {mine && spoken.length + silent.length === 0 ? <RowActs items={[mine]} /> : null}
        </section>
    );
}
