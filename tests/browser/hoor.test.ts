// Höör's familjerådslag, in Swedish, from first contact to a closed follow-up, through the screens.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(300_000);

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const child = 'Tindra';
const mother = "Berit O'Hara";
const granny = 'Rut';
const teacher = 'Lisa Frank';
const social = 'Omar Ali';

async function asks(worker: Staff): Promise<void> {
    await worker.go('/');
    await worker.looks('hoor-desk');
    await worker.does('open_case', {
        intake: 'Någon har bett om ett familjerådslag',
        name: child,
        asked: 'Familjen vill samla släkten.',
        contact_person: 'Amira Haddad',
    });
    await worker.open(child);
    await worker.does('name_person', { name: mother, role: 'vårdnadshavare', relation: 'mamma', phone: '070-1740605' });
    await worker.does('change_person', { born: '2016-02-29' }, child);
    await worker.looks('hoor-asked');
    // A condition is no yes: it is refused, and not left out.
    await worker.tries('give_consent', {
        for_whom: mother,
        consent: 'Jag vill att vi har ett familjerådslag',
        part: 'Bara när pappa inte är med',
    });
    await worker.refuses(/Ett sådant ja gäller helt/, 'hoor-consent-whole');
    await worker.doesFor(mother, 'give_consent', { consent: 'Jag vill att vi har ett familjerådslag', part: '' });
}

async function gathers(lead: Staff): Promise<void> {
    await lead.isIn('Kretsen');
    await lead.doesFor(child, 'write_words', { text: 'Jag vill att det blir lugnt på kvällarna.' });
    await lead.doesFor(mother, 'write_question', { text: 'Hur kan kvällarna bli lugnare?' });
    await lead.doesFor(mother, 'agree_questions');
    for (const [name, role, relation] of [
        [granny, 'närstående', 'mormor'],
        [teacher, 'skola, vård', 'lärare'],
        [social, 'socialtjänsten', 'socialsekreterare'],
    ] as const)
        await lead.does('name_person', { name, role, relation });
    for (const name of [granny, teacher, social])
        await lead.doesFor(mother, 'decide_invitation', { answer: 'Ja' }, name);
    await lead.looks('hoor-circle');
    await lead.does('move_on');
}

async function prepares(lead: Staff): Promise<void> {
    await lead.isIn('Förberedelser');
    await lead.does('plan_meeting', {
        meeting: 'Familjerådslag',
        day: '2027-02-10',
        starts: '17:00',
        ends: '20:00',
        place: 'Församlingshemmet',
    });
    for (const name of [granny, teacher, social]) {
        await lead.does('invite', { way: 'besök' }, name);
        await lead.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    for (const name of [child, mother, granny, teacher, social])
        await lead.all('record_preparation', 'checks', { way: 'esök', on: '2027-01-11' }, name);
    await lead.looks('hoor-preparation');
    await lead.does('move_on');
}

async function meets(lead: Staff): Promise<void> {
    await lead.isIn('Rådslaget');
    // Without the consent to share, the meeting does not open.
    await lead.tries('open_meeting', { here: [child, mother, granny, teacher, social, 'Karin'] });
    await lead.refuses(/saknas|krävs/);
    await lead.doesFor(mother, 'give_consent', { consent: 'får berätta' });
    await lead.does('open_meeting', { here: [child, mother, granny, teacher, social, 'Karin'] });
    for (const [name, picture, offer] of [
        [teacher, 'Tindra är trött på morgnarna.', 'Läxhjälp två dagar i veckan.'],
        [social, 'Vi har träffats tre gånger.', 'En kontaktfamilj.'],
    ] as const) {
        await lead.doesFor(name, 'give_account', { text: picture });
        await lead.doesFor(name, 'offer_support', { text: offer });
    }
    await lead.looks('hoor-step-1');
    // Nobody whose place it is not stays for the family's own time.
    await lead.tries('next_step', { left: [`not ${social}`] });
    await lead.refuses(/inte till för/);
    await lead.does('next_step', { left: [teacher, social, 'Karin'] });
    await lead.looks('hoor-step-2');
    // Teachers do not come back in the third step.
    await lead.does('next_step', { came: [social, 'Karin'] });
    await lead.taps('arrive', teacher);
    await expect(lead.page.locator('body')).toContainText(/inte till för/);
    await lead.closes();
    await lead.doesFor(mother, 'hand_over_plan', { text: 'Så får vi lugna kvällar.' });
    await lead.doesFor(mother, 'write_action', { what: 'Rut läser läxor på torsdagar', owner: granny, due: '2027-03-01' });
    await lead.doesFor(mother, 'write_action', { what: 'Kontaktfamilj varannan helg', owner: social });
    await lead.does('plan_meeting', {
        meeting: 'Uppföljning',
        day: '2027-05-05',
        starts: '17:00',
        ends: '18:30',
        place: 'Församlingshemmet',
    });
    await lead.looks('hoor-step-3');
    await lead.does('end_meeting', { outcome: 'hölls' });
}

async function followsUp(lead: Staff): Promise<void> {
    await lead.open(child);
    await lead.isIn('Uppföljning');
    await lead.does('open_meeting', { here: [child, mother, granny, social, 'Karin'] });
    await lead.does('report_action', { kept: 'gjort', note: 'Varje torsdag.' }, 'Rut läser läxor');
    await lead.does('report_action', { kept: 'delvis' }, 'Kontaktfamilj');
    for (const question of ['gått bra', 'annat sätt', 'en gång till'])
        await lead.does('answer_review', { question, text: 'Det har vi pratat om tillsammans.' });
    await lead.looks('hoor-followup');
    await lead.does('end_meeting', { outcome: 'hölls' });
    await lead.does('move_on');
    await expect(lead.page.locator('article.case')).toContainText(/avslutat|avslutad/i);
    await lead.looks('hoor-closed');
    await lead.follows('Vad som har hänt');
    await lead.looks('hoor-log');
}

test('from a request to a closed follow-up', async ({ browser }) => {
    const worker = await town.signIn(browser, 'amira@lillaker.example');
    await asks(worker);

    const manager = await town.signIn(browser, 'maj@lillaker.example');
    await manager.go('/cases');
    await expect(manager.page.locator('main')).not.toContainText(child);
    await manager.looks('hoor-manager-list');
    await manager.page.locator('main a[href^="/cases/"]').first().click();
    await manager.does('assign', { role: 'samordnare', staff: 'Karin' });
    await expect(manager.page.locator('main')).not.toContainText(child);

    const lead = await town.signIn(browser, 'karin@lillaker.example');
    await lead.go('/cases');
    await lead.page.locator('main a[href^="/cases/"]').first().click();
    await lead.does('declare_impartial', { impartial: 'Ja' });
    await lead.does('move_on');
    await gathers(lead);
    await prepares(lead);

    town.moveTo('2027-02-10T16:00:00Z');
    const evening = await town.signIn(browser, 'karin@lillaker.example');
    await evening.open(child);
    await meets(evening);

    const answers = await town.signIn(browser, 'amira@lillaker.example');
    await answers.open(child);
    await answers.isIn('Planen');
    await answers.does('answer_plan', { ending: 'genomgången', answer: 'Ja', reason: 'Den håller ihop.' });
    await answers.isIn('Uppföljning');

    town.moveTo('2027-05-05T15:00:00Z');
    const spring = await town.signIn(browser, 'karin@lillaker.example');
    await followsUp(spring);
});
