// What is open on a case's page when one comes to it: what matters now. The rest is one tap away.
import type { Case } from '../wire/wire.ts';

export const sections = [
    'stage', 'referral', 'questions', 'circle', 'consents', 'preparation', 'safety', 'meetings', 'plan',
    'followup', 'evaluation', 'papers',
] as const;
export type Opens = Record<(typeof sections)[number], boolean>;

export const meetingOn = (of: Case) =>
    of.meetings?.find((meeting) => meeting.state === 'open' || meeting.state === 'paused');

/** Somebody in the circle waits for a yes, an invitation or an answer. */
function somebodyWaits(of: Case): boolean {
    return (of.people ?? []).some(
        (person) =>
            person.standing === 'waiting' ||
            (person.standing === 'yes' && !person.invitation) ||
            person.invitation?.answer === '',
    );
}

const isUnready = (of: Case): boolean => {
    const about = of.can.find((can) => can.act === 'record_preparation')?.about ?? [];
    return (of.people ?? []).some(
        (person) => about.some((row) => row.id === person.id) && (!person.prepared || person.prepared.missing.length > 0),
    );
};

export function opensOf(of: Case): Opens {
    const on = meetingOn(of) !== undefined;
    const runs = of.status.is === 'running' || of.status.is === 'postponed';
    const before = runs && !on;
    const hasPlan = of.plan !== null && (of.plan.handed_at !== null || of.plan.actions.length > 0);
    return {
        stage: !on,
        referral: before && (of.meetings === null || of.referral?.identity_linked === false),
        questions: runs,
        circle: before && (of.meetings === null || of.meetings.length === 0 || somebodyWaits(of)),
        consents: runs && (of.consents ?? []).some((consent) => !consent.whole),
        preparation: before && isUnready(of),
        safety: false,
        meetings: runs,
        plan: on || hasPlan,
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
