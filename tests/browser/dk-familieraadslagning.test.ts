// The Danish familierådslagning, in Danish, from the offer to a closed follow-up, through the screens:
// the plan is sent back once, and then approved.
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
const father = 'Mads Vester';
const granny = 'Karen';
const teacher = 'Nanna Juhl';
const worker = 'Yasmin';
const lead = 'Mette Juul';
const asked = 'Skolen har ringet tre gange siden jul.';

/** Yasmin offers it; each parent and Alma, who is ten, say yes for themselves. */
async function offers(yasmin: Staff): Promise<string> {
    await yasmin.go('/');
    const { path } = await yasmin.begins('open_case', { intake: 'Familierådslagning', name: child, asked });
    await yasmin.isIn('Tilbuddet');
    await yasmin.does('change_person', { born: '2016-06-01' }, child);
    for (const [name, relation] of [[mother, 'mor'], [father, 'far']] as const)
        await yasmin.does('name_person', { name, role: 'forælder med forældremyndighed', relation });
    for (const name of [child, mother]) await yasmin.doesFor(name, 'give_consent', { consent: 'holder en familierådslagning' });
    await yasmin.tries('move_on');
    await yasmin.refuses(/Noget mangler/);
    await yasmin.doesFor(father, 'give_consent', { consent: 'holder en familierådslagning' });
    await yasmin.looks('dk-offered');
    await yasmin.does('move_on');
    return path;
}

async function writesQuestions(yasmin: Staff): Promise<void> {
    await yasmin.isIn('Spørgsmålene');
    await yasmin.doesFor(child, 'write_question', { text: 'Hvor sover jeg, når de skændes?' });
    for (const name of [child, mother, father]) await yasmin.doesFor(name, 'agree_questions');
    await yasmin.tries('move_on');
    await yasmin.refuses(/Noget mangler/);
    await yasmin.isMissing('En samordner er udpeget');
}

async function gathers(mette: Staff): Promise<void> {
    await mette.isIn('Hvem skal med?');
    await expect(mette.page.locator('article.case')).toContainText('Hvor sover jeg');
    await expect(mette.page.locator('body')).not.toContainText('ringet tre gange');
    await mette.doesFor(child, 'write_words', { text: 'Jeg vil have rolige aftener.' });
    await mette.doesFor(child, 'name_person', { name: granny, role: 'familien eller netværket', relation: 'farmor' });
    await mette.doesFor(mother, 'name_person', { name: teacher, role: 'fagperson', relation: 'lærer' });
    for (const name of [granny, teacher]) await mette.doesFor(child, 'decide_invitation', { answer: 'Ja' }, name);
    await mette.looks('dk-circle');
    await mette.does('move_on');
}

