import '../../look/table.css';
import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Acts, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import { Mark } from '../../look/sign.tsx';
import type { Person } from '../../wire/wire.ts';
import { t } from './t.ts';

const ways = ['visit', 'meeting', 'phone', 'link'] as const;

function sayMet(of: Person): string {
    if (!of.prepared) return t('prepared.not_yet');
    const way = ways.find((one) => one === of.prepared?.way);
    return `${way ? t(`prepared.way.${way}`) : of.prepared.way}, ${sayShortDay(of.prepared.on)}`;
}

function sayGoneThrough(of: Person): string {
    if (!of.prepared) return '–';
    const { missing } = of.prepared;
    return missing.length === 0 ? t('prepared.all') : t('prepared.missing', { what: missing.join('; ') });
}

const isReady = (of: Person): boolean => of.prepared !== null && of.prepared.missing.length === 0;

function Row({ of }: { of: Person }): JSX.Element {
    const doing = useDoing();
    const { prepared } = of;
    const acts = [
        ...doing.at(of.id, of.name, 'preparation'),
        ...doing.behalf(of.id, of.name, 'record_preparation'),
    ].map((item) => (item.act === 'record_preparation' ? { ...item, label: t('prepared.note') } : item));
    return (
        <tr>
            <th scope="row">
                <span class="marked">
                    <Mark kind={isReady(of) ? 'met' : 'missing'} />
                    <span>
                        <bdi>{of.name}</bdi> <span class="quiet">{of.relation || of.role_name}</span>
                    </span>
                </span>
            </th>
            <td>{sayMet(of)}</td>
            <td class={prepared && !isReady(of) ? undefined : 'none'}>{sayGoneThrough(of)}</td>
            <td data-name={t('prepared.needs')} class={prepared?.needs ? undefined : 'none'}>
                {prepared?.needs || '–'}
            </td>
            <td class="no-print">
                <RowActs items={acts} />
            </td>
        </tr>
    );
}

/** People × what is done. Who can be prepared now, or is: the server's word, not ours. */
export function Preparation({ of, open }: { of: readonly Person[]; open: boolean }): JSX.Element | null {
    const doing = useDoing();
    const people = of.filter(
        (person) => person.prepared || doing.at(person.id, person.name, 'preparation').length > 0,
    );
    if (people.length === 0) return null;
    const ready = people.filter(isReady);
    const left = people.filter((person) => !isReady(person));
    const done = ready.length;
    const count = t('prepared.count', { done, n: people.length });
    return (
        <Section id="preparation" title={t('prepared.title')} about={t('prepared.about')} open={open} brief={count} waits={done < people.length}>
            <p>{count}</p>
            <table class="cards prepared">
                <thead>
                    <tr>
                        <th scope="col">{t('prepared.person')}</th>
                        <th scope="col">{t('prepared.done')}</th>
                        <th scope="col">{t('prepared.gone_through')}</th>
                        <th scope="col">{t('prepared.needs')}</th>
                        <td class="no-print" />
                    </tr>
                </thead>
                <tbody>
                    {[...left, ...ready].map((person) => (
                        <Row key={person.id} of={person} />
                    ))}
                </tbody>
            </table>
            <Acts items={doing.of('preparation')} />
        </Section>
    );
}
