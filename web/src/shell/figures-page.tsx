import '../look/case.css';
import type { JSX } from 'preact';
import { go } from '../base/route.ts';
import { FiguresPage, figuresTitle } from '../rooms/evaluation/figures.tsx';
import { useRead } from '../wire/use.ts';
import { wire } from '../wire/wire.ts';
import { Loaded, useTitle } from './page.tsx';

export function Figures({ query }: { query: URLSearchParams }): JSX.Element {
    const year = query.get('year') ?? '';
    const read = useRead(`figures ${year}`, () => wire.figures(year));
    useTitle(read.value ? figuresTitle() : null);
    return (
        <Loaded read={read}>
            {(figures) => <FiguresPage of={figures} onYear={(wanted) => go(`/method?year=${wanted}`, true)} />}
        </Loaded>
    );
}
