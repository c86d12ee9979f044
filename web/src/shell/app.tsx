import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Drafts } from '../base/drafts.ts';
import { go, usePlace } from '../base/route.ts';
import { useClock } from '../base/time.ts';
import { type Language, currentLanguage } from '../base/words.ts';
import { Accept } from '../rooms/entrance/accept.tsx';
import { SignIn } from '../rooms/entrance/sign-in.tsx';
import { type Act, type Me, listen, wire } from '../wire/wire.ts';
import { Frame } from './frame.tsx';
import { isLanguage, loadLanguage, loadTexts } from './language.ts';
import { lazy } from './lazy.tsx';
import type { RoomsProps } from './rooms.tsx';
import { t } from './t.ts';
import { UnfetchedHouse } from './unfetched.tsx';

const Rooms = lazy<RoomsProps>(() => import('./rooms.tsx').then((module) => module.Rooms), UnfetchedHouse);

type Session =
    | { is: 'asking' }
    | { is: 'out' }
    | { is: 'lost' } // the server was not reached
    | { is: 'in'; me: Me; acts: ReadonlyMap<string, Act>; ended: boolean };

export function App(): JSX.Element {
    const place = usePlace();
    const [session, setSession] = useState<Session>({ is: 'asking' });
    const [reached, setReached] = useState(true);
    const [language, setLanguage] = useState<Language>(currentLanguage());

    const speak = useCallback(async (wanted: Language) => {
        if (wanted !== currentLanguage()) await loadLanguage(wanted);
        setLanguage(wanted);
    }, []);
    const enter = useCallback(
        async (me: Me) => {
            useClock(me.zone, me.today);
            try {
                if (isLanguage(me.language)) await speak(me.language);
                await loadTexts('house');
            } catch {
                return setSession({ is: 'lost' });
            }
            const acts = await wire.acts();
            if (!acts.ok) return setSession({ is: 'lost' });
            setSession({ is: 'in', me, acts: new Map(acts.value.acts.map((act) => [act.name, act])), ended: false });
        },
        [speak],
    );
    const ask = useCallback(async () => {
        const me = await wire.me();
        if (me.ok) await enter(me.value);
        else setSession(me.status === 401 ? { is: 'out' } : { is: 'lost' });
    }, [enter]);

    useEffect(() => {
        listen(
            () => setSession((now) => (now.is === 'in' ? { ...now, ended: true } : now)),
            setReached,
        );
        void ask();
    }, [ask]);

    const signOut = async (me: Me) => {
        await wire.signOut();
        new Drafts(localStorage, me.id).dropAll();
        wire.forget();
        setSession({ is: 'out' });
        go('/');
    };
    const outside = { language, reached, onLanguage: (wanted: Language) => void speak(wanted) };

    if (place.path === '/accept') {
        return (
            <Frame {...outside}>
                <Accept />
            </Frame>
        );
    }
    switch (session.is) {
        case 'asking':
            return <Frame {...outside}>{null}</Frame>;
        case 'lost':
            return (
                <Frame {...outside}>
                    <Lost onAgain={() => void ask()} />
                </Frame>
            );
        case 'out':
            return (
                <Frame {...outside}>
                    <SignIn onIn={(me) => void enter(me)} />
                </Frame>
            );
        case 'in':
            return (
                <Rooms
                    key={session.me.id + language}
                    me={session.me}
                    acts={session.acts}
                    place={place}
                    reached={reached}
                    ended={session.ended}
                    onIn={(me) => void enter(me)}
                    onMe={enter}
                    onSignOut={() => void signOut(session.me)}
                />
            );
    }
}

function Lost({ onAgain }: { onAgain(): void }): JSX.Element {
    return (
        <div class="narrow">
            <h1 tabIndex={-1}>{t('page.failed')}</h1>
            <p class="lead">{t('page.failed.about')}</p>
            <button type="button" class="ds-button" onClick={onAgain}>
                {t('page.again')}
            </button>
        </div>
    );
}
