// Plain paths by the history API; the server answers index.html for each of them.
import { useEffect, useState } from 'preact/hooks';

const moved = 'radslag:moved';

export function go(path: string, replace = false): void {
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    window.dispatchEvent(new Event(moved));
    window.scrollTo(0, 0);
}

export interface Place {
    path: string;
    query: URLSearchParams;
}

const here = (): Place => ({
    path: location.pathname.replace(/\/+$/, '') || '/',
    query: new URLSearchParams(location.search),
});

export function usePlace(): Place {
    const [place, set] = useState(here);
    useEffect(() => {
        const follow = () => set(here());
        window.addEventListener('popstate', follow);
        window.addEventListener(moved, follow);
        return () => {
            window.removeEventListener('popstate', follow);
            window.removeEventListener(moved, follow);
        };
    }, []);
    return place;
}

/** Clicks on links within the house, without loading it anew. */
export function followLinks(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download')) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin || to.pathname.startsWith('/api/')) return;
    if (to.pathname === location.pathname && to.hash) return;
    event.preventDefault();
    go(to.pathname + to.search);
}
