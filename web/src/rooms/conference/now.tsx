import type { JSX } from 'preact';
import { type Item, useDoing } from '../../base/doing.ts';
import { dayOf, sayDay, sayDistance, sayList } from '../../base/time.ts';
import { upper } from '../../base/words.ts';
import { Acts, Button, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Case, Due, MyRole, Turn } from '../../wire/wire.ts';
import { GateView, sayLeft } from './gate.tsx';
import { t } from './t.ts';

function sayStatus(of: Case): string {
    const { status } = of;
    switch (status.is) {
        case 'postponed':
            return status.until
                ? t('now.postponed', { day: sayDay(status.until), why: status.why })
                : t('now.postponed_open', { why: status.why });
        case 'stopped':
            return t('now.stopped', { day: dayOf(status.since), how: [status.stop, status.why].filter(Boolean).join('. ') });
        case 'closed':
            return t('now.closed', { day: dayOf(status.since) });
        default:
            return '';
    }
}

/** Mine with what it asks; of others what the list of needs does not say already. */
function Turns({ of: { turn: all, gate } }: { of: Case }): JSX.Element {
    const doing = useDoing();
    const said = new Set(gate.needs.map((need) => need.text));
    const left = gate.needs.filter((need) => !need.met && !need.passed).map((need) => need.text);
    // Of what the list says already, only which part of it is mine.
    const isPart = (turn: Turn): boolean => turn.mine && !left.every((text) => turn.what.includes(text));
    // Nobody has it: whoever may give it finds the button where it is missed.
    const isFree = (turn: Turn): boolean => doing.options('assign', 'role')?.includes(turn.role) ?? false;
    const fill = (turn: Turn): Item | null =>
        isFree(turn) ? doing.one('assign', { fields: { role: turn.role }, slot: turn.role, of: turn.role_name }) : null;
    return (
        <div>
            <h3>{t('turn.title')}</h3>
            {all.length === 0 ? <p class="quiet">{t('turn.nobody')}</p> : null}
            <ul class="rows tight">
                {all.map((turn) => (
                    <li key={turn.role}>
                        <p>
                            {turn.mine ? <Tag kind="wait">{t('turn.mine')}</Tag> : null}{' '}
                            {turn.names.some((name) => name !== turn.role_name) ? (
                                <>
                                    <strong>{sayList(turn.names)}</strong>{' '}
                                    <span class="quiet">{turn.role_name}</span>
                                </>
                            ) : (
                                <strong>{upper(turn.role_name)}</strong>
                            )}
                        </p>
                        {turn.what.filter((what) => isPart(turn) || !said.has(what)).map((what) => (
                            <p key={what} class="small">
                                {what}
                            </p>
                        ))}
                        {turn.names.length === 0 && isFree(turn) ? <p class="small">{t('turn.unfilled')}</p> : null}
                        {turn.names.length === 0 ? <RowActs items={[fill(turn)]} /> : null}
                    </li>
                ))}
            </ul>
        </div>
    );
}

const sayWhose = (of: Due): string =>
    of.whose.length === 0 ? '' : ` ${t('due.whose', { who: sayList(of.whose.map((one) => one.name)) })}`;

const isLate = (due: Due): boolean => due.state === 'late';

/** What should have been done already: said before everything else. */
function Late({ of }: { of: readonly Due[] }): JSX.Element | null {
    const doing = useDoing();
    const late = of.filter(isLate);
    if (late.length === 0) return null;
    return (
        <ul class="notice late stack">
            {late.map((due) => (
                <li key={due.id}>
                    <p>
                        <strong>{due.text}</strong>
                    </p>
                    <p class="small">
                        {t('due.late', { day: sayDay(due.on) })} ({sayDistance(due.on)}).
                        {sayWhose(due)}
                        {due.moved_why ? ` ${t('due.moved', { why: due.moved_why })}` : ''}
                    </p>
                    <RowActs items={doing.at(due.id, due.text, 'conference')} />
                </li>
            ))}
        </ul>
    );
}

function Dues({ of }: { of: readonly Due[] }): JSX.Element | null {
    const doing = useDoing();
    const ahead = of.filter((due) => !isLate(due));
    if (ahead.length === 0 && of.length > 0) return null;
    return (
        <div>
            <h3>{t('due.title')}</h3>
            {ahead.length === 0 ? <p class="quiet">{t('due.none')}</p> : null}
            <ul class="rows tight">
                {ahead.map((due) => (
                    <li key={due.id}>
                        <p>
                            {due.state === 'warned' ? <Tag kind="wait">{t('due.warned')}</Tag> : null} {due.text}
                        </p>
                        <p class="quiet small">
                            {t('due.on', { day: sayDay(due.on) })} ({sayDistance(due.on)}).{sayWhose(due)}
                        </p>
                        {due.moved_why ? <p class="quiet small">{t('due.moved', { why: due.moved_why })}</p> : null}
                        <RowActs items={doing.at(due.id, due.text, 'conference')} />
                    </li>
                ))}
            </ul>
        </div>
    );
}

function Mine({ of, go }: { of: readonly MyRole[]; go(path: string): void }): JSX.Element | null {
    const doing = useDoing();
    const waiting = of.filter((role) => role.pledge_missing || role.impartial_missing);
    if (waiting.length === 0) return null;
    return (
        <div class="notice family stack">
            {waiting.map((role) => (
                <div key={role.role}>
                    {role.pledge_missing ? <p>{t('role.pledge')}</p> : null}
                    {role.pledge_missing ? (
                        <div class="acts">
                            <Button onClick={() => go('/me')}>{t('role.pledge.go')}</Button>
                        </div>
                    ) : null}
                    {role.impartial_missing ? <p>{t('role.impartial')}</p> : null}
                    {role.impartial_missing ? <Acts first items={[doing.one('declare_impartial', { about: role.person })]} /> : null}
                </div>
            ))}
        </div>
    );
}

/** Where it stands, what now, whose turn, what is due. */
export function Now(props: {
    of: Case;
    go(path: string): void;
    /** Acts of other rooms that carry the case on from here. */
    first: readonly (Item | null)[];
}): JSX.Element {
    const { of, go } = props;
    const here = of.journey.find((stage) => stage.state === 'here');
    const status = sayStatus(of);
    const ended = of.status.is === 'closed' || of.status.is === 'stopped';
    return (
        <section class="now" aria-label={t('now.title')}>
            <div class="stack">
                <h2>{here?.name ?? t('now.title')}</h2>
                {status ? <p class="notice">{status}</p> : <p class="lead">{here?.now}</p>}
                {of.acute_why ? <p class="notice late">{t('now.acute', { why: of.acute_why })}</p> : null}
                <Late of={of.due} />
                <Mine of={of.me} go={go} />
                {ended ? null : <GateView of={of} />}
                <Acts first={props.first.filter(Boolean).length === 1} items={props.first} />
            </div>
            {ended ? null : (
                <div class="aside stack-lg">
                    <Turns of={of} />
                    <Dues of={of.due} />
                </div>
            )}
        </section>
    );
}

/** The same in few words, while a meeting is on and has the first place. */
export function NowBrief({ of, open }: { of: Case; open: boolean }): JSX.Element {
    const here = of.journey.find((stage) => stage.state === 'here');
    return (
        <Section id="stage" title={here?.name ?? t('now.title')} open={open} brief={sayLeft(of.gate)}>
            <div class="two">
                <div class="stack">
                    <Late of={of.due} />
                    <GateView of={of} />
                </div>
                <div class="stack-lg">
                    <Turns of={of} />
                    <Dues of={of.due} />
                </div>
            </div>
        </Section>
    );
}
