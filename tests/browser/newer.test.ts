// A case that began under one version of its model, and the next version that has come since: what it
// lacks is told in words, and it goes over when that is there.
import { expect, test } from '@playwright/test';
import { Town } from './support/staff';

const model = 'hoor-familjeradslag';
const child = 'Tindra';
const mother = 'Berit Ohlin';

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z', 0, [model]);
});
test.afterAll(() => town.close());

function changed(text: string, from: string, to: string): string {
    expect(text.split(from)).toHaveLength(2);
    return text.replace(from, to);
}
/** The next version asks for the main person's own words at the very beginning. */
function asksForWords(old: string): string {
    const last = '  { what = "role", of = "coordinator", source = "A1" },\n';
    const later = 'acts = ["write_words"]\nfrom = "circle"\nfor_whom';
    const asking = changed(old, last, `${last}  { what = "own_words", source = "A7" },\n`);
    return changed(asking, later, later.replace('circle', 'asked'));
}

test('a running case goes over to a newer version of its model', async ({ browser }) => {
    const worker = await town.signIn(browser, 'amira@lillaker.example');
    await worker.go('/');
    const begun = await worker.begins('open_case', {
        intake: 'Någon har bett om ett familjerådslag',
        name: child,
        asked: 'Familjen vill samla släkten.',
        contact_person: 'Amira Haddad',
    });
    await worker.does('name_person', { name: mother, role: 'vårdnadshavare' });
    await worker.does('change_person', { born: '2016-02-29' }, child);
    await worker.doesFor(mother, 'give_consent', { consent: 'Jag vill att vi har ett familjerådslag' });
    const before = await town.signIn(browser, 'maj@lillaker.example');
    await before.go(begun.path);
    await before.cannot('move_model');
    await before.does('assign', { role: 'samordnare', staff: 'Karin' });
    const lead = await town.signIn(browser, 'karin@lillaker.example');
    await lead.go(begun.path);
    await lead.does('declare_impartial', { impartial: 'Ja' });
    await lead.does('move_on');
    await lead.isIn('Kretsen');

    await town.getsNewer(model, asksForWords);
    const manager = await town.signIn(browser, 'maj@lillaker.example');
    await manager.go(begun.path);
    await manager.tries('move_model', { reason: 'Vi arbetar så nu.' });
    await manager.refuses(/Det fattas: Huvudpersonens egna ord är nedskrivna\. Ärendet behåller sin version/, 'newer-lacks');
    const again = await town.signIn(browser, 'karin@lillaker.example');
    await again.go(begun.path);
    await again.doesFor(child, 'write_words', { text: 'Jag vill att mormor är med.' });
    await manager.go(begun.path);
    await manager.does('move_model', { reason: 'Vi arbetar så nu.' });
    await manager.looks('newer-gone-over');
    await again.go(begun.path);
    await again.follows('Vad som har hänt');
    await expect(again.page.locator('main')).toContainText('Ärendet följer en nyare version av arbetsmodellen');
});
