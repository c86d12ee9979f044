import type { ComponentChildren, JSX } from 'preact';
import { followLinks } from '../base/route.ts';
import { type Language, languages } from '../base/words.ts';
import { Sign } from '../look/sign.tsx';
import { t } from './t.ts';

export interface Door {
    path: string;
    name: string;
    here: boolean;
    me?: boolean;
}

/** What stands around every page. */
export function Frame(props: {
    children: ComponentChildren;
    doors?: readonly Door[];
    language?: Language;
    onLanguage?: (language: Language) => void;
    reached: boolean;
    said?: string;
}): JSX.Element {
    return (
        <div class="frame" onClick={followLinks}>
            <a class="skip" href="#content">
                {t('nav.skip')}
            </a>
            <header class="masthead">
                <div>
                    <a class="sign" href="/">
                        <Sign />
                        {t('sign.name')}
                    </a>
                    {props.doors ? (
                        <nav aria-label={t('nav.main')}>
                            {props.doors.map((door) => (
                                <a
                                    key={door.path}
                                    href={door.path}
                                    class={door.me ? 'me' : undefined}
                                    aria-current={door.here ? 'page' : undefined}
                                >
                                    {door.name}
                                </a>
                            ))}
                        </nav>
                    ) : null}
                </div>
            </header>
            <div class="band" role="status">
                {props.reached ? null : <p class="wrap">{t('page.offline')}</p>}
            </div>
            <main class="wrap" id="content" tabIndex={-1}>
                {props.children}
            </main>
            <div class="said" role="status">
                {props.said ? <p>{props.said}</p> : null}
            </div>
            <footer class="foot no-print">
                {props.onLanguage ? (
                    <Languages now={props.language ?? 'sv'} onPick={props.onLanguage} />
                ) : (
                    <p>{t('foot.house')}</p>
                )}
            </footer>
        </div>
    );
}

function Languages({ now, onPick }: { now: Language; onPick(language: Language): void }): JSX.Element {
    return (
        <div class="acts tight">
            {languages.map((one) => (
                <button
                    key={one}
                    type="button"
                    class="plain"
                    lang={one}
                    aria-pressed={one === now}
                    onClick={() => onPick(one)}
                >
                    {t(`language.${one}`)}
                </button>
            ))}
        </div>
    );
}
