import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Trouble } from './wire.ts';

export interface Read<V> {
    value: V | null;
    failed: { status: number; trouble: Trouble } | null;
    /** Reads it anew; what stood stays until the answer is there. */
    reload(): Promise<V | null>;
}

/** What the server answers to a question, asked anew when `key` changes, or when the network is back. */
export function useRead<V>(key: string, ask: () => Promise<Answer<V>>): Read<V> {
    const [state, set] = useState<{ key: string; value: V | null; failed: Read<V>['failed'] }>({
        key,
        value: null,
        failed: null,
    });
    const newest = useRef(0);
    const asking = useRef(ask);
    asking.current = ask;
    const reload = useCallback(async () => {
        const turn = ++newest.current;
        const answer = await asking.current();
        if (turn !== newest.current) return answer.ok ? answer.value : null;
        set((before) =>
            answer.ok
                ? { key, value: answer.value, failed: null }
                : { key, value: before.key === key ? before.value : null, failed: answer },
        );
        return answer.ok ? answer.value : null;
    }, [key]);
    useEffect(() => {
        void reload();
    }, [reload]);
    const unreached = state.failed?.status === 0;
    useEffect(() => {
        if (!unreached) return;
        const again = (): void => void reload();
        addEventListener('online', again);
        return () => removeEventListener('online', again);
    }, [unreached, reload]);
    const current = state.key === key;
    return { value: current ? state.value : null, failed: current ? state.failed : null, reload };
}
