import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Line } from '../../look/fields.tsx';
import { Button } from '../../look/parts.tsx';
import { Sign } from '../../look/sign.tsx';
import { type Me, wire } from '../../wire/wire.ts';
import { t } from './t.ts';

export const entranceTitle = (): string => t('entrance.title');

export function SignIn(props: {
    onIn(me: Me): void;
    /** Said above the form: the session has ended. */
    ended?: { title: string; about: string } | undefined;
}): JSX.Element {
    const [mail, setMail] = useState('');
    const [password, setPassword] = useState('');
    const [code, setCode] = useState('');
    const [wrong, setWrong] = useState('');
    const [busy, setBusy] = useState(false);
    const send = async (event: Event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        const answer = await wire.signIn(mail.trim(), password, code.replace(/\s/g, ''));
        setBusy(false);
        if (answer.ok) return props.onIn(answer.value);
        setCode('');
        setWrong(answer.status === 0 ? t('entrance.unreached') : answer.trouble.message || t('entrance.wrong'));
        document.getElementById('sign-in-wrong')?.focus();
    };
    return (
        <div class={props.ended ? 'entrance' : 'entrance wide'}>
            <div class="great-sign">
                <Sign size={380} />
            </div>
            <h1 tabIndex={-1}>{props.ended?.title ?? t('entrance.title')}</h1>
            <p class="lead">{props.ended?.about ?? t('entrance.about')}</p>
            <form class="form" noValidate onSubmit={send}>
                <div id="sign-in-wrong" tabIndex={-1} role="alert">
                    {wrong ? <p class="trouble">{wrong}</p> : null}
                </div>
                <Line id="mail" label={t('entrance.mail')} type="email" dir="ltr" autocomplete="username" value={mail} onInput={setMail} />
                <Line
                    id="password"
                    label={t('entrance.password')}
                    type="password"
                    dir="ltr"
                    autocomplete="current-password"
                    value={password}
                    onInput={setPassword}
                />
                <Line
                    id="code"
                    label={t('entrance.code')}
                    hint={t('entrance.code.hint')}
                    inputmode="numeric"
                    dir="ltr"
                    autocomplete="one-time-code"
                    value={code}
                    onInput={setCode}
                />
                <Button submit busy={busy}>
                    {t('entrance.go')}
                </Button>
            </form>
            {props.ended ? null : (
                <p>
                    <a href="/accept">{t('entrance.invited')}</a>
                </p>
            )}
        </div>
    );
}