async function prepares(mette: Staff): Promise<void> {
    await mette.isIn('Forberedelse');
    await mette.does('plan_meeting', {
        meeting: 'Familierådslagning',
        day: '2027-02-10',
        starts: '17:00',
        ends: '20:00',
        place: 'Klubhuset',
    });
    for (const name of [granny, teacher, worker]) {
        await mette.does('invite', { way: 'brev' }, name);
        await mette.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    for (const name of [child, mother, father, granny, teacher])
        await mette.all('record_preparation', 'checks', { way: 'esøg', on: '2027-01-11' }, name);
    await mette.does('move_on');
}

async function meets(mette: Staff): Promise<void> {
    await mette.isIn('Rådslagningen');
    for (const name of [child, mother, father]) await mette.doesFor(name, 'give_consent', { consent: 'fortælle, hvad de ved' });
    await mette.does('open_meeting', { here: [child, mother, father, granny, teacher, worker, lead] });
    await mette.doesFor(teacher, 'give_account', { text: 'Alma er træt om mandagen.' });
    // While the plan is written nobody who is there for their work stays.
    await mette.tries('next_step', { left: [`not ${worker}`] });
    await mette.refuses(/er ikke for/);
    await mette.does('next_step', { left: [teacher, worker, lead] });
    await mette.looks('dk-step-2');
    await mette.does('next_step');
    for (const name of [child, granny, worker, lead]) await mette.isInTheRoom(name);
    await mette.taps('arrive', teacher);
    await expect(mette.page.locator('body')).toContainText(/er ikke for Nanna/);
    await mette.closes();
    await mette.doesFor(granny, 'hand_over_plan', { text: 'Rolige aftener for Alma.' });
    await mette.doesFor(child, 'write_action', { what: 'Alma sover hos Karen om torsdagen', heading: 'hjælper vi selv', owner: granny, due: '2027-03-01' });
    await mette.doesFor(mother, 'write_action', { what: 'En plads i lektieklubben', heading: 'ske for barnet', owner: worker });
    await mette.cannot('answer_plan');
}

/** What is missing is said item by item, with the reason, and the plan goes back to the family. */
async function sendsBack(yasmin: Staff): Promise<void> {
    await yasmin.open(child);
    await yasmin.cannot('write_action');
    await yasmin.does('judge_action', { fine: 'Godt sådan' }, 'Alma sover');
    await yasmin.does('judge_action', { fine: 'Noget mangler', missing: 'Hvem henter hende klokken fire?' }, 'En plads i');
    await yasmin.tries('answer_plan', { answer: 'Ja', reason: 'Det ser godt ud.' });
    await yasmin.refuses(/noget mangler/);
    await yasmin.does('answer_plan', { answer: 'Tilbage til familien', reason: 'Vejen hjem mangler.' });
    await expect(yasmin.page.locator('article.case')).toContainText('Vejen hjem mangler.');
    await yasmin.looks('dk-sent-back');
}

async function mends(mette: Staff, path: string): Promise<void> {
    await mette.go(path);
    await expect(mette.page.locator('article.case')).toContainText('Vejen hjem mangler.');
    await mette.tries('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.refuses(/Noget mangler/);
    await mette.doesFor(mother, 'change_action', { what: 'En plads i lektieklubben, og farmor henter' }, 'En plads i');
    await mette.doesFor(granny, 'hand_over_plan', { text: 'Rolige aftener for Alma, og en vej hjem.' });
}

async function followsUp(mette: Staff): Promise<void> {
    await mette.open(child);
    await mette.does('open_meeting', { here: [child, mother, granny, worker, lead] });
    await mette.does('report_action', { kept: 'Gjort' }, 'Alma sover');
    await mette.does('report_action', { kept: 'Gjort' }, 'En plads i');
    for (const question of ['gået godt', 'anden måde', 'en gang til'])
        await mette.does('answer_review', { question, text: 'Det har vi talt om sammen.' });
    await mette.does('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.does('move_on');
    await expect(mette.page.locator('article.case')).toContainText(/afsluttet/i);
    await mette.looks('dk-closed');
}

test('from the offer to a plan that is sent back, approved and followed up', async ({ browser }) => {
    const yasmin = await town.signIn(browser, at('yasmin'));
    const path = await offers(yasmin);
    await writesQuestions(yasmin);
    const per = await town.signIn(browser, at('per'));
    await per.neverMeets([child, mother], path);
    await per.does('assign', { role: 'samordner', staff: 'Mette' });
    const mette = await town.signIn(browser, at('mette'));
    await mette.go(path);
    await mette.does('declare_impartial', { impartial: 'Ja' });
    await expect(mette.page.locator('body')).not.toContainText(child);
    await yasmin.go(path);
    await yasmin.does('move_on');
    await mette.open(child);
    await gathers(mette);
    await prepares(mette);

    town.moveTo('2027-02-10T16:00:00Z');
    const evening = await town.signIn(browser, at('mette'));
    await evening.open(child);
    await meets(evening);
    const answers = await town.signIn(browser, at('yasmin'));
    await sendsBack(answers);
    await mends(evening, path);
    await answers.go(path);
    await answers.does('judge_action', { fine: 'Godt sådan' }, 'En plads i');
    await answers.does('answer_plan', { answer: 'Ja', reason: 'Nu hænger det sammen.' });
    await evening.go(path);
    await evening.does('plan_meeting', {
        meeting: 'Opfølgningsmøde',
        day: '2027-05-05',
        starts: '17:00',
        ends: '18:30',
        place: 'Klubhuset',
    });
    await evening.does('end_meeting', { outcome: 'holdt som tænkt' });
    await evening.isIn('Opfølgning');
    await evening.looks('dk-approved');

    town.moveTo('2027-05-05T15:00:00Z');
    const spring = await town.signIn(browser, at('mette'));
    await followsUp(spring);
});
