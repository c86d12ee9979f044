// What is open on a case's page when one comes to it: what matters now. The rest is one tap away.
import type { Case } from '../wire/wire.ts';

export const sections = [
    'stage', 'referral', 'questions', 'circle', 'consents', 'preparation', 'safety', 'meetings', 'plan',
    'followup', 'evaluation', 'papers',
] as const;
export type Opens = Record<(typeof sections)[number], boolean>;

export const meetingOn = (of: Case) =>
    of.meetings?.find((meeting) => meeting.state === 'open' || meeting.state === 'paused');

/** Somebody in the circle waits for a yes, an invitation or an answer, and this reader can see to it. */
function somebodyWaits(of: Case): boolean {
    const can = (act: string): string[] =>
        of.can.filter((one) => one.act === act).flatMap((one) => (one.about ?? one.for_whom).map(({ id }) => id));
    const [deciding, inviting, answering] = [can('decide_invitation'), can('invite'), can('record_answer')];
    return (of.people ?? []).some(
        ({ id, standing, invitation }) =>
            (standing === 'waiting' && deciding.includes(id)) ||
            (standing === 'yes' && !invitation && inviting.includes(id)) ||
            (invitation?.answer === '' && answering.includes(id)),
    );
}

/** It has begun, and somebody is left to prepare. */
const isPreparing = (of: Case): boolean => {
    const about = of.can.find((can) => can.act === 'record_preparation')?.about ?? [];
    const people = of.people ?? [];
    const begun = people.some((person) => person.prepared || person.invitation) || (of.meetings ?? []).length > 0;
    return begun && people.some((one) => about.some((row) => row.id === one.id) && (!one.prepared || one.prepared.missing.length > 0));
};

/** There is a plan, or what is to become one. */
export const hasPlan = ({ plan }: Case): boolean =>
    plan !== null && (plan.handed_at !== null || plan.actions.length > 0);

/** Nothing is asked yet, or somebody has not agreed. */
const isAsking = ({ questions, can }: Case): boolean =>
    questions !== null &&
    (questions.not_yet_agreed.length > 0 || questions.questions.length + questions.purposes.length === 0) &&
    can.some(({ act }) => ['write_question', 'choose_purpose', 'agree_questions'].includes(act));

/** One is planned, or it is time to plan one. */
const isPlanning = (of: Case): boolean =>
    (of.meetings ?? []).some((meeting) => meeting.state === 'planned') ||
    of.can.some((can) => can.act === 'plan_meeting' && can.about === null);

/** On a `small` page what is prepared lies folded with how it stands: one sees all of it at once. */
export function opensOf(of: Case, small = false): Opens {
    const on = meetingOn(of) !== undefined;
    const runs = of.status.is === 'running' || of.status.is === 'postponed';
    const before = runs && !on;
    const prepared = before && !small;
    // In a meeting what was said makes room for what is agreed.
    const spoken = on && !(small && hasPlan(of));
    return {
        stage: !on,
        referral: before && (of.meetings === null || of.referral?.identity_linked === false),
        questions: spoken || (prepared && isAsking(of)),
        circle: prepared && (of.meetings === null || of.meetings.length === 0 || somebodyWaits(of)),
        consents: prepared && (of.consents ?? []).some((consent) => !consent.whole),
        preparation: prepared && isPreparing(of),
        safety: false,
        meetings: spoken || (prepared && isPlanning(of)),
        plan: on || hasPlan(of),
        followup: on || (runs && of.can.some((can) => can.act === 'answer_review' || can.act === 'report_action')),
        evaluation: false,
        papers: true,
    };
}

/** Where a case stands; when it goes on, what is open is decided anew. */
export function standsAt(of: Case): string {
    const stage = of.journey.find((one) => one.state === 'here')?.id ?? '';
    const step = meetingOn(of)?.steps.find((one) => one.state === 'here')?.id ?? '';
    return [of.round, stage, step, of.status.is].join('/');
}
