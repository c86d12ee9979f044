import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { called } from '../base/called.ts';
import { DoingContext, useDoing } from '../base/doing.ts';
import { go } from '../base/route.ts';
import { Tag } from '../look/parts.tsx';
import { Papers } from '../rooms/casepapers/papers.tsx';
import { Circle } from '../rooms/circle/circle.tsx';
import { SafetyNotes } from '../rooms/circle/safety.tsx';
import { Journey } from '../rooms/conference/journey.tsx';
import { Now } from '../rooms/conference/now.tsx';
import { Consents } from '../rooms/consent/consents.tsx';
import { Evaluation } from '../rooms/evaluation/evaluation.tsx';
import { Reviews } from '../rooms/followup/review.tsx';
import { LeadMeeting } from '../rooms/meeting/lead.tsx';
import { Meetings } from '../rooms/meeting/meetings.tsx';
import { OwnWords } from '../rooms/people/own-words.tsx';
import { PlanSection } from '../rooms/plan/plan.tsx';
import { Preparation } from '../rooms/preparation/prepared.tsx';
import { QuestionsSection } from '../rooms/preparation/questions.tsx';
import { ReferralSection } from '../rooms/referral/referral.tsx';
import { useRead } from '../wire/use.ts';
import { type Case, wire } from '../wire/wire.ts';
import { Contents } from './contents.tsx';
import { useHouse } from './house.ts';
import { makeDoing, noRows, rowsOf } from './make-doing.ts';
import { More } from './more.tsx';
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
            <article class="case">
                <Head of={of} />
                <Sections of={of} />
                <More doing={doing} />
            </article>
        </DoingContext.Provider>
    );
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
            <h1 tabIndex={-1} dir="auto">
                {called(of)}
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

function Sections({ of }: { of: Case }): JSX.Element {
    const on = of.meetings?.find((meeting) => meeting.state === 'open' || meeting.state === 'paused');
    const words = (of.people ?? []).map((person) => person.own_words).filter(Boolean);
    const known = of.people ?? [];
    return (
        <>
            {on ? <LeadMeeting of={on} /> : null}
            <Now of={of} go={go} />
            <Contents key={of.version} />
            <OwnWords of={of} />
            {of.referral ? <ReferralSection of={of.referral} /> : null}
            {of.questions ? <QuestionsSection of={of.questions} /> : null}
            {of.people ? <Circle of={of} /> : null}
            {of.consents ? <Consents of={of.consents} /> : null}
            {known.some((person) => person.prepared) || of.can.some((can) => can.act === 'record_preparation') ? (
                <Preparation of={known} />
            ) : null}
            {of.safety ? <SafetyNotes of={of.safety} /> : null}
            {of.meetings || of.accounts || of.offers ? <Meetings of={of} /> : null}
            {of.plan ? <PlanSection of={of.plan} words={words} /> : null}
            <Reviews of={of.meetings ?? []} />
            {of.evaluation ? <Evaluation of={of.evaluation} /> : null}
            {of.papers ? <Papers of={of.papers} /> : null}
        </>
    );
}
