import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { encode } from 'uqr';
import { Line } from '../../look/fields.tsx';
import { Button } from '../../look/parts.tsx';
import { Sign } from '../../look/sign.tsx';
import { type Enrolment, type Trouble, wire } from '../../wire/wire.ts';
import { t } from './t.ts';

export const acceptTitle = (): string => t('accept.title');

function Qr({ of }: { of: string }): JSX.Element {
    const { data, size } = encode(of, { border: 2 });
    const path = data
        .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
        .join('');
    return (
        <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('accept.qr')}>
            <rect width={size} height={size} fill="#fff" />
            <path d={path} fill="#000" shape-rendering="crispEdges" />
        </svg>
    );
}

function Connect({ of }: { of: Enrolment }): JSX.Element {
    return (
        <>
            <h1 tabIndex={-1}>{t('accept.scan')}</h1>
            <p class="lead">{t('accept.scan.about')}</p>
            <div class="stack connect">
                <Qr of={of.uri} />
                <p>
                    <a href={of.uri}>{t('accept.open')}</a>
                </p>
                <p>{t('accept.by_hand')}</p>
                <p class="secret" dir="ltr">
                    {of.secret.replace(/(.{4})(?=.)/g, '$1 ')}
                </p>
                <p class="acts">
                    <a class="ds-button" data-variant="primary" href="/">
                        {t('accept.done')}
                    </a>
                </p>
            </div>
        </>
    );
}

export function Accept(): JSX.Element {
    const [mail, setMail] = useState('');
    const [invitation, setInvitation] = useState('');
    const [password, setPassword] = useState('');
    const [trouble, setTrouble] = useState<Trouble | null>(null);
    const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
    const [busy, setBusy] = useState(false);
    const wrong = (field: string) => trouble?.fields.find((f) => f.field === field)?.value;
    // Told at its field, where it has one.
    const atField = trouble?.fields.some((f) => f.value.includes(trouble.message));
    const message = atField ? '' : trouble?.message;
    const send = async (event: Event) => {
        event.preventDefault();
        if (busy) return;
        setBusy(true);
        const answer = await wire.accept(mail.trim(), invitation.trim(), password);
        setBusy(false);
        if (answer.ok) return setEnrolment(answer.value);
        setTrouble(
            answer.status === 0 ? { ...answer.trouble, message: t('entrance.unreached') } : answer.trouble,
        );
    };
    if (enrolment) {
        return (
            <div class="narrow entrance">
                <Connect of={enrolment} />
            </div>
        );
    }
    return (
        <div class="entrance wide">
            <div class="great-sign">
                <Sign size={380} />
            </div>
            <h1 tabIndex={-1}>{t('accept.title')}</h1>
            <p class="lead">{t('accept.about')}</p>
            <form class="form" noValidate onSubmit={send}>
                <div role="alert">{message ? <p class="trouble">{message}</p> : null}</div>
                <Line id="mail" label={t('entrance.mail')} type="email" dir="ltr" autocomplete="username" value={mail} wrong={wrong('mail')} onInput={setMail} />
                <Line id="invitation" label={t('accept.invitation')} dir="ltr" value={invitation} wrong={wrong('invitation')} onInput={setInvitation} />
                <Line
                    id="password"
                    label={t('accept.password')}
                    hint={t('accept.password.hint')}
                    type="password"
                    dir="ltr"
                    autocomplete="new-password"
                    value={password}
                    wrong={wrong('password')}
                    onInput={setPassword}
                />
                <Button submit busy={busy}>
                    {t('accept.go')}
                </Button>
            </form>
        </div>
    );
}
