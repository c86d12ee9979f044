/** Goes to the first place of the page where an act can be begun, and opens what is folded over it. */
export function reveal(act: string): boolean {
    const buttons = document.querySelectorAll<HTMLElement>(`.section [data-act="${act}"]`);
    const button = [...buttons].find((one) => !one.closest('.checks'));
    if (!button) return false;
    // As the browser's own search does: a folded section opens when it is told so.
    button.closest('.section-in[hidden]')?.dispatchEvent(new Event('beforematch'));
    for (let fold = button.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    requestAnimationFrame(() => {
        button.scrollIntoView({ block: 'center' });
        button.focus();
    });
    return true;
}
