import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { shortDayOf } from '../../base/time.ts';
import { Acts, Empty, RowActs } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Safety } from '../../wire/wire.ts';
import { t } from './t.ts';

export function SafetyNotes({ of, open }: { of: readonly Safety[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    return (
        <Section
            id="safety"
            title={t('safety.title')}
            about={t('safety.about')}
            open={open}
            brief={of.length === 0 ? t('safety.none') : t('safety.brief', { n: of.length })}
        >
            {of.length === 0 ? <Empty>{t('safety.none')}</Empty> : null}
            <ul class="rows">
                {of.map((note) => (
                    <li key={note.id}>
                        <div class="row-main">
                            <span class="name">{note.about_name}</span>
                            <span class="quiet small">{shortDayOf(note.at)}</span>
                        </div>
                        <p class="words" dir="auto">
                            {note.text}
                        </p>
                        {note.keep_apart_from ? (
                            <p>
                                <strong>{t('safety.apart', { name: note.keep_apart_from })}</strong>
                            </p>
                        ) : null}
                        <RowActs items={doing.at(note.id, note.about_name)} />
                    </li>
                ))}
            </ul>
            <Acts items={[doing.one('note_safety')]} />
        </Section>
    );
}
