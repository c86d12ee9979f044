// A walk through the demo in English, with a picture of each kind of page. What is pictured is found by
// what is on the page, never by the number of a case: the demo's cases are others with other models.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, expect, test } from '@playwright/test';
import { type Staff, Town } from '../support/staff';

test.setTimeout(900_000);

const pictures = join(__dirname, '../../../docs/guide/pictures');
const at = '2027-03-17T08:40:00Z';
const leaders = ['carys', 'dev', 'ruth', 'tomas'].map((name) => `${name}@westmere.example`);

let town: Town;
test.beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    town = await Town.open(at, 60);
});
test.afterAll(() => town.close());

async function take(page: Page, name: string): Promise<void> {
    await page.evaluate(() => window.scrollTo(0, 0));
    await keep(page, name);
}

/** As it stands on the screen, in a small file: an empty page, which no policy binds, writes it as WebP. */
async function keep(page: Page, name: string): Promise<void> {
    const shot = (await page.screenshot({ animations: 'disabled' })).toString('base64');
    const blank = await page.context().newPage();
    const small = await blank.evaluate(async (png) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d')!.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', 0.75).split(',')[1]!;
    }, shot);
    await blank.close();
    writeFileSync(join(pictures, `tour-${name}.webp`), Buffer.from(small, 'base64'));
}

async function scrollTo(page: Page, selector: string): Promise<void> {
    await page.locator(selector).first().evaluate((one) => window.scrollBy(0, one.getBoundingClientRect().top - 24));
}

/** The same page on a phone. */
async function takeOnPhone(page: Page, name: string): Promise<void> {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.reload();
    await expect(page.locator('h1')).toBeVisible();
    await take(page, `${name}-phone`);
}

/** Opens the first case of this reader's list on which all of these can be seen. */
async function openCaseWith(staff: Staff, ...selectors: string[]): Promise<boolean> {
    await staff.go('/cases');
    const links = staff.page.locator('main a[href^="/cases/"]');
    await links.first().waitFor();
    const paths = await links.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).pathname))]);
    for (const path of paths) {
        await staff.go(path);
        await expect(staff.page.locator('article.case')).toBeVisible();
        const there = await Promise.all(selectors.map((one) => staff.page.locator(one).count()));
        if (there.every((many) => many > 0)) return true;
    }
    return false;
}

/** Whoever of the leaders has such a case shows it. */
async function leaderWith(browser: Browser, ...selectors: string[]): Promise<Staff> {
    for (const mail of leaders) {
        const staff = await town.signIn(browser, mail);
        if (await openCaseWith(staff, ...selectors)) return staff;
        await staff.page.context().close();
    }
    throw new Error(`nobody has a case with ${selectors.join(' and ')}`);
}

test('the entrance', async ({ page }) => {
    await page.goto(town.house.address);
    await expect(page.locator('h1')).toBeVisible();
    await take(page, 'entrance');
});

test('a coordinator', async ({ browser }) => {
    const staff = await leaderWith(browser, '[data-act="move_on"], [data-act="invite"]', '.checks > li');
    await take(staff.page, 'case');
    await takeOnPhone(staff.page, 'case');
});

test('a desk with something late', async ({ browser }) => {
    for (const mail of leaders) {
        const staff = await town.signIn(browser, mail);
        await staff.go('/desk');
        await staff.page.locator('.piles').waitFor();
        if ((await staff.page.locator('.pile-late').count()) > 0) {
            await take(staff.page, 'desk');
            return;
        }
        await staff.page.context().close();
    }
    throw new Error('nothing is late on any desk');
});

test('a meeting with time for the family alone', async ({ browser }) => {
    const open = ['[data-act="next_step"]', '[data-act="leave"]', '#lead .steps .private, #lead li.private'];
    const staff = await leaderWith(browser, ...open);
    await scrollTo(staff.page, '#lead');
    await keep(staff.page, 'meeting');
});

test('a manager', async ({ browser }) => {
    const staff = await town.signIn(browser, 'martin@westmere.example');
    await staff.go('/cases');
    await staff.page.locator('main a[href^="/cases/"]').first().waitFor();
    await take(staff.page, 'manager');
});

test('a case worker', async ({ browser }) => {
    for (const name of ['noor', 'peter', 'isla']) {
        const staff = await town.signIn(browser, `${name}@westmere.example`);
        if (await openCaseWith(staff, '[data-act="change_paper"]')) {
            await scrollTo(staff.page, '.section:has([data-act="change_paper"])');
            await keep(staff.page, 'case-worker');
            return;
        }
    }
    throw new Error('no case worker has a case');
});

test('the committee', async ({ browser }) => {
    const staff = await town.signIn(browser, 'frances@westmere.example');
    await staff.go('/committee');
    await take(staff.page, 'committee');
});

test('an administrator', async ({ browser }) => {
    const staff = await town.signIn(browser, 'agnes@westmere.example');
    await staff.go('/staff');
    await take(staff.page, 'administrator');
});
