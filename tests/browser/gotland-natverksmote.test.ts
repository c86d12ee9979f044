// Gotland's nätverksmöte, in Swedish, from the first thought to its end, through the screens.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(300_000);

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const man = 'Sixten';
const mother = 'Berta';
const landlord = 'Jan Vik';
const guests = [mother, landlord];
const everybody = [man, ...guests, 'Olle', 'Karin', 'Jonas'];

/** Sixten and his case worker agree that it may suit; without a leader it does not go on. */
async function agrees(worker: Staff): Promise<string> {
    await worker.go('/');
    const { path } = await worker.begins('open_case', {
        intake: 'Vi föreslår ett nätverksmöte',
        name: man,
        asked: 'Han vill ha en egen nyckel igen.',
    });
    await worker.doesFor('Olle', 'give_consent', { consent: 'kan passa' });
    await worker.doesFor(man, 'give_consent', { consent: 'Jag vill ha ett nätverksmöte' });
    await worker.isMissing('En mötesledare är utsedd');
    await worker.cannot('move_on');
    return path;
}

/** Purpose and guests: Sixten and Olle say yes to each, and a leader goes on. */
async function settles(lead: Staff, worker: Staff): Promise<void> {
    await lead.does('move_on');
    await lead.isIn('Syftet och gästerna');
    await lead.doesFor(man, 'write_words', { text: 'Jag vill ha en egen nyckel.' });
    await lead.does('choose_purpose', {
        purposes: ['Lösa ett problem', 'att samarbeta bättre'],
        text: 'En lägenhet, och att alla vet samma sak.',
    });
    for (const [name, role, relation] of [
        [mother, 'egna nätverket', 'mamma'],
        [landlord, 'professionell', 'bostadsbolaget'],
    ] as const)
        await lead.does('name_person', { name, role, relation });
    for (const name of guests) await lead.doesFor(man, 'decide_invitation', { answer: 'Ja' }, name);
    await lead.doesFor(man, 'give_consent', { consent: 'Jag är med på varför' });
    // What Sixten alone wants is not settled.
    await lead.tries('move_on');
    await lead.refuses(/saknas|krävs/);
    await lead.looks('gotland-network-purpose');

    await worker.open(man);
    for (const name of guests) await worker.does('decide_invitation', { answer: 'Ja' }, name);
    await worker.doesFor('Olle', 'give_consent', { consent: 'Jag är med på varför' });
    await lead.open(man);
    await lead.does('move_on');
}

async function prepares(lead: Staff): Promise<void> {
    await lead.isIn('Förberedelser');
    await lead.does('plan_meeting', {
        meeting: 'Nätverksmöte',
        day: '2027-02-10',
        starts: '13:00',
        ends: '15:30',
        place: 'Biblioteket',
    });
    for (const name of [...guests, 'Olle']) {
        await lead.does('invite', { way: 'telefon' }, name);
        await lead.doesFor(name, 'record_answer', { answer: name === mother ? 'länk' : 'Kommer' }, name);
    }
    for (const name of [man, ...guests, 'Olle'])
        await lead.all('record_preparation', 'checks', { way: 'elefon', on: '2027-01-11' }, name);
    await lead.does('move_on');
}

async function meets(lead: Staff): Promise<void> {
    await lead.isIn('Nätverksmötet');
    // Nobody talks before Sixten has lifted secrecy.
    await lead.tries('open_meeting', { here: everybody });
    await lead.refuses(/saknas|krävs/);
    await lead.doesFor(man, 'give_consent', { consent: 'prata öppet' });
    await lead.does('open_meeting', { here: everybody });
    await lead.doesFor(landlord, 'give_account', { text: 'Hyran kom sent fyra gånger.' });
    // He takes it back, and in the same answer the meeting stands still.
    await lead.doesFor(man, 'withdraw_consent', { consent: 'prata öppet' });
    await expect(lead.page.locator('main')).toContainText(/paus/i);
    await lead.cannot('next_step');
    await lead.cannot('give_account');
    await lead.looks('gotland-network-paused');
    await lead.tries('resume_meeting');
    await lead.refuses(/saknas|krävs/);
    await lead.doesFor(man, 'give_consent', { consent: 'prata öppet' });
    await lead.does('resume_meeting');
    await lead.does('next_step');
    for (const name of everybody) await lead.isInTheRoom(name);
    await lead.does('write_action', { what: 'Jan håller lägenheten till maj', heading: 'Vem gör vad', owner: landlord });
    await lead.does('hand_over_plan', { text: 'En lägenhet i maj.' });
    await lead.doesFor(man, 'answer_plan', { ending: 'uppläst', answer: 'Ja' });
    await lead.does('end_meeting', { outcome: 'hölls' });
    await lead.isIn('Efter mötet');
    // What was told in the room is not to be read any more.
    await expect(lead.page.locator('main')).not.toContainText('Hyran kom sent');
}

test('from the first thought to the end, with a yes taken back in the meeting', async ({ browser }) => {
    const worker = await town.signIn(browser, 'olle@lillaker.example');
    const path = await agrees(worker);

    const manager = await town.signIn(browser, 'maj@lillaker.example');
    await manager.go(path);
    await manager.does('assign', { role: 'mötesledare', staff: 'Karin' });
    await manager.does('assign', { role: 'mötesledare', staff: 'Jonas' });

    const second = await town.signIn(browser, 'jonas@lillaker.example');
    await second.go(path);
    await second.does('declare_impartial', { impartial: 'Ja' });
    const lead = await town.signIn(browser, 'karin@lillaker.example');
    await lead.go(path);
    await lead.does('declare_impartial', { impartial: 'Ja' });
    await settles(lead, worker);
    await prepares(lead);

    town.moveTo('2027-02-10T12:00:00Z');
    const afternoon = await town.signIn(browser, 'karin@lillaker.example');
    await afternoon.open(man);
    await meets(afternoon);
    await afternoon.does('move_on');
    await expect(afternoon.page.locator('article.case')).toContainText(/avslutat|avslutad/i);
    await afternoon.looks('gotland-network-closed');
});
