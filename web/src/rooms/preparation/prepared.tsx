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

const isReady = (of: Person): boolean => of.prepared !== null && of.prepared.missing.length === 0;

function Row({ of }: { of: Person }): JSX.Element {
    const doing = useDoing();
    const { prepared } = of;
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
            <td data-name={t('prepared.done')}>{sayMet(of)}</td>
            <td data-name={t('prepared.gone_through')} class={prepared ? undefined : 'none'}>
                {!prepared
                    ? '–'
                    : prepared.missing.length === 0
                      ? t('prepared.all')
                      : t('prepared.missing', { what: prepared.missing.join('; ') })}
            </td>
            <td data-name={t('prepared.needs')} class={prepared?.needs ? undefined : 'none'}>{prepared?.needs || '–'}</td>
            <td class="no-print">
                <RowActs
                    items={[
                        ...doing.at(of.id, of.name, 'preparation'),
                        ...doing.behalf(of.id, of.name, 'record_preparation'),
                    ]}
                />
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
    const done = people.filter(isReady).length;
    const count = t('prepared.count', { done, n: people.length });
    return (
        <Section id="preparation" title={t('prepared.title')} about={t('prepared.about')} open={open} brief={count}>
            <p>{count}</p>
            <table class="cards">
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
                    {people.map((person) => (
                        <Row key={person.id} of={person} />
                    ))}
                </tbody>
            </table>
            <Acts items={doing.of('preparation')} />
        </Section>
    );
}
