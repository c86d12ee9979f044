// The built screens with answers from fixtures, for what needs no server: looks, forms, drafts.
import { join } from 'node:path';
import { type Page, expect, test as base } from '@playwright/test';
import { preview } from 'vite';

export const test = base.extend<{ problems: string[] }, { address: string }>({
    address: [
        async ({}, use) => {
            const server = await preview({
                root: join(__dirname, '../../../web'),
                mode: 'fixture',
                preview: { port: 0, host: '127.0.0.1' },
                logLevel: 'error',
            });
            await use(server.resolvedUrls!.local[0]!.replace(/\/$/, ''));
            await new Promise((done) => server.httpServer.close(done));
        },
        { scope: 'worker' },
    ],
    baseURL: async ({ address }, use) => use(address),
    /** What the page complained about: nothing, or the test fails. */
    problems: [
        async ({ page }, use) => {
            const found: string[] = [];
            page.on('pageerror', (error) => found.push(error.message));
            page.on('console', (message) => {
                // A refusal is an expected answer, which Chromium reports as an error.
                if (message.type() === 'error' && !/status of 4\d\d|ERR_/.test(message.text())) found.push(message.text());
            });
            await use(found);
            expect(found).toEqual([]);
        },
        { auto: true },
    ],
});

export async function enter(page: Page, language: 'sv' | 'da' | 'en'): Promise<void> {
    await page.request.post('/api/sign-in', { data: { mail: language, password: 'x', code: '000000' } });
}

/** Opens every part of the page that is folded away. */
export async function unfold(page: Page): Promise<void> {
    const folded = page.locator('button.fold[aria-expanded="false"]');
    // What opens may bring further ones, and some come a moment after the page.
    for (let most = 40; most > 0 && (await folded.count()) > 0; most--) await folded.first().click();
    await expect(folded).toHaveCount(0);
}
