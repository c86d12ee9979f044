import type { ComponentChildren, JSX } from 'preact';
import type { Item } from '../base/doing.ts';

export type Variant = 'primary' | 'secondary' | 'tertiary';

export function Button(props: {
    children: ComponentChildren;
    onClick?: () => void;
    variant?: Variant;
    submit?: boolean;
    busy?: boolean;
    act?: string;
}): JSX.Element {
    return (
        <button
            class="ds-button"
            data-variant={props.variant ?? 'primary'}
            type={props.submit ? 'submit' : 'button'}
            data-act={props.act}
            aria-busy={props.busy ? 'true' : undefined}
            aria-disabled={props.busy ? 'true' : undefined}
            onClick={props.busy ? undefined : props.onClick}
        >
            {props.children}
        </button>
    );
}

/** The things that can be done, as buttons; nothing where nothing can. */
export function Acts(props: { items: readonly (Item | null)[]; first?: boolean }): JSX.Element | null {
    const items = props.items.filter((item): item is Item => item !== null);
    if (items.length === 0) return null;
    return (
        <div class="acts">
            {items.map((item, i) => (
                <Button
                    key={item.act + i}
                    variant={props.first && i === 0 ? 'primary' : 'secondary'}
                    onClick={item.start}
                    act={item.act}
                >
                    <Label item={item} />
                </Button>
            ))}
        </div>
    );
}

/** The same for a row: as quiet as links. */
export function RowActs({ items }: { items: readonly (Item | null)[] }): JSX.Element | null {
    const there = items.filter((item): item is Item => item !== null);
    if (there.length === 0) return null;
    return (
        <div class="acts tight">
            {there.map((item, i) => (
                <button key={item.act + i} type="button" class="plain" data-act={item.act} onClick={item.start}>
                    <Label item={item} />
                </button>
            ))}
        </div>
    );
}

function Label({ item }: { item: Item }): JSX.Element {
    return (
        <span class={item.begun ? 'begun' : undefined}>
            {item.label}
            {item.of ? <span class="hidden">: {item.of}</span> : null}
        </span>
    );
}

/** A row that opens: what is told at once is its name, the rest lies behind it. */
export function OpenRow(props: { head: ComponentChildren; children: ComponentChildren }): JSX.Element {
    return (
        <details class="opens">
            <summary>
                <div class="row-main">{props.head}</div>
            </summary>
            <div class="opened">{props.children}</div>
        </details>
    );
}

export function Empty({ children }: { children: ComponentChildren }): JSX.Element {
    return <p class="empty">{children}</p>;
}

export function Tag(props: {
    kind?: 'yes' | 'wait' | 'no' | 'late';
    children: ComponentChildren;
}): JSX.Element {
    return <span class={`tag ${props.kind ?? ''}`}>{props.children}</span>;
}

/** Name and value, one below the other; a pair without value is left out. */
export function Pairs({ of }: { of: readonly (readonly [string, ComponentChildren])[] }): JSX.Element {
    return (
        <dl class="pairs">
            {of
                .filter(([, value]) => value !== '' && value !== null && value !== undefined)
                .map(([name, value]) => (
                    <>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                    </>
                ))}
        </dl>
    );
}

/** Small facts in a row, those that are there. */
export function Facts({ of }: { of: readonly ComponentChildren[] }): JSX.Element | null {
    const there = of.filter((fact) => fact !== '' && fact !== null && fact !== undefined && fact !== false);
    if (there.length === 0) return null;
    return (
        <div class="facts">
            {there.map((fact, i) => (
                <span key={i}>{fact}</span>
            ))}
        </div>
    );
}
