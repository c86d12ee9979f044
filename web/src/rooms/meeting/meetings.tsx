import type { ComponentChildren, JSX } from 'preact';
import { type Item, useDoing } from '../../base/doing.ts';
import { sayDay, sayShortDay, sayTime, shortDayOf } from '../../base/time.ts';
import { NeedList } from '../../look/needs.tsx';
import { Acts, Empty, Facts, Pairs, RowActs, Tag } from '../../look/parts.tsx';
import { Section } from '../../look/section.tsx';
import type { Case, Meeting, Offer, Text } from '../../wire/wire.ts';
import { needWords, Toward } from './lead.tsx';
import { Steps } from './steps.tsx';
import { t } from './t.ts';

const outcomes = ['held', 'main_person_absent', 'broken_off', 'cancelled'] as const;
const states = ['planned', 'open', 'paused', 'ended'] as const;

function sayState(of: Meeting): string {
    const outcome = outcomes.find((one) => one === of.outcome);
    if (outcome) return t(`meeting.outcome.${outcome}`);
    return t(`meeting.state.${states.find((one) => one === of.state) ?? 'planned'}`);
}

/** While a meeting is on these stand beside each name, above. */
const byTap = ['arrive', 'leave'];
/** These stand under their own headings. */
const below = ['give_account', 'offer_support'];

const sayWhen = (of: Meeting): string =>
    t('meeting.when', { day: sayDay(of.day), from: sayTime(of.starts), to: sayTime(of.ends) });

/** What another room says about a meeting, or about all that have no day yet. */
export interface Beside {
    meeting(of: Meeting): ComponentChildren;
    none: ComponentChildren;
}

function Planned({ of, beside }: { of: Meeting; beside: Beside }): JSX.Element {
    const doing = useDoing();
    const unmet = of.needs.filter((need) => !need.met && !need.passed);
    const all = doing.at(of.id, of.name, 'meeting');
    const begins = (item: Item): boolean => item.act === 'open_meeting';
    const acts = [...all.filter(begins), ...all.filter((item) => !begins(item))];
    return (
        <div class="planned">
            <h3>{of.name}</h3>
            <p class="when">{sayWhen(of)}</p>
            <Pairs
                of={[
                    [t('meeting.where'), of.place],
                    [t('meeting.link'), of.link ? <bdi dir="ltr">{of.link}</bdi> : ''],
                ]}
            />
            {beside.meeting(of)}
            {of.needs.length > 0 && unmet.length > 0 ? (
                <>
                    <h4>{t('meeting.to_open')}</h4>
                    <NeedList
                        of={of.needs}
                        words={needWords()}
                        under={(need) => <Toward need={need} />}
                    />
                </>
            ) : null}
            {of.steps.length > 1 ? (
                <details class="more">
                    <summary>{t('meeting.how', { n: of.steps.length })}</summary>
                    <Steps of={of.steps} places />
                </details>
            ) : null}
            <Acts first={unmet.length === 0 && acts[0]?.act === 'open_meeting'} items={acts} />
        </div>
    );
}

/** Who was needed and was not there, and what was done about it. */
function Absent({ of }: { of: readonly Text[] }): JSX.Element | null {
    const doing = useDoing();
    if (of.length === 0) return null;
    return (
        <ul class="rows">
            {of.map((one) => (
                <li key={one.id}>
                    <p>{t('meeting.absent', { name: one.heading })}</p>
                    {one.text ? (
                        <p class="words" dir="auto">
                            {one.text}
                        </p>
                    ) : null}
                    <RowActs
                        items={doing.at(one.id, one.heading).filter((item) => item.act === 'follow_up_absence')}
                    />
                </li>
            ))}
        </ul>
    );
}

function Earlier({ of }: { of: Meeting }): JSX.Element {
    const doing = useDoing();
    return (
        <li>
            <div class="row-main">
                <span class="name">{of.name}</span>
                <span>{sayShortDay(of.day)}</span>
                <Tag>{sayState(of)}</Tag>
            </div>
            <Facts of={[of.place, of.outcome_why]} />
            <Absent of={of.absent} />
            <RowActs items={doing.at(of.id, of.name, 'meeting')} />
        </li>
    );
}

function Accounts({ of }: { of: readonly Text[] }): JSX.Element | null {
    const doing = useDoing();
    const give = doing.one('give_account');
    if (of.length === 0 && !give) return null;
    return (
        <div>
            <h3>{t('meeting.accounts')}</h3>
            {of.length === 0 ? <Empty>{t('meeting.accounts.none')}</Empty> : null}
            <ul class="rows">
                {of.map((account) => (
                    <li key={account.id}>
                        <p class="words" dir="auto">
                            {account.text}
                        </p>
                        <p class="by">
                            {account.by || account.heading}
                            {account.at ? `, ${shortDayOf(account.at)}` : ''}
                        </p>
                        <RowActs items={doing.at(account.id, account.by || account.heading)} />
                    </li>
                ))}
            </ul>
            <Acts items={[give]} />
        </div>
    );
}

function Offers({ of }: { of: readonly Offer[] }): JSX.Element | null {
    const doing = useDoing();
    const offer = doing.one('offer_support');
    if (of.length === 0 && !offer) return null;
    return (
        <div>
            <h3>{t('meeting.offers')}</h3>
            {of.length === 0 ? <Empty>{t('meeting.offers.none')}</Empty> : null}
            <ul class="rows">
                {of.map((one) => (
                    <li key={one.id}>
                        <p class="words" dir="auto">
                            {one.text}
                        </p>
                        <Facts
                            of={[one.by, one.until ? t('meeting.offer.until', { day: sayShortDay(one.until) }) : '']}
                        />
                        <RowActs items={doing.at(one.id, one.by)} />
                    </li>
                ))}
            </ul>
            <Acts items={[offer]} />
        </div>
    );
}

/** The next one, else the last. */
function sayBrief(of: readonly Meeting[]): string {
    const one = of.find((meeting) => meeting.state === 'planned') ?? of[0];
    if (!one) return t('meeting.none');
    return [one.name, sayShortDay(one.day), one.state === 'planned' ? '' : sayState(one)].filter(Boolean).join(', ');
}

export function Meetings({ of, open, beside }: { of: Case; open: boolean; beside: Beside }): JSX.Element {
    const doing = useDoing();
    const meetings = of.meetings ?? [];
    const planned = meetings.filter((meeting) => meeting.state === 'planned');
    const on = meetings.some((meeting) => meeting.state === 'open' || meeting.state === 'paused');
    const elsewhere = [...(on ? byTap : []), ...(of.accounts && of.offers ? below : [])];
    const rest = doing.of('meeting').filter((item) => !elsewhere.includes(item.act));
    const ended = meetings.filter((meeting) => meeting.state === 'ended');
    return (
        <Section id="meetings" title={t('meeting.title')} open={open} brief={sayBrief(meetings)}>
            {meetings.length === 0 ? <Empty>{t('meeting.none')}</Empty> : null}
            {planned.map((meeting) => (
                <Planned key={meeting.id} of={meeting} beside={beside} />
            ))}
            {planned.length === 0 && !on ? beside.none : null}
            {of.accounts ? <Accounts of={of.accounts} /> : null}
            {of.offers ? <Offers of={of.offers} /> : null}
            {ended.length > 0 ? (
                <>
                    <h3>{t('meeting.earlier')}</h3>
                    <ul class="rows">
                        {ended.map((meeting) => (
                            <Earlier key={meeting.id} of={meeting} />
                        ))}
                    </ul>
                </>
            ) : null}
            <Acts items={rest} />
        </Section>
    );
}
