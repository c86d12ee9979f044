import { brotliCompressSync } from 'node:zlib';
import { type Page, expect } from '@playwright/test';
import { isClean } from './support/clean';
import { enter, test, unfold } from './support/screens';

const pages = [
    '/desk', '/cases', '/cases/case-elsa', '/cases/case-meeting', '/cases/case-plan', '/cases/case-new',
    '/cases/case-ref', '/cases/case-elsa/log', '/committee', '/staff', '/restrictions', '/me', '/cases/none',
];
const ways = [
    { language: 'sv', width: 1280, colorScheme: 'light' },
    { language: 'da', width: 360, colorScheme: 'dark' },
    { language: 'en', width: 320, colorScheme: 'light' },
] as const;

for (const { language, width, colorScheme } of ways) {
    test(`every page is clean in ${language}, ${width} px wide, ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        for (const path of ['/', '/accept']) {
            await page.goto(path);
            await expect(page.locator('h1')).toHaveCount(1);
            await isClean(page);
        }
        await enter(page, language);
        for (const path of pages) {
            await test.step(path, async () => {
                await page.goto(path);
                await expect(page.locator('h1')).toHaveCount(1);
                await expect(page.locator('html')).toHaveAttribute('lang', language);
                await isClean(page);
                await unfold(page);
                await isClean(page);
            });
        }
    });
}

test('what was begun is there after the tab was closed, and gone when it is sent', async ({ page, context }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await page.getByRole('button', { name: 'Skriv en fråga' }).click();
    await page.getByLabel('Frågan').fill('Vem följer Elsa till skolan?');
    await isClean(page);
    await page.close();

    const again = await context.newPage();
    await again.goto('/cases/case-elsa');
    await again.getByRole('button', { name: 'Skriv en fråga' }).click();
    await expect(again.getByLabel('Frågan')).toHaveValue('Vem följer Elsa till skolan?');
    await again.getByRole('dialog').getByRole('button', { name: 'Skriv en fråga' }).click();
    await expect(again.getByText('En fråga har skrivits.')).toBeVisible();
    await again.getByRole('button', { name: 'Skriv en fråga' }).click();
    await expect(again.getByLabel('Frågan')).toHaveValue('');
});

test('a need leads to its form, and where there are several, to the place where they stand', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    const need = (text: string) => page.locator('.now .checks > li').filter({ hasText: text });
    await need('Alla inbjudna har svarat').locator('[data-act="record_answer"]').click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('radio', { name: "Maj O'Brien-Andersson" })).toBeChecked();
    await sheet.getByRole('button', { name: 'Stäng' }).click();
    const preparation = page.locator('#preparation');
    await preparation.locator('button.fold').click();
    await expect(preparation.locator('table')).toBeHidden();
    await need('Alla som kommer är förberedda').locator('[data-act="record_preparation"]').click();
    await expect(preparation.locator('[data-act="record_preparation"]').first()).toBeFocused();
    await expect(preparation.locator('table')).toBeVisible();
});

test('what can be done to several rows says to which', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-new'); // nobody in it is seen
    for (const whom of ['Maria Nyström, samordnare', 'Sara Holm, handläggare'])
        await expect(page.locator('#more [data-act="hand_over"]').filter({ hasText: whom })).toHaveCount(1);
});

test('each questionnaire asks its own questions, when it is known whom it asks', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-plan');
    await expect(page.locator('article.case')).toBeVisible();
    await unfold(page);
    const words = page.locator('#evaluation');
    await expect(words).toContainText('Kaffet tog slut.');
    await words.locator('[data-act="answer_questionnaire"]').click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('radio', { name: 'Karin Lindqvist' })).toBeVisible();
    await expect(sheet.getByText('Vilka frågor?')).toHaveCount(0);
    await sheet.getByRole('radio', { name: 'Karin Lindqvist' }).check();
    await sheet.getByRole('radio', { name: 'Hur går det nu?' }).check();
    await expect(sheet.getByText('Vi har gjort det vi lovade varandra.')).toBeVisible();
    await expect(sheet.getByText('Jag visste i förväg')).toHaveCount(0);
    await expect(sheet.locator('textarea')).toHaveCount(0);
    await sheet.getByRole('radio', { name: 'Hur var rådslaget?' }).check();
    await expect(sheet.getByText('Jag visste i förväg')).toBeVisible();
    await sheet.getByLabel('Vill du berätta något mer?').fill('Det gick fort.');
    await isClean(page);
});

test('without a network a page says so, and comes by itself when it is back', async ({ page, context }) => {
    await enter(page, 'sv');
    await page.goto('/cases');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Mitt bord' }).click();
    await expect(page.getByText('Nätet eller servern svarar inte just nu.')).toBeVisible();
    await isClean(page);
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: /^Hej/ })).toBeVisible();
    await expect(page.getByText('Vi når inte fram just nu.')).toHaveCount(0);
});

test('a page that did not come says so, and comes when it is asked for again', async ({ page }) => {
    await enter(page, 'sv');
    await page.route('**/assets/staff-list-*.js', (route) => route.abort());
    await page.goto('/staff');
    await expect(page.getByRole('heading', { level: 1, name: 'Det gick inte att hämta sidan' })).toBeFocused();
    await isClean(page);
    // Not there though the server answers: the page is read anew.
    const again = page.getByRole('button', { name: 'Försök igen' });
    await Promise.all([page.waitForEvent('load'), again.click()]);
    await expect(again).toBeVisible();
    await page.unroute('**/assets/staff-list-*.js');
    await again.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Medarbetare' })).toBeVisible();
});

test('a form that did not come says so, and comes when it is asked for again', async ({ page }) => {
    await enter(page, 'sv');
    await page.route('**/assets/act-form-*.js', (route) => route.abort());
    await page.goto('/desk');
    const open = page.getByRole('button', { name: 'Hänvisa en familj' });
    await open.click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { name: 'Formuläret kom inte fram' })).toBeVisible();
    await isClean(page);
    await sheet.getByRole('button', { name: 'Stäng' }).click();
    await expect(sheet).toHaveCount(0);
    await open.click();
    const again = sheet.getByRole('button', { name: 'Försök igen' });
    await expect(again).toBeVisible();
    await page.unroute('**/assets/act-form-*.js');
    await again.click();
    // A browser that remembers the failure gets the whole page anew; then the form opens at a press.
    const field = sheet.getByLabel('Hur har barnet');
    await expect(async () => {
        if ((await sheet.count()) === 0) await open.click({ timeout: 5000 });
        await expect(field).toBeVisible({ timeout: 5000 });
    }).toPass();
});

test('sent again after a lost answer, it carries the same id', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    const ids: string[] = [];
    let lost = true;
    await page.route('**/acts/write_question', async (route) => {
        ids.push((route.request().postDataJSON() as { id: string }).id);
        if (lost) await route.abort();
        else await route.continue();
    });
    await page.getByRole('button', { name: 'Skriv en fråga' }).click();
    await page.getByLabel('Frågan').fill('Vem följer Elsa till skolan?');
    const send = page.getByRole('dialog').getByRole('button', { name: 'Skriv en fråga' });
    await send.click();
    await expect(page.getByText('Texten är sparad.')).toBeVisible();
    lost = false;
    await send.click();
    await expect(page.getByText('En fråga har skrivits.')).toBeVisible();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
});

test('a refusal stands beside its field, and two texts beside each other', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await page.locator('.questions summary').first().click();
    await page.getByRole('button', { name: /^Ändra frågan/ }).first().click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Frågan', { exact: true });
    await field.fill('Det här är fel');
    await dialog.getByRole('button', { name: 'Ändra frågan' }).click();
    await expect(field).toHaveAccessibleDescription('Skriv minst en hel mening.');
    await expect(dialog.getByRole('alert')).toBeFocused();
    await field.fill('Det här är en krock');
    await dialog.getByRole('button', { name: 'Ändra frågan' }).click();
    await expect(dialog.getByText('Hur ska det bli lugnare hemma, både på kvällar och helger?')).toBeVisible();
    await dialog.getByRole('button', { name: 'Gå vidare med den andra' }).click();
    await expect(field).toHaveValue('Hur ska det bli lugnare hemma, både på kvällar och helger?');
    await expect(dialog.getByText('Det här är en krock')).toBeVisible();
});

test('nothing that can be done is without a button', async ({ page }) => {
    await enter(page, 'sv');
    for (const id of ['case-elsa', 'case-meeting', 'case-plan', 'case-new', 'case-ref']) {
        const told = await page.request.get(`/api/cases/${id}`);
        const { can } = (await told.json()) as { can: { act: string }[] };
        await page.goto(`/cases/${id}`);
        await expect(page.locator('article.case')).toBeVisible();
        const shown = await page
            .locator('[data-act]')
            .evaluateAll((all) => all.map((one) => one.getAttribute('data-act')));
        const inLog = ['correct', 'take_back'];
        const lost = can.map((one) => one.act).filter((act) => !shown.includes(act) && !inLog.includes(act));
        expect(lost, id).toEqual([]);
    }
});

/** Tab by tab to a button, link or field of this name; whoever needs hundreds of them has lost their way. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let tabs = 0; tabs < 80; tabs++) {
        await page.keyboard.press('Tab');
        const reached = page.locator(':focus');
        const named = await reached.evaluate(
            (one, wanted) => {
                const label = (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent ?? '';
                return new RegExp(wanted).test(label.trim());
            },
            name instanceof RegExp ? name.source : `^${name}`,
        );
        if (named) return;
    }
    throw new Error(`no way by Tab to ${name}`);
}

test('a case is opened, an act filled in and sent, by keyboard alone', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('h1')).toBeVisible();
    for (const [label, words] of [
        ['E-post', 'sv'],
        ['Lösenord', 'x'],
        ['Sexsiffrig kod', '000000'],
    ] as const) {
        await tabTo(page, label);
        await page.keyboard.type(words);
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toBeFocused();
    await tabTo(page, 'Elsa Lindqvist');
    await page.keyboard.press('Enter');
    await expect(page.locator('article.case h1')).toBeFocused();
    await tabTo(page, 'Skriv en fråga');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await tabTo(page, 'Frågan');
    await page.keyboard.type('Vem följer Elsa till skolan?');
    await tabTo(page, 'Skriv en fråga');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('En fråga har skrivits.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Skriv en fråga' })).toBeFocused();
});

test('a part of the page is folded and opened by keyboard, and stays so', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    const safety = page.getByRole('button', { name: 'Trygghet' });
    await expect(safety).toHaveAttribute('aria-expanded', 'false');
    const inside = page.locator('#safety-in');
    await expect(inside).toBeHidden();
    await safety.focus();
    await page.keyboard.press('Enter');
    await expect(inside).toBeVisible();
    await page.reload();
    await expect(page.locator('#safety-in')).toBeVisible();
});

test('twice the size of text, nothing is cut off or wider than the screen', async ({ page }) => {
    await enter(page, 'sv');
    const browser = await page.context().newCDPSession(page);
    await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        for (const path of ['/desk', '/cases', '/cases/case-elsa', '/cases/case-meeting', '/staff', '/committee']) {
            await test.step(`${path} at ${width}`, async () => {
                await page.goto(path);
                await expect(page.locator('h1')).toBeVisible();
                expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
                await unfold(page);
                await isClean(page);
            });
        }
    }
});

test('printed, what was folded is there and what can be pressed is not', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await expect(page.locator('#safety-in')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#safety-in p').first()).toBeVisible();
    for (const button of await page.locator('main [data-act]').all()) await expect(button).toBeHidden();
});

test('in forced colours the page is clean, and where the case is can be told', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await expect(page.locator('h1')).toBeVisible();
    await isClean(page);
    const edges = (state: string) =>
        page.locator(`.journey .${state} .knot`).first().evaluate((one) => getComputedStyle(one).borderTopWidth);
    expect(await edges('here')).not.toBe(await edges('ahead'));
});

test('all of it by keyboard: skip link, form, Escape, back to the button', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
    await expect(page.locator('h1')).toBeFocused();
    const button = page.getByRole('button', { name: 'Lägg till en person' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
});

test('what the desk needs is light: under 40 kB on the wire before the first page stands', async ({ page }) => {
    // What is fetched ahead, when the browser has nothing else to do, is not part of it.
    await page.addInitScript(() => {
        window.requestIdleCallback = () => 0;
    });
    await enter(page, 'sv');
    const parts = new Map<string, number>();
    const weighed: Promise<void>[] = [];
    page.on('response', (response) => {
        if (/\/api\//.test(response.url())) return;
        const weigh = async () => void parts.set(response.url(), brotliCompressSync(await response.body()).length);
        weighed.push(weigh());
    });
    await page.goto('/desk');
    await expect(page.locator('.piles')).toBeVisible();
    await Promise.all(weighed);
    const all = [...parts.values()].reduce((sum, one) => sum + one, 0);
    expect(parts.size).toBeGreaterThan(4);
    expect(all, [...parts].join('\n')).toBeLessThan(40_000);
});

// A7: what the main person says is read before what the others have to say.
test('the main person’s own words stand above the meeting and above the plan', async ({ page }) => {
    await enter(page, 'sv');
    for (const [path, part] of [['/cases/case-meeting', '#lead'], ['/cases/case-plan', '#plan']] as const) {
        await page.goto(path);
        await expect(page.locator(part)).toBeVisible();
        const [words, next] = await Promise.all(
            ['.own-words', part].map((one) => page.locator(one).first().evaluate((place) => place.getBoundingClientRect().top)),
        );
        expect(words).toBeLessThan(next!);
    }
});
