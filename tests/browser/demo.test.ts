// The demo municipality as its staff see it: each kind of page, on a desk and on a phone; and what is
// told of how the method was followed, from the acts that the demo's people did.
import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(900_000);
test.use({ locale: 'en-GB', timezoneId: 'Europe/London' });

const now = '2027-04-07T08:40:00Z';
let town: Town;
test.beforeAll(async () => {
    town = await Town.open(now, 60);
});
test.afterAll(() => town.close());

const at = (who: string): string => `${who}@westmere.example`;

/** The first case of this reader's list on which this can be seen. */
async function openCaseWith(staff: Staff, selector: string): Promise<void> {
    await staff.go('/cases');
    const links = staff.page.locator('main a[href^="/cases/"]');
    await links.first().waitFor();
    const paths = await links.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).pathname))]);
    for (const path of paths) {
        await staff.go(path);
        await expect(staff.page.locator('article.case')).toBeVisible();
        // Some parts come a moment after the page.
        const there = staff.page.locator(selector).first().waitFor({ timeout: 5_000 });
        if (await there.then(() => true, () => false)) return;
    }
    throw new Error(`no case with ${selector}`);
}

const figuresOf = (page: Page): Promise<number[]> =>
    page.locator('td.figure').evaluateAll((cells) => cells.map((one) => one.textContent ?? '').filter((text) => /^\d/.test(text)).map(Number));

// A way of working with less than five cases has no figures: so one way, and the same number of cases.
test('how the method was followed: figures of a year, in whole fives', async ({ browser }) => {
    const busy = await Town.open(now, 90, ['hoor-familjeradslag']);
    const martin = await busy.signIn(browser, at('martin'));
    await martin.go('/method');
    await expect(martin.page.locator('table.figures').first()).toBeVisible();
    await martin.looks('demo-method');
    const figures = await figuresOf(martin.page);
    expect(figures.length).toBeGreaterThan(9);
    expect(figures.filter((one) => one % 5 !== 0)).toEqual([]);
    expect(figures.some((one) => one > 0)).toBe(true);
    const [saved] = await Promise.all([
        martin.page.waitForEvent('download'),
        martin.page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    const lines = readFileSync(await saved.path(), 'utf8').trim().split(/\r?\n/);
    expect(saved.suggestedFilename()).toBe('method-2027.csv');
    const told = lines.slice(1).filter((line) => line.split(';')[5] !== '');
    expect(told.length).toBe(await martin.page.locator('table.figures tbody tr').count());
    await busy.close();
});

test('how the method was followed in one case: what was passed, by whom and why', async ({ browser }) => {
    const carys = await town.signIn(browser, at('carys'));
    await openCaseWith(carys, '#fidelity');
    const fold = carys.page.locator('#fidelity button.fold');
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await expect(carys.page.locator('#fidelity-in')).toBeVisible();
    await carys.page.locator('#fidelity summary').filter({ hasText: 'kept' }).click();
    await expect(carys.page.locator('#fidelity .checks > li').first()).toBeVisible();
    await carys.looks('demo-fidelity');
    await carys.page.context().close();
});

test('who does not lead or manage has no figures', async ({ browser }) => {
    const noor = await town.signIn(browser, at('noor'));
    await expect(noor.page.getByRole('link', { name: 'The method' })).toHaveCount(0);
    await noor.page.goto('/method');
    await expect(noor.page.locator('table.figures')).toHaveCount(0);
    await noor.page.context().close();
});

/** Whoever opens it, what it is, and the name of its picture. */
const pages: [string, string, string][] = [
    ['carys', '/desk', 'desk'],
    ['carys', '/cases', 'cases'],
    ['carys', '/me', 'me'],
    ['martin', '/cases', 'manager'],
    ['martin', '/restrictions', 'restrictions'],
    ['martin', '/looks', 'looks'],
    ['martin', '/retention', 'retention'],
    ['frances', '/committee', 'committee'],
    ['agnes', '/staff', 'staff'],
    ['noor', '/desk', 'case-worker'],
];

test('each kind of page is calm and whole, wide and narrow', async ({ browser }) => {
    const open = new Map<string, Staff>();
    for (const [who, path, name] of pages) {
        await test.step(`${who} ${path}`, async () => {
            const staff = open.get(who) ?? (await town.signIn(browser, at(who)));
            open.set(who, staff);
            await staff.go(path);
            await staff.looks(`demo-${name}`);
        });
    }
});
