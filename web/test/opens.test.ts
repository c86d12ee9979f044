import { describe, expect, it } from 'vitest';
import { opensOf, standsAt } from '../src/shell/opens.ts';
import type { Case, Meeting, Person } from '../src/wire/wire.ts';
import { planning, preparation as elsa } from '../dev/fixtures/swedish.ts';

const meeting = (state: string): Meeting => ({ ...elsa.meetings![0]!, state });
const with_ = (more: Partial<Case>): Case => ({ ...elsa, ...more });
const answered = (person: Person): Person => ({
    ...person,
    standing: person.standing && 'yes',
    invitation: person.standing ? { way: 'visit', invited_at: '', answer: 'in_room', note: '' } : null,
});

describe('what is open on a case page', () => {
    it('is the circle as long as somebody in it waits', () => {
        expect(opensOf(elsa).circle).toBe(true);
        const settled = with_({ people: elsa.people!.map(answered), meetings: [meeting('planned')] });
        expect(opensOf(settled).circle).toBe(false);
    });

    it('is of the questions only as long as somebody has not agreed', () => {
        expect(opensOf(elsa).questions).toBe(true);
        expect(opensOf(with_({ questions: { ...elsa.questions!, not_yet_agreed: [] } })).questions).toBe(false);
        expect(opensOf(with_({ questions: { ...elsa.questions!, questions: [], not_yet_agreed: [] } })).questions).toBe(true);
    });

    it('is of the meetings only when one is planned, or can be', () => {
        expect(opensOf(elsa).meetings).toBe(true);
        expect(opensOf(with_({ meetings: [meeting('ended')] })).meetings).toBe(true);
        const can = elsa.can.filter((one) => one.act !== 'plan_meeting');
        expect(opensOf(with_({ meetings: [meeting('ended')], can })).meetings).toBe(false);
    });

    it('is little of what is prepared on a small page, where the headings tell how it stands', () => {
        expect(opensOf(elsa, true)).toMatchObject({ stage: true, circle: false, consents: false, preparation: false, meetings: false });
        const on = with_({ meetings: [meeting('open')] });
        expect(opensOf(on, true)).toMatchObject({ meetings: true, questions: true });
        const agreeing = opensOf({ ...on, plan: planning.plan }, true);
        expect(agreeing).toMatchObject({ meetings: false, questions: false, plan: true });
    });

    it('is what is said, agreed and asked while a meeting is on', () => {
        const on = opensOf(with_({ meetings: [meeting('open')] }));
        expect(on).toMatchObject({ stage: false, circle: false, preparation: false, referral: false });
        expect(on).toMatchObject({ meetings: true, plan: true, followup: true, questions: true });
    });

    it('is little when the case has ended', () => {
        const ended = opensOf(with_({ status: { ...elsa.status, is: 'closed' } }));
        expect(ended).toMatchObject({ circle: false, consents: false, meetings: false, followup: false });
    });

    it('is decided anew when the case goes on', () => {
        const paused = standsAt(with_({ meetings: [meeting('paused')] }));
        expect(paused).not.toBe(standsAt(with_({ round: elsa.round + 1, meetings: [meeting('paused')] })));
    });
});
