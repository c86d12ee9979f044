import type { JSX } from 'preact';
import { dayOf, sayList, timeOf } from '../../base/time.ts';
import { named, upper } from '../../base/words.ts';
import { Button, Empty, Facts } from '../../look/parts.tsx';
import type { Looked } from '../../wire/wire.ts';
import { t } from './t.ts';

export const looksTitle = (): string => t('looks.title');

/** Those who looked at the same day, in the order in which they came. */
function byDay(looks: readonly Looked[]): [string, Looked[]][] {
    const days: [string, Looked[]][] = [];
    for (const one of looks) {
        const day = dayOf(one.at);
        const last = days.at(-1);
        if (last?.[0] === day) last[1].push(one);
        else days.push([day, [one]]);
    }
    return days;
}

const sayWhen = (of: Looked): string => {
    const [from, until] = [timeOf(of.at), timeOf(of.until)];
    return of.times === 1 || from === until ? from : t('looks.times', { from, until, n: of.times });
};

const sayWhom = (of: Looked): string => {
    const others = of.others > 0 ? [t('looks.others', { n: of.others })] : [];
    const all = [...of.whom, ...others];
    return all.length > 0 ? t('looks.whom', { who: sayList(all) }) : '';
};

const sayWhat = (of: Looked): string =>
    of.matters.length > 0 ? upper(sayList(of.matters.map((matter) => named(matter, `looks.matter.${matter}`)))) : '';

/** One after another of the same kind that tell of no more than a case's name are one line. */
function together(looks: readonly Looked[]): Looked[][] {
    const names = (one: Looked): boolean => one.matters.length === 0 && one.whom.length === 0 && one.others === 0;
    const lines: Looked[][] = [];
    for (const one of looks) {
        const before = lines.at(-1)?.[0];
        const same = before && before.staff === one.staff && before.look === one.look && sayWhen(before) === sayWhen(one);
        if (same && names(before) && names(one)) lines.at(-1)!.push(one);
        else lines.push([one]);
    }
    return lines;
}

function Of({ of }: { of: Looked }): JSX.Element {
    return of.case_id ? (
        <a href={`/looks?case=${of.case_id}`}>
            <bdi>{of.case_name}</bdi>
        </a>
    ) : (
        <bdi>{of.case_name}</bdi>
    );
}

function One({ of: all }: { of: readonly Looked[] }): JSX.Element {
    const of = all[0]!;
    const [what, whom] = [sayWhat(of), sayWhom(of)];
    return (
        <li>
            <div class="row-main">
                <h3 class="flat">
                    <a href={`/looks?staff=${of.staff}`}>
                        <bdi>{of.who}</bdi>
                    </a>
                </h3>
                <span class="quiet small">{sayWhen(of)}</span>
            </div>
            <p class="flat">
                {named(of.look, `looks.${of.look}`)}
                {of.case_name ? ': ' : ''}
                {all.map((one, i) => (
                    <span key={one.case_id || one.case_name}>
                        {i > 0 ? ', ' : ''}
                        <Of of={one} />
                    </span>
                ))}
            </p>
            {what || whom ? (
                <details class="more">
                    <summary>{t('looks.what')}</summary>
                    <Facts of={[what, whom]} />
                </details>
            ) : null}
        </li>
    );
}

/** Who was shown what of whom, by day. `part`: only somebody's looks, or those at one case. */
export function LooksPage(props: { of: readonly Looked[]; part: boolean; onMore: (() => void) | null }): JSX.Element {
    return (
        <>
            <div class="stack">
                <h1 tabIndex={-1}>{t('looks.title')}</h1>
                <p class="quiet">{t('looks.about')}</p>
            </div>
            {props.part ? (
                <p>
                    <a href="/looks">{t('looks.all')}</a>
                </p>
            ) : null}
            {props.of.length === 0 ? <Empty>{t('looks.none')}</Empty> : null}
            {byDay(props.of).map(([day, looks]) => (
                <section key={day} class="section" aria-label={upper(day)}>
                    <h2>{upper(day)}</h2>
                    <ul class="rows">
                        {together(looks).map((line) => (
                            <One key={`${line[0]!.at}${line[0]!.staff}${line[0]!.look}${line[0]!.case_id}${line[0]!.until}`} of={line} />
                        ))}
                    </ul>
                </section>
            ))}
            {props.onMore ? (
                <div class="acts">
                    <Button variant="secondary" onClick={props.onMore}>
                        {t('looks.more')}
                    </Button>
                </div>
            ) : null}
        </>
    );
}
