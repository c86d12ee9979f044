import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { DoingContext } from '../base/doing.ts';
import { type Place, go } from '../base/route.ts';
import { Button } from '../look/parts.tsx';
import { DeskPage, deskTitle } from '../rooms/desk/desk.tsx';
import { type Read, useRead } from '../wire/use.ts';
import { type Can, type Done, wire } from '../wire/wire.ts';
import { useHouse } from './house.ts';
import { CasePage, CasesList, CommitteePage, Figures, LogPage, LooksList, MePage, Restrictions, StaffList } from './inner.ts';
import { type Ground, type Rows, makeDoing, noRows, rowsOf } from './make-doing.ts';
import { More } from './more.tsx';
import { t } from './t.ts';

export function Page({ place, onSignOut }: { place: Place; onSignOut(): void }): JSX.Element {
    const [, room, id, part] = place.path.split('/');
    switch (room) {
        case '':
        case 'desk':
            return <Desk />;
        case 'cases':
            if (!id) return <CasesList query={place.query} />;
            return part === 'log' ? <LogPage key={id} id={id} /> : <CasePage key={id} id={id} />;
        case 'committee':
            return <CommitteePage />;
        case 'method':
            return <Figures query={place.query} />;
        case 'staff':
            return <StaffList />;
        case 'looks':
            return <LooksList key={place.query.toString()} query={place.query} />;
        case 'restrictions':
            return <Restrictions />;
        case 'me':
            return <MePage onSignOut={onSignOut} />;
        default:
            return <Missing />;
    }
}

/** A page's name in the window, and the reader's place at its heading when it is a new page. */
export function useTitle(title: string | null): void {
    const said = useRef(false);
    useEffect(() => {
        if (title === null) return;
        document.title = `${title} · ${t('sign.name')}`;
        if (!said.current) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
        said.current = true;
    }, [title]);
}

export function Missing(): JSX.Element {
    useTitle(t('page.missing'));
    return (
        <div class="narrow stack">
            <h1 tabIndex={-1}>{t('page.missing')}</h1>
            <p class="lead">{t('page.missing.about')}</p>
            <p>
                <a href="/desk">{t('page.back')}</a>
            </p>
        </div>
    );
}

/** What was read, or in words why it was not. */
export function Loaded<V>(props: { read: Read<V>; children: (value: V) => ComponentChildren }): JSX.Element {
    const { read } = props;
    if (read.value) return <>{props.children(read.value)}</>;
    if (!read.failed) return <p class="quiet">{t('page.loading')}</p>;
    if (read.failed.status === 404 || read.failed.status === 403) return <Missing />;
    return (
        <div class="narrow stack">
            <h1 tabIndex={-1}>{t('page.failed')}</h1>
            <p class="lead">{read.failed.trouble.message || t('page.failed.about')}</p>
            <Button onClick={() => void read.reload()}>{t('page.again')}</Button>
        </div>
    );
}

/** Gives the rooms what can be done here, and puts below what has found no place. */
export function Bench(props: {
    can: readonly Can[];
    of: object;
    reload(): Promise<object | null>;
    after?: (done: Done, act: string) => void;
    more?: boolean;
    children: ComponentChildren;
}): JSX.Element {
    const house = useHouse();
    const ground: Ground = {
        house,
        can: props.can,
        caseId: '',
        sees: [],
        rows: rowsOf(props.of),
        reload: async (): Promise<Rows> => rowsOf((await props.reload()) ?? noRows),
        ...(props.after ? { after: props.after } : {}),
    };
    const doing = makeDoing(ground);
    return (
        <DoingContext.Provider value={doing}>
            {props.children}
            <More doing={doing} />
        </DoingContext.Provider>
    );
}

function Desk(): JSX.Element {
    const { me } = useHouse();
    const read = useRead('desk', wire.desk);
    useTitle(read.value ? deskTitle() : null);
    const begun = (done: Done) => {
        if (done.case_id) go(`/cases/${done.case_id}`);
    };
    return (
        <Loaded read={read}>
            {(desk) => (
                <Bench can={desk.can} of={desk} reload={read.reload} after={begun}>
                    <DeskPage of={desk} me={me} />
                </Bench>
            )}
        </Loaded>
    );
}
