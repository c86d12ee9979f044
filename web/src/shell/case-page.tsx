import '../look/case.css';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { called } from '../base/called.ts';
import { DoingContext, type Item, useDoing } from '../base/doing.ts';
import { FoldContext } from '../base/folds.ts';
import { go } from '../base/route.ts';
import { Tag } from '../look/parts.tsx';
import { Papers } from '../rooms/casepapers/papers.tsx';
import { Circle } from '../rooms/circle/circle.tsx';
import { SafetyNotes } from '../rooms/circle/safety.tsx';
import { Journey } from '../rooms/conference/journey.tsx';
import { Now, NowBrief } from '../rooms/conference/now.tsx';
import { Consents } from '../rooms/consent/consents.tsx';
import { FidelitySection } from '../rooms/evaluation/fidelity.tsx';
import { Evaluation } from '../rooms/evaluation/evaluation.tsx';
import { Reviews } from '../rooms/followup/review.tsx';
import { LeadMeeting } from '../rooms/meeting/lead.tsx';
import { type Beside, Meetings } from '../rooms/meeting/meetings.tsx';
import { OwnWords } from '../rooms/people/own-words.tsx';
import { PlanSection } from '../rooms/plan/plan.tsx';
import { Preparation } from '../rooms/preparation/prepared.tsx';
import { QuestionsSection } from '../rooms/preparation/questions.tsx';
import { AskedAtMeetings, AskedThatDay, sayRestriction } from '../rooms/restriction/restriction.tsx';
import { ReferralSection, referralActs } from '../rooms/referral/referral.tsx';
import { useRead } from '../wire/use.ts';
import { type Case, wire } from '../wire/wire.ts';
import { useHouse } from './house.ts';
import { makeDoing, noRows, rowsOf } from './make-doing.ts';
import { More } from './more.tsx';
import { hasPlan, meetingOn, opensOf, standsAt } from './opens.ts';
import { Loaded, useTitle } from './page.tsx';
import { t } from './t.ts';

export function CasePage({ id }: { id: string }): JSX.Element {
    const read = useRead(`case ${id}`, () => wire.case(id));
    useTitle(read.value ? called(read.value) : null);
    return <Loaded read={read}>{(of) => <CaseView of={of} reload={read.reload} />}</Loaded>;
}

function CaseView({ of, reload }: { of: Case; reload(): Promise<Case | null> }): JSX.Element {
    const house = useHouse();
    const doing = useMemo(
        () =>
            makeDoing({
                house,
                can: of.can,
                caseId: of.id,
                sees: of.sees,
                notes: (act) => (noted.includes(act) ? of.restrictions.map(sayRestriction) : []),
                rows: rowsOf(of),
                reload: async () => {
                    const now = await reload();
                    return now ? rowsOf(now) : noRows;
                },
            }),
        [of, house.forms, house.acts],
    );
    return (
        <DoingContext.Provider value={doing}>
            <FoldContext.Provider value={{ place: of.id, at: standsAt(of) }}>
                <article class="case">
                    <Head of={of} />
                    <Sections of={of} />
                    <More doing={doing} />
                </article>
            </FoldContext.Provider>
        </DoingContext.Provider>
    );
}

const isSmall = (): boolean => matchMedia('(max-width: 48rem)').matches;

/** What begins or carries this part of the way, and is therefore said at once. */
function useFirst(of: Case): (Item | null)[] {
    const doing = useDoing();
    const planned = of.meetings?.find((meeting) => meeting.state === 'planned');
    return [
        ...(of.referral ? referralActs(doing) : []),
        planned ? doing.one('open_meeting', { about: planned.id, of: planned.name }) : null,
    ];
}

/** These are about a line of the log, and stand there. */
const inLog = ['correct', 'take_back'];

function Head({ of }: { of: Case }): JSX.Element {
    const doing = useDoing();
    if (of.log) inLog.forEach((act) => doing.one(act));
    return (
        <header class="case-head">
            <p class="quiet">
                {of.model.name}
                {of.round > 1 ? ` · ${t('case.round', { n: of.round })}` : ''}
                {called(of) === of.name ? ` · ${t('case.number', { n: String(of.number) })}` : ''}
            </p>
            <h1 tabIndex={-1}>
                <bdi>{called(of)}</bdi>
            </h1>
            <p>
                {of.me.map((role) => (
                    <Tag key={role.role}>{role.name}</Tag>
                ))}{' '}
                {of.log ? (
                    <a class="small" href={`/cases/${of.id}/log`}>
                        {t('case.log')}
                    </a>
                ) : null}
            </p>
            <Journey of={of.journey} />
        </header>
    );
}

/** How the method was followed, read beside the case and again when the case has changed. */
function HowFollowed({ of }: { of: Case }): JSX.Element | null {
    const read = useRead(`fidelity ${of.id} ${of.version}`, () => wire.fidelity(of.id));
    return read.value ? <FidelitySection of={read.value} open={false} /> : null;
}

/** GN9: what the house asks of meetings stands beside the meeting, and in the forms that plan for it. */
const besideMeetings = (of: Case): Beside => ({
    meeting: (meeting) => <AskedThatDay of={meeting} all={of.restrictions} />,
    none: of.status.is === 'running' ? <AskedAtMeetings all={of.restrictions} /> : null,
});
const noted = ['plan_meeting', 'invite', 'record_answer'];

function Sections({ of }: { of: Case }): JSX.Element {
    const opens = opensOf(of, isSmall());
    const acts = useFirst(of);
    const on = meetingOn(of);
    const known = of.people ?? [];
    // What is said, agreed and asked: in a meeting and when there is a plan it comes first, else in its turn.
    const planned = hasPlan(of);
    const meetings = of.meetings || of.accounts || of.offers ? <Meetings of={of} open={opens.meetings} beside={besideMeetings(of)} /> : null;
    const held = (
        <>
            {planned ? null : meetings}
            {of.plan ? <PlanSection of={of.plan} open={opens.plan} /> : null}
            <Reviews of={of.meetings ?? []} open={opens.followup} />
            {planned ? meetings : null}
        </>
    );
    const first = on !== undefined || planned;
    return (
        <>
            {on ? null : <Now of={of} go={go} first={acts} />}
            <OwnWords of={of} />
            {on ? <LeadMeeting of={on} /> : null}
            {first ? held : null}
            {on ? <NowBrief of={of} open={opens.stage} /> : null}
            {of.referral ? <ReferralSection of={of.referral} open={opens.referral} /> : null}
            {of.questions ? <QuestionsSection of={of.questions} open={opens.questions} /> : null}
            {of.people ? <Circle of={of} open={opens.circle} /> : null}
            {of.consents ? <Consents of={of.consents} open={opens.consents} /> : null}
            <Preparation of={known} open={opens.preparation} />
            {of.safety ? <SafetyNotes of={of.safety} open={opens.safety} /> : null}
            {first ? null : held}
            {of.evaluation ? <Evaluation of={of.evaluation} open={opens.evaluation} /> : null}
            {of.fidelity ? <HowFollowed of={of} /> : null}
            {of.papers ? <Papers of={of.papers} open={opens.papers} /> : null}
        </>
    );
}
