import type { JSX } from 'preact';
import { useDoing } from '../../base/doing.ts';
import { sayShortDay } from '../../base/time.ts';
import { Acts, Empty, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Paper } from '../../wire/wire.ts';
import { t } from './t.ts';

function sayKind(kind: string): string {
    switch (kind) {
        case 'decision':
            return t('paper.decision');
        case 'notification':
            return t('paper.notification');
        default:
            return t('paper.investigation');
    }
}

export function Papers({ of, open }: { of: readonly Paper[]; open: boolean }): JSX.Element {
    const doing = useDoing();
    return (
        <Section id="papers" title={t('papers.title')} about={t('papers.about')} open={open}>
            {of.length === 0 ? <Empty>{t('papers.none')}</Empty> : null}
            <div class="rows">
                {of.map((paper) => (
                    <article key={paper.id} class="row">
                        <div class="row-main">
                            <h3 class="flat">{paper.title}</h3>
                            <Tag>{sayKind(paper.kind)}</Tag>
                        </div>
                        <p class="quiet small">
                            {t('papers.by', { who: paper.written_by, day: sayShortDay(paper.dated) })}
                        </p>
                        <p class="words" dir="auto">
                            {paper.text}
                        </p>
                        <RowActs items={doing.at(paper.id, paper.title)} />
                    </article>
                ))}
            </div>
            <Acts items={doing.of('casepapers')} />
        </Section>
    );
}
