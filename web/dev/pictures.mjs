// Takes pictures of every page from the built files and the fixtures, and runs axe on each:
//   npm run build && npm run pictures -- [FOLDER] [only]
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const folder = process.argv[2] ?? '../build/pictures';
const only = process.argv[3] ?? '';
await mkdir(folder, { recursive: true });
const server = await preview({ mode: 'fixture', preview: { port: 0, host: '127.0.0.1' } });
const base = server.resolvedUrls.local[0].replace(/\/$/, '');
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

const inside = [
    ['desk', '/desk'], ['cases', '/cases'], ['preparation', '/cases/case-elsa'], ['meeting', '/cases/case-meeting'],
    ['plan', '/cases/case-plan'], ['new', '/cases/case-new'], ['referral', '/cases/case-ref'],
    ['log', '/cases/case-elsa/log'], ['method', '/method'],
    ['followed', '/cases/case-elsa', async (p) => {
        await p.locator('#fidelity summary').first().click();
    }], ['committee', '/committee'], ['staff', '/staff'], ['restrictions', '/restrictions'], ['retention', '/retention'], ['me', '/me'], ['missing', '/cases/none'],
    ['form-person', '/cases/case-elsa', (p) => p.getByRole('button', { name: /^(Lägg till en person|Tilføj en person|Add a person)/ }).first().click()],
    ['form-consent', '/cases/case-elsa', (p) => p.getByRole('button', { name: /^(Anteckna ett ja|Notér et ja|Record a yes)/ }).first().click()],
    ['form-refused', '/cases/case-elsa', async (p) => {
        await p.getByRole('button', { name: /^(Skriv en fråga|Skriv et spørgsmål|Write a question)/ }).first().click();
        await p.locator('#f-text').fill('Det här är fel');
        await p.locator('dialog button[type=submit]').click();
        await p.locator('#trouble').waitFor();
    }],
    ['form-conflict', '/cases/case-elsa', async (p) => {
        await p.locator('.questions summary').first().click();
        await p.getByRole('button', { name: /^(Ändra frågan|Ret spørgsmålet|Change the question)/ }).first().click();
        await p.locator('#f-text').fill('Det här är en krock');
        await p.locator('dialog button[type=submit]').click();
        await p.locator('#trouble').waitFor();
    }],
    ['form-answers', '/cases/case-plan', (p) => p.getByRole('button', { name: /^(Skriv in svar på frågor|Skriv svar på|Enter answers)/ }).first().click()],
    ['form-meeting', '/cases/case-elsa', (p) => p.getByRole('button', { name: /^(Bestäm ett möte|Aftal et møde|Set a meeting)/ }).first().click()],
    ['form-restriction', '/restrictions', (p) => p.getByRole('button', { name: /^(Besluta om en restriktion|Sæt en restriktion|Put a restriction)/ }).first().click()],
    ['secret', '/staff', async (p) => {
        await p.locator('tbody summary').first().click();
        await p.getByRole('button', { name: /^(Nytt lösenord|Ny adgangskode|New password)/ }).first().click();
        await p.locator('dialog button[type=submit]').click();
        await p.locator('.secret').waitFor();
    }],
];
const outside = [
    ['sign-in', '/'], ['accept', '/accept'],
    ['sign-in-wrong', '/', async (p) => {
        await p.locator('#password').fill('wrong');
        await p.locator('form button').click();
        await p.locator('.trouble').waitFor();
    }],
    ['connect', '/accept', async (p) => {
        await p.locator('form button').click();
        await p.locator('.qr').waitFor();
    }],
];
const ways = [
    { name: 'sv-1280', language: 'sv', width: 1280, scheme: 'light' },
    { name: 'sv-360', language: 'sv', width: 360, scheme: 'light' },
    { name: 'da-1280-dark', language: 'da', width: 1280, scheme: 'dark' },
    { name: 'en-320-dark', language: 'en', width: 320, scheme: 'dark' },
];

let wrong = 0;
async function look(page, way, [name, path, step]) {
    await page.goto(base + path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    if (step) {
        for (const fold of (await page.locator('button.fold[aria-expanded="false"]').all()).reverse()) await fold.click();
        await step(page);
    }
    await page.evaluate(() => Promise.all(document.getAnimations().map((a) => a.finished.catch(() => {}))));
    const found = await new AxeBuilder({ page }).analyze();
    for (const violation of found.violations) {
        wrong++;
        console.log(`${way.name} ${name}: ${violation.id}: ${violation.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) { wrong++; console.log(`${way.name} ${name}: ${wide} px wider than the screen`); }
    const full = (await page.locator('dialog[open]').count()) === 0;
    await page.screenshot({ path: `${folder}/${name}.${way.name}.png`, fullPage: full });
}

for (const way of ways) {
    if (only && !only.split(',').some((o) => way.name.includes(o) || o.includes('/') && way.name.includes(o.split('/')[0]))) continue;
    const wanted = (only.split('/')[1] ?? '').split('+').filter(Boolean);
    const context = await browser.newContext({
        viewport: { width: way.width, height: way.width < 600 ? 740 : 900 }, colorScheme: way.scheme,
        locale: way.language, reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => { wrong++; console.log(`${way.name}: ${error.message}`); });
    page.on('console', (message) => {
        if (message.type() === 'error' && !/status of (40\d)/.test(message.text())) { wrong++; console.log(`${way.name}: ${message.text()}`); }
    });
    const pick = (all) => (wanted.length ? all.filter(([n]) => wanted.includes(n)) : all);
    for (const one of pick(outside)) await look(page, way, one);
    await page.request.post(`${base}/api/sign-in`, { data: { mail: way.language, password: 'x', code: '1' } });
    for (const one of pick(inside)) await look(page, way, one);
    await context.close();
}
await browser.close();
await new Promise((done) => server.httpServer.close(done));
console.log(wrong === 0 ? 'axe, width and console: nothing found' : `${wrong} things found`);
process.exit(wrong === 0 ? 0 : 1);
