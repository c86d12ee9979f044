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

function One({ of }: { of: Looked }): JSX.Element {
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
                {of.case_id ? (
                    <a href={`/looks?case=${of.case_id}`}>
                        <bdi>{of.case_name}</bdi>
                    </a>
                ) : (
                    <bdi>{of.case_name}</bdi>
                )}
            </p>
            <Facts of={[sayWhat(of), sayWhom(of)]} />
        </li>
    );
}

/** Who was shown what of whom, by day. `part`: only somebody's looks, or those at one case. */
export function LooksPage(props: { of: readonly Looked[]; part: boolean; onMore: (() => void) | null }): JSX.Element {
    return (
        <>
            <h1 tabIndex={-1}>{t('looks.title')}</h1>
            <p class="quiet">{t('looks.about')}</p>
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
                        {looks.map((one) => (
                            <One key={`${one.at}${one.staff}${one.look}${one.case_id}${one.case_name}${one.until}`} of={one} />
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
