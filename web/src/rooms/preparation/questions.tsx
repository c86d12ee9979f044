import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayList } from '../../base/time.ts';
import { Acts, Empty, OpenRow, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Questions, Text } from '../../wire/wire.ts';
import { t } from './t.ts';

const ofQuestions = ['write_question', 'agree_questions', 'choose_purpose'];

function Row({ of }: { of: Text }): JSX.Element {
    const doing = useDoing();
    const acts = doing.at(of.id, of.text);
    const head = (
        <div class="who">
            <p class="question">
                <bdi>{of.text}</bdi>
            </p>
            {of.by ? <p class="quiet small">{t('questions.by', { who: of.by })}</p> : null}
        </div>
    );
    return (
        <li>
            {acts.length > 0 ? (
                <OpenRow head={head}>
                    <RowActs items={acts} />
                </OpenRow>
            ) : (
                head
            )}
        </li>
    );
}

export function QuestionsSection({ of, open }: { of: Questions; open: boolean }): JSX.Element | null {
    const doing = useDoing();
    const acts = ofQuestions.map((act) => doing.one(act));
    const empty = of.questions.length === 0 && of.purposes.length === 0 && !of.purpose_text;
    // A model that asks nothing beforehand.
    if (empty && !acts.some(Boolean)) return null;
    return (
        <Section
            id="questions"
            title={t('questions.title')}
            about={t('questions.about')}
            open={open}
            brief={[
                of.questions.length > 0 ? t('questions.brief', { n: of.questions.length }) : of.purposes.join(', '),
                of.not_yet_agreed.length > 0 ? t('questions.brief.left') : '',
            ]
                .filter(Boolean)
                .join(', ')}
            waits={of.not_yet_agreed.length > 0}
        >
            {of.purposes.length > 0 || of.purpose_text ? (
                <>
                    <h3>{t('questions.purpose')}</h3>
                    <ul>
                        {of.purposes.map((purpose) => (
                            <li key={purpose}>{purpose}</li>
                        ))}
                    </ul>
                    <p class="words">{of.purpose_text}</p>
                </>
            ) : null}
            {empty ? <Empty>{t('questions.none')}</Empty> : null}
            <ol class="questions">
                {of.questions.map((question) => (
                    <Row key={question.id} of={question} />
                ))}
            </ol>
            {of.agreed_by.length > 0 ? <p>{t('questions.agreed', { who: sayList(of.agreed_by) })}</p> : null}
            {of.not_yet_agreed.length > 0 ? (
                <p class="quiet">{t('questions.not_yet', { who: sayList(of.not_yet_agreed) })}</p>
            ) : null}
            <Acts items={acts} />
        </Section>
    );
}
