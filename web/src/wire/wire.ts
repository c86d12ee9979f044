// The only place that knows the contract.
import { currentLanguage } from '../base/words.ts';
import type * as T from './types.ts';

export type * from './types.ts';

/** An answer, or why there is none. `status` 0: the server was not reached. */
export type Answer<V> = { ok: true; value: V } | { ok: false; status: number; trouble: T.Trouble };

export interface ActBody {
    id: string;
    about?: string;
    base?: number;
    for_whom?: string;
    told?: string;
    told_on?: string;
    fields: Record<string, string | string[] | number | boolean>;
}

let csrf = '';
let onSignedOut: () => void = () => {};
let onReach: (reached: boolean) => void = () => {};

export function listen(signedOut: () => void, reach: (reached: boolean) => void): void {
    onSignedOut = signedOut;
    onReach = reach;
}

const silence: T.Trouble = { code: 'unreachable', message: '', fields: [], theirs: [] };

async function ask<V>(method: string, path: string, body?: unknown): Promise<Answer<V>> {
    let response: Response;
    let text: string;
    try {
        response = await fetch(`/api/${path}`, {
            method,
            credentials: 'same-origin',
            headers: {
                accept: 'application/json',
                'accept-language': currentLanguage(),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                ...(method !== 'GET' && csrf ? { 'x-csrf': csrf } : {}),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        text = await response.text();
    } catch {
        onReach(false);
        return { ok: false, status: 0, trouble: silence };
    }
    onReach(true);
    const parsed = read(text);
    if (response.ok) return { ok: true, value: parsed as V };
    // Only a question from inside the house: a refused sign-in is no session that has ended.
    if (response.status === 401 && csrf) onSignedOut();
    const trouble = { ...silence, code: `status.${response.status}`, ...(parsed as object) };
    return { ok: false, status: response.status, trouble };
}

function read(text: string): unknown {
    try {
        return text === '' ? {} : JSON.parse(text);
    } catch {
        return {};
    }
}

function entered(answer: Answer<T.Me>): Answer<T.Me> {
    if (answer.ok) csrf = answer.value.csrf;
    return answer;
}

export interface CaseQuestion {
    mine?: boolean;
    model?: string;
    stage?: string;
    status?: string;
    late?: boolean;
    order?: string;
    cursor?: string;
}

function query(values: object): string {
    const all = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
        if (value !== undefined && value !== '' && value !== false) all.set(name, String(value));
    }
    const text = all.toString();
    return text ? `?${text}` : '';
}

export const wire = {
    signIn: async (mail: string, password: string, code: string) =>
        entered(await ask<T.Me>('POST', 'sign-in', { mail, password, code })),
    accept: (mail: string, invitation: string, password: string) =>
        ask<T.Enrolment>('POST', 'accept', { mail, invitation, password }),
    async signOut() {
        const answer = await ask<unknown>('POST', 'sign-out');
        if (answer.ok) csrf = '';
        return answer;
    },
    forget: () => void (csrf = ''),
    me: async () => entered(await ask<T.Me>('GET', 'me')),
    acts: () => ask<T.ActList>('GET', 'acts'),
    models: () => ask<T.ModelList>('GET', 'models'),
    desk: () => ask<T.Desk>('GET', 'desk'),
    cases: (question: CaseQuestion) => ask<T.CaseList>('GET', `cases${query(question)}`),
    case: (id: string) => ask<T.Case>('GET', `cases/${encodeURIComponent(id)}`),
    log: (id: string, cursor: string) =>
        ask<T.Log>('GET', `cases/${encodeURIComponent(id)}/log${query({ cursor })}`),
    fidelity: (id: string) => ask<T.Fidelity>('GET', `cases/${encodeURIComponent(id)}/fidelity`),
    figures: (year: string) => ask<T.FidelityFigures>('GET', `fidelity${query({ year })}`),
    committees: () => ask<T.Committees>('GET', 'committees'),
    looks: (question: { staff?: string; case?: string; cursor?: string }) => ask<T.Looks>('GET', `looks${query(question)}`),
    restrictions: () => ask<T.Restrictions>('GET', 'restrictions'),
    staff: () => ask<T.StaffList>('GET', 'staff'),
    act: (caseId: string, act: string, body: ActBody) =>
        ask<T.Done>('POST', `${caseId ? `cases/${encodeURIComponent(caseId)}/` : ''}acts/${act}`, body),
};
