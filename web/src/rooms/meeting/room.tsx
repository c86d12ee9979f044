import type { JSX } from 'preact';
import { type Preset, useDoing } from '../../base/doing.ts';
import { sayList } from '../../base/time.ts';
import { Button, Tag } from '../../look/parts.tsx';
import type { Meeting, Seat } from '../../wire/wire.ts';
import { t } from './t.ts';

interface Mover {
    come(person: string, how: 'room' | 'link'): (() => void) | null;
    go(person: string): (() => void) | null;
}

/** One tap for who comes and goes: whoever can be chosen now, for themselves where it must be. */
function useMover(): Mover {
    const doing = useDoing();
    const able = (act: string, person: string): Preset | null => {
        if (!doing.options(act, 'person')?.includes(person)) return null;
        if (doing.owns(act)) return {};
        return doing.whom(act).includes(person) ? { for_whom: person } : null;
    };
    return {
        come: (person, how) => {
            const preset = able('arrive', person);
            return preset && (() => void doing.quick('arrive', { ...preset, fields: { person, how } }));
        },
        go: (person) => {
            const preset = able('leave', person);
            return preset && (() => void doing.quick('leave', { ...preset, fields: { person } }));
        },
    };
}

function SeatRow({ of, move }: { of: Seat; move: Mover }): JSX.Element {
    const go = of.in ? move.go(of.person) : null;
    const come = of.in ? null : move.come(of.person, 'room');
    const link = of.in ? null : move.come(of.person, 'link');
    return (
        <li class="seat">
            <div>
                <span class="name" dir="auto">
                    {of.name}
                </span>{' '}
                <span class="quiet small">
                    {of.role_name}
                    {of.in && of.how === 'link' ? `, ${t('meeting.by_link')}` : ''}
                </span>
                <p>
                    {of.in && !of.belongs ? <Tag kind="late">{t('meeting.must_leave_now')}</Tag> : null}
                    {of.in && of.belongs && !of.belongs_next ? <Tag kind="wait">{t('meeting.must_leave')}</Tag> : null}
                    {!of.in && !of.belongs && of.belongs_next ? <Tag>{t('meeting.comes_back')}</Tag> : null}
                </p>
            </div>
            <div class="acts tight">
                {go ? <Quick act="leave" label={t('meeting.goes')} name={of.name} onClick={go} /> : null}
                {come ? <Quick act="arrive" label={t('meeting.comes')} name={of.name} onClick={come} /> : null}
                {link ? <Quick act="arrive" label={t('meeting.comes_link')} name={of.name} onClick={link} /> : null}
            </div>
        </li>
    );
}

function Quick(props: { act: string; label: string; name: string; onClick(): void }): JSX.Element {
    return (
        <Button variant="secondary" onClick={props.onClick} act={props.act}>
            {props.label}
            <span class="hidden">: {props.name}</span>
        </Button>
    );
}

/** Their names in a line; the buttons folded away. */
function Names(props: { of: readonly Seat[]; fold: string; move: Mover }): JSX.Element | null {
    if (props.of.length === 0) return null;
    const name = (seat: Seat): string =>
        seat.in && seat.how === 'link' ? `${seat.name} (${t('meeting.by_link')})` : seat.name;
    return (
        <>
            <p>{sayList(props.of.map(name))}</p>
            <details class="more">
                <summary>{props.fold}</summary>
                <ul class="rows">
                    {props.of.map((seat) => (
                        <SeatRow key={seat.person} of={seat} move={props.move} />
                    ))}
                </ul>
            </details>
        </>
    );
}

function Seats({ of, move }: { of: readonly Seat[]; move: Mover }): JSX.Element | null {
    if (of.length === 0) return null;
    return (
        <ul class="rows">
            {of.map((seat) => (
                <SeatRow key={seat.person} of={seat} move={move} />
            ))}
        </ul>
    );
}

/** Who is awaited, or has no place here, stands out; the others are a line of names. Who goes before the
    next step goes with its form. */
export function Room({ of }: { of: Meeting }): JSX.Element {
    const move = useMover();
    const inside = of.seats.filter((seat) => seat.in);
    const stays = inside.filter((seat) => seat.belongs);
    const leaving = inside.filter((seat) => seat.belongs && !seat.belongs_next).map((seat) => seat.name);
    const outside = of.seats.filter((seat) => !seat.in);
    const awaited = outside.filter((seat) => seat.belongs);
    const back = outside.filter((seat) => !seat.belongs && seat.belongs_next).map((seat) => seat.name);
    return (
        <div class="room">
            <div>
                <h3>{t('meeting.room')}</h3>
                <p class="quiet" role="status">
                    {inside.length === 0 ? t('meeting.room.none') : t('meeting.count', { n: inside.length })}
                </p>
                <Seats of={inside.filter((seat) => !stays.includes(seat))} move={move} />
                <Names of={stays} fold={t('meeting.somebody_goes')} move={move} />
                {leaving.length > 0 ? <p class="notice">{t('meeting.leaving', { who: sayList(leaving) })}</p> : null}
            </div>
            {outside.length > 0 ? (
                <div>
                    <h3>{t('meeting.outside')}</h3>
                    <Seats of={awaited} move={move} />
                    <Names
                        of={outside.filter((seat) => !awaited.includes(seat))}
                        fold={t('meeting.somebody_comes')}
                        move={move}
                    />
                    {back.length > 0 ? <p class="quiet">{t('meeting.back_next', { who: sayList(back) })}</p> : null}
                </div>
            ) : null}
        </div>
    );
}
