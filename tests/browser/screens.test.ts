import { expect } from '@playwright/test';
import { enter, isClean, test } from './support/screens';

const pages = [
    '/desk', '/cases', '/cases/case-elsa', '/cases/case-meeting', '/cases/case-plan', '/cases/case-new',
    '/cases/case-ref', '/cases/case-elsa/log', '/committee', '/staff', '/me', '/cases/none',
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
    await expect(page.getByText('Servern gick inte att nå.')).toBeVisible();
    lost = false;
    await send.click();
    await expect(page.getByText('En fråga har skrivits.')).toBeVisible();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
});

test('a refusal stands beside its field, and two texts beside each other', async ({ page }) => {
    await enter(page, 'sv');
    await page.goto('/cases/case-elsa');
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
