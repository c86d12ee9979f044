// Gotland's familjerådslag, in Swedish, from a wish to the plan in daily life, through the screens.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(300_000);

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const child = 'Vilma';
const mother = 'Sara Björk';
const granny = 'Gun';
const teacher = 'Leif Ask';
const social = 'Hedda Ros';
const guests = [granny, teacher, social];

async function gathers(lead: Staff): Promise<void> {
    await lead.does('name_person', { name: mother, role: 'vårdnadshavare', relation: 'mamma' });
    await lead.does('change_person', { born: '2017-05-01' }, child);
    await lead.doesFor(mother, 'give_consent', { consent: 'Jag vill att vi har' });
    await lead.does('move_on');
    await lead.isIn('Kretsen');
    await lead.doesFor(child, 'write_words', { text: 'Jag vill äta frukost med mamma.' });
    for (const [name, role, relation] of [
        [granny, 'närstående', 'mormor'],
        [teacher, 'skola, vård', 'lärare'],
        [social, 'medarbetare', 'familjestöd'],
    ] as const)
        await lead.does('name_person', { name, role, relation });
    for (const name of guests) await lead.doesFor(mother, 'decide_invitation', { answer: 'Ja' }, name);
    await lead.does('move_on');
}

async function prepares(lead: Staff): Promise<void> {
    await lead.isIn('Förberedelser');
    await lead.does('plan_meeting', {
        meeting: 'Familjerådslag',
        day: '2027-02-10',
        starts: '17:00',
        ends: '20:00',
        place: 'Bygdegården',
    });
    for (const name of guests) {
        await lead.does('invite', { way: 'besök' }, name);
        await lead.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    for (const name of [child, mother, ...guests])
        await lead.all('record_preparation', 'checks', { way: 'esök', on: '2027-01-11' }, name);
    await lead.does('move_on');
}

async function meets(lead: Staff): Promise<void> {
    await lead.isIn('Rådslaget');
    await lead.doesFor(mother, 'give_consent', { consent: 'får berätta' });
    await lead.does('open_meeting', { here: [child, mother, ...guests, 'Karin'] });
    await lead.doesFor(teacher, 'give_account', { text: 'Vilma kommer sent tre dagar i veckan.' });
    await lead.doesFor(social, 'give_account', { text: 'Vi har träffats sedan i höstas.' });
    // Nobody who is there for work stays for the family's own time.
    await lead.tries('next_step', { left: [`not ${social}`] });
    await lead.refuses(/inte till för/);
    await lead.does('next_step', { left: [teacher, social, 'Karin'] });
    await lead.looks('gotland-own-time');
    // Social services come back for the third part, the teacher does not.
    await lead.does('next_step', { came: [social, 'Karin'] });
    await lead.taps('arrive', teacher);
    await expect(lead.page.locator('body')).toContainText(/inte till för/);
    await lead.closes();
    await lead.doesFor(mother, 'hand_over_plan', { text: 'Lugna morgnar, och Vilma i skolan i tid.' });
    await lead.doesFor(mother, 'write_action', { what: 'Gun kommer på måndagar', owner: granny });
    // It is not over before social services have said which support they give.
    await lead.tries('end_meeting', { outcome: 'hölls' });
    await lead.refuses(/saknas|krävs/);
    await lead.isMissing('vilket stöd de ger');
    await lead.doesFor(social, 'offer_support', { text: 'Familjestöd hemma på torsdagar.' });
    await lead.doesFor(social, 'answer_plan', { ending: 'genomgången', answer: 'Ja', reason: 'Den håller ihop.' });
    await lead.looks('gotland-third-part');
    await lead.does('end_meeting', { outcome: 'hölls' });
    await lead.isIn('Planen i vardagen');
}

test('from a wish to the plan in daily life', async ({ browser }) => {
    // She turned to Karin, and names Amira as her contact.
    const lead = await town.signIn(browser, 'karin@lillaker.example');
    await lead.go('/');
    const { path } = await lead.begins('open_case', {
        intake: 'Någon vill ha ett familjerådslag',
        name: child,
        contact_person: 'Amira Haddad',
        asked: 'Vi vill ha lugna morgnar.',
    });
    await lead.does('declare_impartial', { impartial: 'Ja' });
    await lead.isIn('Önskemålet');

    const manager = await town.signIn(browser, 'maj@lillaker.example');
    await manager.go(path);
    await manager.does('assign', { role: 'kontakt', staff: 'Amira' });
    await expect(manager.page.locator('main')).not.toContainText(child);

    // The contact confirms, and the case goes on by itself.
    const contact = await town.signIn(browser, 'amira@lillaker.example');
    await contact.open(child);
    await expect(contact.page.locator('main')).toContainText('Vi vill ha lugna morgnar.');
    await contact.looks('gotland-wish');
    await contact.doesFor('Amira', 'give_consent', { consent: 'kan passa' });
    await contact.isIn('Första samtalet');

    await lead.open(child);
    await gathers(lead);
    await prepares(lead);

    town.moveTo('2027-02-10T16:00:00Z');
    const evening = await town.signIn(browser, 'karin@lillaker.example');
    await evening.open(child);
    await meets(evening);

    await evening.does('report_action', { kept: 'gjort', note: 'Varje måndag.' }, 'Gun kommer');
    await evening.does('move_on');
    await expect(evening.page.locator('article.case')).toContainText(/avslutat|avslutad/i);
    await evening.looks('gotland-closed');
});
