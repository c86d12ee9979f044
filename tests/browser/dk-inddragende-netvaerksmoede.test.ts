// Det inddragende netværksmøde, in Danish, from the offer to a closed follow-up, through the screens:
// everybody sits there all the time, and the plan is theirs when each of them has said so.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(600_000);
test.use({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const at = (who: string): string => `${who}@norreby.example`;
const child = 'Alma Vester';
const mother = 'Rikke Vester';
const granny = 'Karen';
const nurse = 'Ditte Holm';
const worker = 'Yasmin';
const lead = 'Mette Juul';
const everybody = [child, mother, granny, nurse, worker, lead];

async function offers(yasmin: Staff): Promise<string> {
    await yasmin.go('/');
    const { path } = await yasmin.begins('open_case', {
        intake: 'Vi er ved at finde ud af',
        name: child,
        asked: 'Skolen har ringet tre gange siden jul.',
    });
    await yasmin.isIn('Tilbuddet');
    await yasmin.does('change_person', { born: '2016-06-01' }, child);
    await yasmin.does('name_person', { name: mother, role: 'forælder med forældremyndighed', relation: 'mor' });
    for (const name of [child, mother]) await yasmin.doesFor(name, 'give_consent', { consent: 'Jeg vil gerne have' });
    await yasmin.isMissing('En mødeleder er udpeget');
    await yasmin.tries('move_on');
    await yasmin.refuses(/Noget mangler/);
    return path;
}

async function gathers(mette: Staff): Promise<void> {
    await mette.isIn('Formålet og kredsen');
    await expect(mette.page.locator('body')).not.toContainText('ringet tre gange');
    await mette.doesFor(child, 'write_words', { text: 'Jeg vil have rolige aftener.' });
    await mette.does('choose_purpose', { purposes: ['hverdagen omkring barnet'], text: 'At Alma sover og kommer i skole.' });
    await mette.doesFor(child, 'name_person', { name: granny, role: 'det private netværk', relation: 'farmor' });
    await mette.doesFor(mother, 'name_person', { name: nurse, role: 'fagperson', relation: 'sundhedsplejerske' });
    for (const name of [granny, nurse]) await mette.doesFor(child, 'decide_invitation', { answer: 'Ja' }, name);
    await mette.looks('inddragende-circle');
    await mette.does('move_on');
}

async function prepares(mette: Staff): Promise<void> {
    await mette.isIn('Forberedelse');
    await mette.does('plan_meeting', {
        meeting: 'Netværksmøde',
        day: '2027-02-10',
        starts: '15:00',
        ends: '17:30',
        place: 'Klubhuset',
    });
    for (const name of [granny, nurse, worker]) {
        await mette.does('invite', { way: 'brev' }, name);
        await mette.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    for (const name of [child, mother, granny, nurse, worker])
        await mette.all('record_preparation', 'checks', { way: 'esøg', on: '2027-01-11' }, name);
    await mette.does('move_on');
}

async function meets(mette: Staff): Promise<void> {
    await mette.isIn('Netværksmødet');
    await mette.tries('open_meeting', { here: everybody });
    await mette.refuses(/Noget mangler/);
    for (const name of [child, mother]) await mette.doesFor(name, 'give_consent', { consent: 'Når mødet er slut' });
    await mette.does('open_meeting', { here: everybody });
    await mette.doesFor(nurse, 'give_account', { text: 'Alma har hovedpine en gang om ugen.' });
    // The plan is made together, in the second step, and nobody leaves for it.
    await mette.cannot('write_action');
    await mette.does('next_step');
    for (const name of everybody) await mette.isInTheRoom(name);
    await mette.looks('inddragende-plan');
    await mette.doesFor(granny, 'write_action', { what: 'Alma sover hos Karen om torsdagen', heading: 'private netværk', owner: granny });
    await mette.does('write_action', { what: 'En snak hver mandag', heading: 'fagpersonerne', owner: nurse });
    await mette.does('hand_over_plan', { text: 'Rolige aftener for Alma.' });
    for (const name of [child, mother]) await mette.doesFor(name, 'answer_plan', { answer: 'Ja' });
    await mette.does('end_meeting', { outcome: 'holdt som tænkt' });
    // It is not everybody's before the case worker has said so too.
    await mette.isIn('Netværksmødet');
    await mette.isMissing('hver sagt, at planen er deres');
}

async function followsUp(mette: Staff): Promise<void> {
    await mette.open(child);
    await mette.does('open_meeting', { here: everybody });
    await mette.does('report_action', { kept: 'Gjort' }, 'Alma sover');
    await mette.tries('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.refuses(/Noget mangler/);
    await mette.does('report_action', { kept: 'Gjort' }, 'En snak');
    await mette.does('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.does('move_on');
    await expect(mette.page.locator('article.case')).toContainText(/afsluttet/i);
    await mette.looks('inddragende-closed');
}

test('from the offer to a plan that is everybody’s, and a closed follow-up', async ({ browser }) => {
    const yasmin = await town.signIn(browser, at('yasmin'));
    const path = await offers(yasmin);
    const per = await town.signIn(browser, at('per'));
    await per.neverMeets([child, mother], path);
    await per.does('assign', { role: 'mødeleder', staff: 'Mette' });
    const mette = await town.signIn(browser, at('mette'));
    await mette.go(path);
    await mette.does('declare_impartial', { impartial: 'Ja' });
    await expect(mette.page.locator('body')).not.toContainText(child);
    await yasmin.go(path);
    await yasmin.does('move_on');
    await mette.open(child);
    await gathers(mette);
    await prepares(mette);

    town.moveTo('2027-02-10T14:00:00Z');
    const afternoon = await town.signIn(browser, at('mette'));
    await afternoon.open(child);
    await meets(afternoon);
    const answers = await town.signIn(browser, at('yasmin'));
    await answers.open(child);
    await answers.does('answer_plan', { answer: 'Ja' });
    await afternoon.open(child);
    await afternoon.isIn('Efter mødet');
    await afternoon.does('plan_meeting', {
        meeting: 'Opfølgningsmøde',
        day: '2027-04-14',
        starts: '15:00',
        ends: '16:00',
        place: 'Klubhuset',
    });

    town.moveTo('2027-04-14T13:00:00Z');
    const spring = await town.signIn(browser, at('mette'));
    await followsUp(spring);
});
