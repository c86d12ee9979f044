// How the pages look where it can be measured: short on a phone, whole with long names, in print and in
// the reader's own colours.
import { type Page, expect } from '@playwright/test';
import { isClean } from './support/clean';
import { enter, test, unfold } from './support/screens';

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** What a tired reader can take in with a thumb. In `case-elsa` everything waits for something. */
const tallest: Record<string, number> = {
    '/desk': 2000,
    '/cases': 1700,
    '/cases/case-new': 1950,
    '/cases/case-elsa': 3000,
    '/cases/case-meeting': 3900,
    '/cases/case-plan': 5200,
    '/cases/case-ref': 3350,
    '/cases/case-elsa/log': 1800,
    '/committee': 1500,
    '/staff': 1800,
    '/me': 1300,
};

for (const language of ['sv', 'da', 'en'] as const) {
    test(`on a phone every page is short, in ${language}`, async ({ page }) => {
        await page.setViewportSize({ width: 360, height: 740 });
        await enter(page, language);
        for (const [path, limit] of Object.entries(tallest)) {
            await test.step(path, async () => {
                await page.goto(path);
                await expect(page.locator('h1')).toBeVisible();
                expect(await heightOf(page), path).toBeLessThan(limit);
            });
        }
    });
}

test('the log tells the newest and folds the rest; a line opens', async ({ page }) => {
    await enter(page, 'sv');
    await page.route('**/api/cases/case-elsa/log*', async (route) => {
        const answer = await route.fetch();
        const log = (await answer.json()) as { entries: object[] };
        const busy = Array.from({ length: 40 }, (_, i) => ({
            ...log.entries[0], seq: 500 - i, about: `Person ${i % 8}`,
            at: `2026-11-${String(18 - Math.floor(i / 10)).padStart(2, '0')}T1${9 - (i % 10)}:00:00.000000Z`,
            act: i % 10 < 8 ? 'record_preparation' : 'invite',
        }));
        await route.fulfill({ response: answer, json: { ...log, entries: busy, next: '' } });
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/cases/case-elsa/log');
    await expect(page.locator('h1')).toBeVisible();
    expect(await heightOf(page)).toBeLessThan(1800);
    // Eight in a row are one line with their names; the other days are folded.
    const line = page.locator('.opens summary').first();
    await expect(line).toContainText('Person 0');
    await expect(line).toContainText('Person 7');
    await expect(page.locator('.section-in:not([hidden])')).toHaveCount(1);
    await line.click();
    await expect(page.locator('.opens[open] > .opened > .rows > li')).toHaveCount(8);
    await isClean(page);
    await page.getByRole('button', { name: /^Tisdag 17/ }).click();
    await expect(page.locator('.section-in:not([hidden])')).toHaveCount(2);
});

test('names of one long word or from right to left push nothing off the page', async ({ page }) => {
    const long = `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(2)}-${'Ångström'.repeat(4)}`.slice(0, 100);
    await enter(page, 'sv');
    await page.route('**/api/**', async (route) => {
        if (route.request().method() !== 'GET') return route.continue();
        const answer = await route.fetch();
        const text = (await answer.text())
            .replaceAll('Karin Lindqvist', long)
            .replaceAll('Elsa Lindqvist', 'فاطمة الزهراء بنت عبد الرحمن')
            .replaceAll('Maria Nyström', `${'Maria '.repeat(15)}Nyström`);
        await route.fulfill({ response: answer, body: text });
    });
    for (const width of [1280, 360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        for (const path of ['/desk', '/cases', '/cases/case-elsa', '/cases/case-meeting', '/cases/case-plan', '/cases/case-elsa/log', '/staff']) {
            await test.step(`${path} at ${width}`, async () => {
                await page.goto(path);
                await expect(page.locator('h1')).toBeVisible();
                await unfold(page);
                await isClean(page);
            });
        }
    }
});

test('on paper, what opens is open, and each row keeps its name', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await expect(page.locator('h1')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    const nils = page.locator('#circle .person').filter({ hasText: 'Nils' });
    await expect(nils.locator('summary')).toBeVisible();
    await expect(nils.getByText('Kommer gärna en stund tidigare.')).toBeVisible();
    await expect(page.getByText('Ett familjerådslag är bestämt')).toBeVisible(); // done, and therefore folded
    // Paper is passed around: how somebody is reached stays off it.
    await expect(page.getByText('karin@example.org')).toBeHidden();
});

test('what is drawn can be told from the page it lies on, also in the reader’s own colours', async ({ page }) => {
    for (const media of [{ forcedColors: 'active' }, { colorScheme: 'dark' }, { colorScheme: 'light' }] as const) {
        await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light', ...media });
        await enter(page, 'sv');
        await page.goto('/cases/case-elsa');
        const seen = await page.locator('.circle-map').evaluate((map) => {
            const ink = (of: string, what: 'fill' | 'stroke') => getComputedStyle(map.querySelector(of)!)[what];
            return {
                page: getComputedStyle(document.body).backgroundColor,
                table: ink('.table', 'stroke'),
                main: ink('.main circle', 'fill'),
                mainLetters: ink('.main text', 'fill'),
                names: ink('.under', 'fill'),
            };
        });
        const paint = await page.evaluate((colours) => {
            const pen = document.createElement('canvas').getContext('2d')!;
            return Object.fromEntries(
                Object.entries(colours).map(([name, colour]) => {
                    pen.fillStyle = colour;
                    pen.fillRect(0, 0, 1, 1);
                    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((c) => {
                        const s = c / 255;
                        return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
                    });
                    return [name, 0.2126 * r! + 0.7152 * g! + 0.0722 * b!];
                }),
            );
        }, seen);
        const contrast = (one: string, other: string): number => {
            const [high, low] = [paint[one]!, paint[other]!].sort((a, b) => b - a);
            return (high! + 0.05) / (low! + 0.05);
        };
        for (const part of ['table', 'main', 'names']) expect(contrast(part, 'page'), part).toBeGreaterThan(3);
        expect(contrast('main', 'mainLetters')).toBeGreaterThan(3);
    }
});

test('a link that looks like a button has the letters of one', async ({ page }) => {
    await page.goto('/accept');
    await page.locator('form button').click();
    const link = page.locator('a.ds-button');
    await expect(link).toBeVisible();
    const { color, background } = await link.evaluate((one) => {
        const style = getComputedStyle(one);
        return { color: style.color, background: style.backgroundColor };
    });
    expect(color).not.toBe(background);
});
