import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayList } from '../../base/time.ts';
import { lookUp } from '../../base/words.ts';
import { NeedList } from '../../look/needs.tsx';
import { Acts, RowActs } from '../../look/parts.tsx';
import type { Meeting, Need } from '../../wire/wire.ts';
import { Room } from './room.tsx';
import { Steps } from './steps.tsx';
import { t } from './t.ts';

// The words of a gate stand in another room's texts.
export const needWords = () => ({
    met: lookUp('gate.need.met') ?? '',
    not_met: lookUp('gate.need.not_met') ?? '',
    missing: (what: string) => lookUp('gate.missing', { what }) ?? what,
    passed: (who: string, why: string) => lookUp('gate.passed', { who, why }) ?? why,
    done: (n: number) => lookUp('gate.done', { n }) ?? '',
});

/** What can be done about a need, or that it is passed. */
export function Toward({ need }: { need: Need }): JSX.Element {
    const doing = useDoing();
    const leads = need.leads.map((lead) => doing.toward(lead));
    return <RowActs items={[...leads, doing.one('pass_gate', { about: need.id, of: need.text })]} />;
}

/** The meeting that is on: its steps, who is in the room, and what comes next. */
export function LeadMeeting({ of: meeting }: { of: Meeting }): JSX.Element {
    const doing = useDoing();
    const here = meeting.steps.find((step) => step.state === 'here');
    // Who goes and who comes, as the next step has it; whoever leads unticks who stays away.
    const moves = (leaves: boolean) =>
        meeting.seats
            .filter((seat) => (leaves ? seat.in && !seat.belongs_next : !seat.in && !seat.belongs && seat.belongs_next))
            .map((seat) => seat.person);
    const next = doing.one('next_step', { fields: { left: moves(true), came: moves(false) }, slot: here?.id ?? '' });
    const acts = [
        doing.one('resume_meeting'),
        meeting.state === 'paused' ? null : next,
        doing.one('end_meeting'),
        doing.one('pause_meeting'),
    ];
    return (
        <section class={`lead-meeting ${here?.private ? 'private' : ''}`} id="lead" aria-label={`${meeting.name}: ${here?.name ?? ''}`}>
            <h2>{here?.name ?? meeting.name}</h2>
            <p class="quiet">
                {meeting.name} · {meeting.state === 'paused' ? t('meeting.state.paused') : t('meeting.state.open')}
            </p>
            {meeting.state === 'paused' ? (
                <p class="notice">{t('meeting.paused', { why: meeting.paused_why })}</p>
            ) : null}
            {here?.about ? <p class="lead">{here.about}</p> : null}
            {meeting.steps.length > 1 ? <Steps of={meeting.steps} /> : null}
            {here ? (
                <details class="more">
                    <summary>{t('meeting.belongs')}</summary>
                    <p class="quiet">{t('meeting.places', { who: sayList(here.present) })}</p>
                    {here.back.length > 0 ? <p>{t('meeting.back', { who: sayList(here.back) })}</p> : null}
                </details>
            ) : null}
            <Room of={meeting} />
            {here && here.needs.length > 0 ? (
                <>
                    <h3>{t('meeting.before_next')}</h3>
                    <NeedList
                        of={here.needs}
                        words={needWords()}
                        under={(need) => <Toward need={need} />}
                    />
                </>
            ) : null}
            <Acts first items={acts} />
        </section>
    );
}
