// What axe finds on a page as it stands, and what is wider than the screen. Axe is put into the page once
// and asked there; it tells of what is wrong alone, which is a third of its work.
import { readFileSync } from 'node:fs';
import { type Page, expect } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(options: RunOptions): Promise<AxeResults> };

export async function isClean(page: Page): Promise<void> {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
    const found = await page.evaluate(async () => {
        const { violations } = await axe.run({ resultTypes: ['violations'], iframes: false, preload: false });
        return violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
    const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
}
