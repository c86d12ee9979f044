import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Facts, OpenRow, RowActs, Tag } from '../../look/parts.tsx';
import type { Contact, Person } from '../../wire/wire.ts';
import { initials } from './map.ts';
import { t } from './t.ts';

const comings = ['in_room', 'by_link', 'by_letter', 'by_substitute', 'cannot'] as const;
const ways = ['visit', 'phone', 'letter', 'mail', 'message'] as const;
const among = <T extends string>(all: readonly T[], word: string): T | null =>
    all.find((one) => one === word) ?? null;

/** In the room or by link. */
export const comes = (answer: string): boolean => answer === 'in_room' || answer === 'by_link';

/** For a yes to be invited, or with an answer. */
export const isWaiting = (of: Person): boolean => of.standing === 'waiting' || of.invitation?.answer === '';

export function sayComing(answer: string): string {
    const known = among(comings, answer);
    return known ? t(`coming.${known}`) : t('circle.no_answer');
}

function Standing({ of }: { of: Person }): JSX.Element | null {
    if (of.invitation) {
        const { answer } = of.invitation;
        const kind = answer === 'cannot' ? 'no' : answer === '' ? 'wait' : 'yes';
        return <Tag kind={kind}>{sayComing(answer)}</Tag>;
    }
    if (of.standing === 'waiting') return <Tag kind="wait">{t('circle.standing.waiting')}</Tag>;
    if (of.standing === 'no') return <Tag kind="no">{t('circle.standing.no')}</Tag>;
    return of.standing === 'yes' ? <Tag kind="yes">{t('circle.standing.yes')}</Tag> : null;
}

function sayContact(contact: Contact | null): string {
    if (!contact) return '';
    const words = [contact.phone, contact.mail, contact.address, contact.number].filter(Boolean);
    if (words.length > 0) {
        return [...words, contact.number_doubt ? `(${t('circle.contact.doubt')})` : ''].filter(Boolean).join(' · ');
    }
    return contact.there ? t('circle.contact.there') : t('circle.contact.none');
}

function facts(of: Person): string[] {
    const way = of.invitation ? among(ways, of.invitation.way) : null;
    return [
        of.relation && of.relation.toLowerCase() !== of.role_name.toLowerCase() ? of.role_name : '',
        of.born ? t('circle.born', { day: sayShortDay(of.born) }) : '',
        of.interpreter ? t('circle.interpreter', { language: of.interpreter }) : '',
        way ? t('circle.invited', { way: t(`circle.way.${way}`) }) : '',
        of.ended ? t('circle.ended', { why: of.ended }) : '',
    ].filter(Boolean);
}

/** In few words, beside the name; what must not be overlooked is part of them. */
function knownAs(of: Person): string {
    return [
        of.relation || of.role_name,
        of.broken_contact ? t('circle.broken.short') : '',
        of.protection === 'marked' ? t('circle.protected.marked') : '',
        of.protection === 'hidden' ? t('circle.protected.hidden') : '',
    ]
        .filter(Boolean)
        .join(' · ');
}

/** What is done with nearly everybody, until it is done; the rest is folded away until it is wanted. */
function isNext(act: string, of: Person): boolean {
    switch (act) {
        case 'decide_invitation':
            return of.standing === 'waiting';
        case 'invite':
            return of.standing === 'yes' && !of.invitation;
        case 'record_answer':
            return of.invitation?.answer === '';
        default:
            return false;
    }
}

export function PersonRow({ of, main }: { of: Person; main: boolean }): JSX.Element {
    const doing = useDoing();
    const contact = sayContact(of.contact);
    const all = [
        ...doing.at(of.id, of.name, 'circle', 'people', 'conference'),
        ...doing.behalf(of.id, of.name, 'record_answer', 'note_safety'),
        ...of.speaks_for.flatMap((speaks) => doing.at(speaks.id, of.name)),
    ];
    const first = all.filter((item) => isNext(item.act, of));
    const rest = all.filter((item) => !isNext(item.act, of));
    return (
        <li class="person">
            <OpenRow
                head={
                    <>
                        <span class={`face ${main ? 'main' : of.side}`} aria-hidden="true">
                            {initials(of.name)}
                        </span>
                        <span class="wraps">
                            <span class="who">
                                <span class="name">
                                    <bdi>{of.name}</bdi>
                                    {of.me ? <span class="quiet"> ({t('circle.me')})</span> : null}
                                </span>
                                <span class="hidden">, </span>
                                <span class="quiet small">{knownAs(of)}</span>
                            </span>
                            <Standing of={of} />
                        </span>
                    </>
                }
            >
                <Facts of={facts(of)} />
                {of.invitation?.note ? <p class="small words">{of.invitation.note}</p> : null}
                {of.broken_contact ? (
                    <p class="small">{t('circle.broken', { what: of.broken_contact })}</p>
                ) : null}
                {of.speaks_for.map((speaks) => (
                    <p key={speaks.id} class="small">
                        {speaks.shut_out
                            ? t('circle.shut_out', { name: speaks.name, why: speaks.shut_out_why })
                            : t('circle.speaks_for', { name: speaks.name })}
                    </p>
                ))}
                {contact ? (
                    <p class="quiet small no-print">
                        <bdi>{contact}</bdi>
                    </p>
                ) : null}
                <RowActs items={rest} />
            </OpenRow>
            <RowActs items={first} />
        </li>
    );
}
