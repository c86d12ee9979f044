// The house while somebody is in: which page, which form is open, what was just done.
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Drafts } from '../base/drafts.ts';
import type { Place } from '../base/route.ts';
import { lookUp } from '../base/words.ts';
import { SignIn } from '../rooms/entrance/sign-in.tsx';
import { type Act, type Done, type Me, wire } from '../wire/wire.ts';
import type { Asked } from './form/engine.ts';
import { Sheet } from './form/sheet.tsx';
import { type Door, Frame } from './frame.tsx';
import { type House, HouseContext } from './house.ts';
import { ActForm, fetchAhead } from './inner.ts';
import { Page } from './page.tsx';
import { t } from './t.ts';

export interface RoomsProps {
    me: Me;
    acts: ReadonlyMap<string, Act>;
    place: Place;
    reached: boolean;
    ended: boolean;
    onIn(me: Me): void;
    onMe(me: Me): Promise<void>;
    onSignOut(): void;
}

interface Open {
    asked: Asked;
    after(done: Done): void;
    refresh(): Promise<number>;
}

export function Rooms(props: RoomsProps): JSX.Element {
    const { me, acts, place } = props;
    const [open, setOpen] = useState<Open | null>(null);
    const [secret, setSecret] = useState('');
    const [said, say] = useSaid();
    const [forms, setForms] = useState(0);
    const drafts = useMemo(() => new Drafts(localStorage, me.id), [me.id]);
    useEffect(fetchAhead, []);
    const house: House = {
        me, acts, drafts, say, forms,
        open: (asked, after, refresh) => setOpen({ asked, after, refresh }),
        refreshMe: async () => {
            const now = await wire.me();
            if (now.ok) await props.onMe(now.value);
        },
    };
    const close = () => {
        setOpen(null);
        setForms((n) => n + 1);
    };
    const done = (answer: Done, asked: Asked) => {
        close();
        say(whatHappened(answer, asked));
        if (answer.secret) setSecret(answer.secret);
        open?.after(answer);
    };
    return (
        <HouseContext.Provider value={house}>
            <Frame doors={doors(me, place.path)} reached={props.reached} said={said}>
                <Page place={place} onSignOut={props.onSignOut} />
            </Frame>
            {open ? (
                <ActForm
                    key={open.asked.act.name + open.asked.about + open.asked.for_whom}
                    asked={open.asked}
                    drafts={drafts}
                    onDone={done}
                    onClose={close}
                    refresh={open.refresh}
                />
            ) : null}
            {secret ? <Secret code={secret} onClose={() => setSecret('')} /> : null}
            {props.ended ? (
                <Sheet title="" onClose={() => {}}>
                    <SignIn ended={{ title: t('session.ended'), about: t('session.ended.about') }} onIn={props.onIn} />
                </Sheet>
            ) : null}
        </HouseContext.Provider>
    );
}

function doors(me: Me, path: string): Door[] {
    const is = (start: string) => path === start || path.startsWith(`${start}/`);
    const all: Door[] = [
        { path: '/desk', name: t('nav.desk'), here: path === '/' || is('/desk') },
        { path: '/cases', name: t('nav.cases'), here: is('/cases') },
        { path: '/method', name: t('nav.method'), here: is('/method') },
        { path: '/committee', name: t('nav.committee'), here: is('/committee') },
        { path: '/staff', name: t('nav.staff'), here: is('/staff') },
        { path: '/looks', name: t('nav.looks'), here: is('/looks') },
        { path: '/restrictions', name: t('nav.restrictions'), here: is('/restrictions') },
        { path: '/me', name: me.name, here: is('/me'), me: true },
    ];
    // Which pages are worth a door; each answers for itself who may read it.
    const wanted: Record<string, string[]> = {
        '/method': ['manager'],
        '/committee': ['committee', 'coordinator'],
        '/staff': ['administrator'],
        '/looks': ['manager'],
        '/restrictions': ['administrator'],
    };
    return all.filter((door) => wanted[door.path]?.some((office) => me.offices.includes(office)) ?? true);
}

function whatHappened(done: Done, asked: Asked): string {
    const happened = done.happened.length > 0 ? done.happened : [asked.act.name];
    const words = (name: string) => lookUp(`happened.${name}`) ?? '';
    // That a part of the way is behind is said by the one that has begun.
    const told = happened.filter((name, i) => i === 0 || name !== 'stage_left').map(words).filter(Boolean);
    const doubts = done.doubts.map((code) => lookUp(`doubt.${code}`) ?? '').filter(Boolean);
    return [...[...new Set(told)].map((what) => `${what}.`), ...doubts].join(' ');
}

/** What was just done, for a while: long enough to be read aloud. */
function useSaid(): [string, (text: string) => void] {
    const [said, set] = useState('');
    const timer = useRef(0);
    useEffect(() => () => clearTimeout(timer.current), []);
    return [
        said,
        (text) => {
            set(text);
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => set(''), 6000 + text.length * 40);
        },
    ];
}

function Secret({ code, onClose }: { code: string; onClose(): void }): JSX.Element {
    return (
        <Sheet title={t('done.secret')} onClose={onClose}>
            <div class="form">
                <p class="quiet">{t('done.secret.about')}</p>
                <p class="secret" dir="ltr">
                    {code}
                </p>
                <button type="button" class="ds-button" onClick={onClose}>
                    {t('done.close')}
                </button>
            </div>
        </Sheet>
    );
}
