import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Acts, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Meeting, Text } from '../../wire/wire.ts';
import { t } from './t.ts';

/** The follow-up questions of the meetings that have them. */
export function Reviews({ of, open }: { of: readonly Meeting[]; open: boolean }): JSX.Element | null {
    const doing = useDoing();
    const meetings = of.filter((meeting) => meeting.state !== 'planned' && meeting.review && meeting.review.length > 0);
    // The newest meeting is the one whose questions are answered now.
    const answer = (question: Text) =>
        doing.options('answer_review', 'question')?.includes(question.id)
            ? doing.one('answer_review', {
                  fields: { question: question.id, text: question.text },
                  slot: question.id,
                  of: question.heading,
              })
            : null;
    const answered = (meetings[0]?.review ?? []).some((question) => answer(question) !== null);
    const acts = doing.of('followup').filter((item) => item.act !== 'answer_review' || !answered);
    if (meetings.length === 0 && acts.length === 0) return null;
    return (
        <Section id="followup" title={t('followup.title')} about={t('followup.about')} open={open}>
            {meetings.map((meeting) => (
                <div key={meeting.id}>
                    <h3>
                        {meeting.name}, {sayShortDay(meeting.day)}
                    </h3>
                    <ul class="rows">
                        {(meeting.review ?? []).map((question) => (
                            <li key={question.id}>
                                <p class="question">{question.heading}</p>
                                <p class="words" dir="auto">
                                    {question.text || <span class="quiet">{t('followup.unanswered')}</span>}
                                </p>
                                <RowActs items={[meeting === meetings[0] ? answer(question) : null]} />
                            </li>
                        ))}
                    </ul>
                    <RowActs items={doing.at(meeting.id, meeting.name, 'followup')} />
                </div>
            ))}
            <Acts items={acts} />
        </Section>
    );
}
