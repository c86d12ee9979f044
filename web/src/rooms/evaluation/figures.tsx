import '../../look/table.css';
import type { JSX } from 'preact';
import { sayList, sayShortDay } from '../../base/time.ts';
import { Select } from '../../look/fields.tsx';
import { Button, Empty } from '../../look/parts.tsx';
import type { FidelityFigures, ModelFigures, RuleFigures } from '../../wire/wire.ts';
import { csvOf, figuresAsRows } from './csv.ts';
import { Unseen } from './fidelity.tsx';
import { t } from './t.ts';

const ways = ['kept', 'passed', 'late'] as const;

const sayNearlyAll = (rule: RuleFigures): string => {
    const way = ways.find((one) => one === rule.nearly_all);
    return way ? t(`figures.nearly_all.${way}`) : '';
};

/** A figure, or a word for why there is none: nobody reads a dash as nought. */
function Cell({ of, name, can = true }: { of: number | null; name: string; can?: boolean }): JSX.Element {
    if (!can) return <td class="figure none">–</td>;
    return (
        <td class="figure" data-name={name}>
            {of ?? <span class="quiet">{t('figures.hidden')}</span>}
        </td>
    );
}

function Row({ of, timed }: { of: RuleFigures; timed: boolean }): JSX.Element {
    const nearly = sayNearlyAll(of);
    return (
        <tr>
            <th scope="row">
                {of.text}
                <p class="quiet small flat">{[of.where, nearly].filter(Boolean).join('. ')}</p>
            </th>
            <Cell of={of.cases} name={t('figures.cases')} />
            <Cell of={of.kept} name={t('figures.kept')} />
            <Cell of={of.passed} name={t('figures.passed')} />
            {timed ? <Cell of={of.late} name={t('figures.late')} can={of.timed} /> : null}
        </tr>
    );
}

const isTold = (rule: RuleFigures): boolean => rule.cases !== null;
const hasFigures = (model: ModelFigures): boolean => model.rules.some(isTold);
const nameOf = (of: ModelFigures): string =>
    of.model_version > 1 ? t('figures.version', { model: of.model.name, n: of.model_version }) : of.model.name;

function ModelSection({ of }: { of: ModelFigures }): JSX.Element {
    const told = of.rules.filter(isTold);
    const few = of.rules.filter((rule) => !isTold(rule));
    const timed = told.some((rule) => rule.timed);
    const id = `model-${of.model.id}-${of.model_version}`;
    return (
        <section class="section" aria-labelledby={id}>
            <h2 id={id}>{nameOf(of)}</h2>
            <table class="cards figures">
                <thead>
                    <tr>
                        <th scope="col">{t('figures.rule')}</th>
                        <th scope="col">{t('figures.cases')}</th>
                        <th scope="col">{t('figures.kept')}</th>
                        <th scope="col">{t('figures.passed')}</th>
                        {timed ? <th scope="col">{t('figures.late')}</th> : null}
                    </tr>
                </thead>
                <tbody>
                    {told.map((rule) => (
                        <Row key={rule.id} of={rule} timed={timed} />
                    ))}
                </tbody>
            </table>
            {few.length > 0 ? (
                <details class="more">
                    <summary>{t('figures.few', { n: few.length })}</summary>
                    <ul class="rows">
                        {few.map((rule) => (
                            <li key={rule.id}>
                                {rule.text} <span class="quiet small">{rule.where}</span>
                            </li>
                        ))}
                    </ul>
                </details>
            ) : null}
            <Unseen of={of.unseen} />
        </section>
    );
}

function save(of: FidelityFigures): void {
    const heads = {
        model: t('figures.model'), year: t('figures.year'), until: t('figures.until'), rule: t('figures.rule'),
        where: t('figures.where'), cases: t('figures.cases.fives'), kept: t('figures.kept.fives'),
        passed: t('figures.passed.fives'), late: t('figures.late.fives'), nearly_all: t('figures.nearly_all'),
    };
    const text = csvOf(figuresAsRows(of, heads, sayNearlyAll));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    link.download = `${t('figures.file')}-${of.year}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function FiguresPage({ of, onYear }: { of: FidelityFigures; onYear(year: number): void }): JSX.Element {
    const told = of.models.filter(hasFigures);
    const few = of.models.filter((model) => !hasFigures(model));
    return (
        <>
            <div class="stack">
                <h1 tabIndex={-1}>{t('figures.title')}</h1>
                <p>{t('figures.about')}</p>
                <p class="quiet">{t('figures.fives')}</p>
            </div>
            <div class="filters no-print">
                <Select
                    id="figures-year"
                    label={t('figures.year')}
                    choices={of.years.map((year) => ({ value: String(year), label: String(year), hint: '' }))}
                    value={String(of.year)}
                    onPick={(year) => onYear(Number(year))}
                />
                {told.length > 0 ? (
                    <div class="acts">
                        <Button variant="secondary" onClick={() => save(of)}>
                            {t('figures.save')}
                        </Button>
                    </div>
                ) : null}
            </div>
            {of.until === null ? (
                <Empty>{t('figures.not_yet')}</Empty>
            ) : (
                <p class="quiet">{t('figures.counted', { year: String(of.year), day: sayShortDay(of.until) })}</p>
            )}
            {told.map((model) => (
                <ModelSection key={`${model.model.id} ${model.model_version}`} of={model} />
            ))}
            {of.until !== null && few.length > 0 ? (
                <p class="quiet">{t('figures.few_cases', { models: sayList(few.map(nameOf)) })}</p>
            ) : null}
        </>
    );
}
export const figuresTitle = (): string => t('figures.title');
