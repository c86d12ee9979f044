import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../t.ts';

/** A sheet of paper at the side of the page; what lies behind waits. */
export function Sheet(props: {
    title: string;
    onClose(): void;
    children: ComponentChildren;
}): JSX.Element {
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        const open = dialog.current;
        const before = document.activeElement;
        if (open && !open.open) open.showModal();
        return () => {
            open?.close();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
        };
    }, []);
    return (
        <dialog
            ref={dialog}
            class="sheet"
            aria-labelledby="sheet-title"
            onCancel={(event) => {
                event.preventDefault();
                props.onClose();
            }}
        >
            <button type="button" class="plain close" onClick={props.onClose}>
                {t('form.close')}
            </button>
            <h2 id="sheet-title" tabIndex={-1}>
                {props.title}
            </h2>
            {props.children}
        </dialog>
    );
}
