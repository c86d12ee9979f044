// Members of staff at their screens. They click and type; they send no request of their own. The
// clock is a file that the server reads, so that weeks pass between two clicks.
import { createHmac } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Locator, type Page, expect } from '@playwright/test';
import { isClean } from './clean';
import { type House, start } from './server';

const secret = 'RADSLAGDEMORADSLAGDEMORADSLAGDEM';
const password = 'visa mig runt';

export class Town {
    private at: Date;
    private entranceSeen = false;
    private constructor(
        readonly house: House,
        private readonly clock: string,
        at: Date,
    ) {
        this.at = at;
    }

    /** Without cases, unless one wants some: the staff alone. `models`: with these alone. */
    static async open(at: string, cases = 0, models: readonly string[] = []): Promise<Town> {
        let clock = '';
        const house = await start((folder) => {
            clock = join(folder, 'clock');
            writeFileSync(clock, new Date(at).toISOString());
            const only = models.length > 0 ? ['--models', someModels(join(folder, 'models'), models)] : [];
            return ['demo', ...only, '--folder', join(folder, 'town'), '--port', '0', '--clock', clock, '--cases', String(cases)];
        });
        return new Town(house, clock, new Date(at));
    }
    close(): Promise<void> {
        return this.house.stop();
    }
    /** A town with `models`: a newer version of one comes with the next start. Whoever was in signs in anew. */
    async getsNewer(model: string, change: (old: string) => string): Promise<void> {
        const all = join(this.house.folder, 'models', model);
        cpSync(join(all, '1'), join(all, '2'), { recursive: true });
        const file = join(all, '2', 'model.toml');
        writeFileSync(file, change(readFileSync(file, 'utf8')).replace('version = 1', 'version = 2'));
        await this.house.again();
    }
    /** "2027-03-01T09:00:00Z"; always forward. */
    moveTo(at: string): void {
        this.at = new Date(at);
        // The server reads it at every request: never half a file.
        writeFileSync(`${this.clock}.next`, this.at.toISOString());
        renameSync(`${this.clock}.next`, this.clock);
    }
    /** A code works once, so that time goes on half a minute with each sign-in. */
    private code(): string {
        this.moveTo(new Date(this.at.getTime() + 30_000).toISOString());
        return sixDigits(secret, this.at);
    }
    async signIn(browser: Browser, mail: string, width = 1280): Promise<Staff> {
        const context = await browser.newContext({ baseURL: this.house.address, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const staff = new Staff(page);
        await page.goto('/');
        await expect(page.locator('h1')).toBeVisible();
        if (!this.entranceSeen) await staff.isClean();
        this.entranceSeen = true;
        await page.locator('input').nth(0).fill(mail);
        await page.locator('input').nth(1).fill(password);
        await page.locator('input').nth(2).fill(this.code());
        await page.keyboard.press('Enter');
        await expect(page.locator('nav')).toBeVisible();
        return staff;
    }
}

function someModels(folder: string, models: readonly string[]): string {
    const all = join(__dirname, '../../../models');
    for (const one of ['requirements.toml', ...models]) cpSync(join(all, one), join(folder, one), { recursive: true });
    return folder;
}

function sixDigits(base32: string, at: Date): string {
    const bits = [...base32].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
    const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
    const mac = createHmac('sha1', key).update(step).digest();
    const offset = mac[mac.length - 1]! & 15;
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

// What was begun earlier is there again: ticking, not toggling, is what a person means.
async function roleIn(place: Locator): Promise<'radio' | 'checkbox'> {
    return (await place.locator('input[type="radio"]').count()) > 0 ? 'radio' : 'checkbox';
}

/** Of a page on a phone, in pixels: the plan of a whole family, and what was said of it. */
const tallest = 5600;

/** What goes into a field: words typed, or the labels of what is ticked ("not Rut": is not). */
type Fill = string | string[];

export class Staff {
    readonly problems: string[] = [];
    private shots = 0;
    constructor(readonly page: Page) {
        page.on('pageerror', (error) => this.problems.push(error.message));
    }

    /** Axe finds nothing; nothing is wider than the screen; the page had no error. */
    async isClean(): Promise<void> {
        await isClean(this.page);
        expect(this.problems).toEqual([]);
    }
    /** Clean at both widths; with PICTURES set, a picture of each to look at (of a form: as it stands). */
    async looks(name: string): Promise<void> {
        await this.isClean();
        const wide = this.page.viewportSize()!;
        await this.picture(`${name}-1280`);
        await this.page.setViewportSize({ width: 360, height: 800 });
        // As it is when one comes to it on a phone; a form that is open is not closed.
        if ((await this.page.getByRole('dialog').count()) === 0) await this.comesAnew();
        await this.isClean();
        await this.picture(`${name}-360`);
        await this.page.setViewportSize(wide);
    }
    private async comesAnew(): Promise<void> {
        await this.page.reload();
        await expect(this.page.locator('h1')).toBeVisible();
        const high = await this.page.evaluate(() => document.documentElement.scrollHeight);
        expect(high, 'a page on a phone is short').toBeLessThan(tallest);
    }
    private async picture(name: string): Promise<void> {
        const folder = process.env['PICTURES'];
        if (!folder) return;
        const fullPage = (await this.page.getByRole('dialog').count()) === 0;
        await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    }

    async go(path: string): Promise<void> {
        await this.page.goto(path);
        await expect(this.page.locator('h1')).toBeVisible();
    }
    /** Opens the case from the list, as one would. */
    async open(name: string): Promise<void> {
        await this.go('/cases');
        await this.page.locator('main').getByRole('link', { name }).first().click();
        await expect(this.page.locator('article.case')).toBeVisible();
    }
    /** Neither in a list nor behind the address does this reader meet these words. */
    async neverMeets(words: readonly string[], path: string): Promise<void> {
        for (const place of ['/', '/cases', path]) {
            await this.go(place);
            const read = 'main table, main .empty, main .piles, main .narrow, article.case';
            await expect(this.page.locator(read).first()).toBeVisible();
            for (const word of words) await expect(this.page.locator('body')).not.toContainText(word);
        }
    }
    /** Does an act that begins a case, and is at the case then; its name and its address. */
    async begins(act: string, fill: Record<string, Fill>): Promise<{ name: string; path: string }> {
        await this.does(act, fill);
        await expect(this.page.locator('article.case')).toBeVisible();
        return {
            name: (await this.page.locator('h1').innerText()).trim(),
            path: new URL(this.page.url()).pathname,
        };
    }
    /** Follows a link of the page it is on, to a page of this name. */
    async follows(link: string): Promise<void> {
        await this.page.getByRole('link', { name: link }).click();
        await expect(this.page.locator('h1')).toContainText(link);
    }
    async isIn(stage: string): Promise<void> {
        await expect(this.page.locator('[aria-current="step"]').first()).toContainText(stage);
    }

    private button(act: string, of?: string): Locator {
        const all = this.page.locator(`[data-act="${act}"]`);
        return (of ? all.filter({ hasText: of }) : all).first();
    }
    /** The line of what must hold before it goes on. */
    need(text: string): Locator {
        return this.page.locator('.checks > li').filter({ hasText: text }).first();
    }
    async isMissing(need: string): Promise<void> {
        await expect(this.need(need)).toContainText(/mangler|saknas/i);
    }
    async isInTheRoom(name: string): Promise<void> {
        const seat = this.page.locator('li.seat').filter({ hasText: name });
        await expect(seat.locator('[data-act="leave"]')).toHaveCount(1);
    }
    async cannotAt(act: string, of: string): Promise<void> {
        await expect(this.page.locator(`[data-act="${act}"]`).filter({ hasText: of })).toHaveCount(0);
    }
    async cannot(act: string): Promise<void> {
        await expect(this.page.locator(`[data-act="${act}"]`)).toHaveCount(0);
    }
    private async press(act: string, of?: string): Promise<void> {
        const button = this.button(act, of);
        await button.waitFor({ state: 'attached' });
        // What is folded away is opened first, as a person would.
        const section = button.locator('xpath=ancestor::div[@hidden]/preceding-sibling::h2/button');
        if (await section.count()) await section.click();
        const folded = button.locator('xpath=ancestor::details[not(@open)]/summary');
        while (await folded.count()) await folded.first().click();
        await button.click();
    }
    /** Does an act through its form; `of`: at the line of this person, question, action … */
    async does(act: string, fill: Record<string, Fill> = {}, of?: string): Promise<void> {
        await this.tries(act, fill, of);
        await this.isDone(act);
    }
    /** Fills the form in and sends it; what comes of it is for the test to see. */
    async tries(act: string, fill: Record<string, Fill> = {}, of?: string): Promise<void> {
        await this.press(act, of);
        const dialog = this.page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        if (this.shots++ < 3) await this.isClean();
        for (const [field, value] of Object.entries(fill)) await this.fill(dialog, field, value);
        await dialog.locator('button[type="submit"]').click();
    }
    /** An act of one tap, without a form. */
    async taps(act: string, of: string): Promise<void> {
        await this.press(act, of);
    }
    async refuses(text: string | RegExp, picture?: string): Promise<void> {
        await expect(this.page.getByRole('dialog').getByRole('alert')).toContainText(text);
        await (picture ? this.looks(picture) : this.isClean());
        await this.closes();
    }
    /** What is told, for a while, when something is done. */
    async hears(text: string | RegExp): Promise<void> {
        await expect(this.page.locator('.said')).toContainText(text);
    }
    async closes(): Promise<void> {
        await expect(this.page.getByRole('dialog')).toBeVisible(); // it is fetched when it is needed
        await this.page.keyboard.press('Escape');
        await expect(this.page.getByRole('dialog')).toBeHidden();
    }
    /** For somebody who said it when they met. */
    async doesFor(whom: string, act: string, fill: Record<string, Fill> = {}, of?: string): Promise<void> {
        await this.does(act, { for_whom: whom, ...fill }, of);
    }

    private async fill(dialog: Locator, field: string, value: Fill): Promise<void> {
        const place = dialog.locator(`#f-${field}`);
        await place.waitFor({ state: 'attached' });
        const folded = place.locator('xpath=ancestor::details[not(@open)]/summary');
        if (await folded.count()) await folded.click();
        const tag = await place.evaluate((one) => one.tagName);
        if (tag === 'SELECT') {
            const option = place.locator('option').filter({ hasText: String(value) }).first();
            await place.selectOption((await option.getAttribute('value')) ?? '');
        } else if (tag === 'FIELDSET') {
            for (const label of Array.isArray(value) ? value : [value]) await this.tick(place, label);
        } else await place.fill(String(value));
    }
    /** "Rut", "not Rut", or under a question of its own "I could speak=4". */
    private async tick(place: Locator, label: string): Promise<void> {
        const [question, answer] = label.split('=') as [string, string?];
        const where = answer ? place.locator('fieldset').filter({ hasText: question }) : place;
        await where
            .getByRole(await roleIn(where), { name: (answer ?? question).replace(/^not /, '') })
            .first()
            .setChecked(!label.startsWith('not '));
    }
    /** Ticks everything that can be ticked in a field of the open form. */
    async all(act: string, field: string, fill: Record<string, Fill>, of?: string): Promise<void> {
        await this.press(act, of);
        const dialog = this.page.getByRole('dialog');
        await dialog.locator(`#f-${field} input`).first().waitFor();
        for (const box of await dialog.locator(`#f-${field} input[type="checkbox"]`).all()) await box.check();
        for (const [name, value] of Object.entries(fill)) await this.fill(dialog, name, value);
        await dialog.locator('button[type="submit"]').click();
        await this.isDone(act);
    }
    /** Where the case stands, for whoever reads why a test failed. */
    private async stands(): Promise<string> {
        return (await this.page.locator('main').innerText()).slice(0, 1500);
    }
    /** The form is gone; a refusal fails with its own words. */
    private async isDone(act: string): Promise<void> {
        const dialog = this.page.getByRole('dialog');
        await expect
            .poll(async () => {
                const refused = dialog.getByRole('alert');
                if (await refused.count()) return `${act}: ${await refused.first().innerText()}\n${await this.stands()}`;
                return (await dialog.isVisible()) ? 'open' : 'done';
            })
            .toBe('done');
    }
}
