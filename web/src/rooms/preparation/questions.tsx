import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { Acts, Empty, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Questions } from '../../wire/wire.ts';
import { t } from './t.ts';

const ofQuestions = ['write_question', 'agree_questions', 'choose_purpose'];

export function QuestionsSection({ of, open }: { of: Questions; open: boolean }): JSX.Element {
    const doing = useDoing();
    return (
        <Section id="questions" title={t('questions.title')} about={t('questions.about')} open={open}>
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
            {of.questions.length === 0 && of.purposes.length === 0 ? <Empty>{t('questions.none')}</Empty> : null}
            <ol class="questions">
                {of.questions.map((question) => (
                    <li key={question.id}>
                        <p class="question" dir="auto">
                            {question.text}
                        </p>
                        {question.by ? <p class="quiet small">{t('questions.by', { who: question.by })}</p> : null}
                        <RowActs items={doing.at(question.id, question.text)} />
                    </li>
                ))}
            </ol>
            {of.agreed_by.length > 0 ? <p>{t('questions.agreed', { who: of.agreed_by.join(', ') })}</p> : null}
            {of.not_yet_agreed.length > 0 ? (
                <p class="quiet">{t('questions.not_yet', { who: of.not_yet_agreed.join(', ') })}</p>
            ) : null}
            <Acts items={ofQuestions.map((act) => doing.one(act))} />
        </Section>
    );
}
