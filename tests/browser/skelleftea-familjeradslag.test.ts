// Skellefteå's familjerådslag, in Swedish, from the offer to a closed follow-up, through the screens:
// the questions are social services', the answers the network's, and the coordinator leaves on the way.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(600_000);

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const at = (who: string): string => `${who}@lillaker.example`;
const girl = 'Elsa Lind';
const mother = 'Anna Lind';
const grandfather = 'Sture';
const teacher = 'Tomas Berg';
const worker = 'Amira';
const lead = 'Karin';

async function offers(amira: Staff): Promise<string> {
    await amira.go('/');
    const { path } = await amira.begins('open_case', {
        intake: 'Familjerådslag (Skellefteå)',
        name: girl,
        asked: 'Hyran är inte betald sedan i december.',
    });
    await amira.isIn('Första kontakten');
    await amira.does('change_person', { born: '2010-06-01' }, girl);
    await amira.does('name_person', { name: mother, role: 'vårdnadshavare', relation: 'mamma' });
    for (const name of [girl, mother]) await amira.doesFor(name, 'give_consent', { consent: 'vi har ett familjerådslag' });
    await amira.does('move_on');
    await amira.isIn('Frågorna');
    // The questions are handed over as they are, and first of all they are there.
    await amira.does('write_question', { text: 'Var kan Elsa bo till sommaren?' });
    await amira.isMissing('En samordnare är utsedd');
    await amira.tries('move_on');
    await amira.refuses(/saknas|krävs/);
    return path;
}

async function gathers(karin: Staff): Promise<void> {
    await karin.isIn('Nätverket');
    await expect(karin.page.locator('article.case')).toContainText('Var kan Elsa bo');
    await expect(karin.page.locator('body')).not.toContainText('Hyran är inte betald');
    await karin.cannot('write_question');
    await karin.doesFor(girl, 'write_words', { text: 'Jag vill gå kvar i min klass.' });
    await karin.doesFor(girl, 'name_person', { name: grandfather, role: 'person i nätverket', relation: 'morfar' });
    await karin.doesFor(mother, 'name_person', { name: teacher, role: 'professionell', relation: 'lärare' });
    for (const name of [grandfather, teacher]) await karin.doesFor(girl, 'decide_invitation', { answer: 'Ja' }, name);
    await karin.looks('skelleftea-circle');
    await karin.does('move_on');
}

async function prepares(karin: Staff): Promise<void> {
    await karin.isIn('Förberedelser');
    await karin.does('plan_meeting', {
        meeting: 'Familjerådslag',
        day: '2027-02-10',
        starts: '17:00',
        ends: '20:00',
        place: 'Församlingshemmet',
    });
    for (const name of [grandfather, teacher, worker]) {
        await karin.does('invite', { way: 'besök' }, name);
        await karin.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    for (const name of [girl, mother, grandfather, teacher])
        await karin.all('record_preparation', 'checks', { way: 'esök', on: '2027-01-11' }, name);
    await karin.does('move_on');
}

async function meets(karin: Staff): Promise<void> {
    await karin.isIn('Rådslaget');
    for (const name of [girl, mother]) await karin.doesFor(name, 'give_consent', { consent: 'får berätta' });
    await karin.does('open_meeting', { here: [girl, mother, grandfather, teacher, worker, lead] });
    await karin.doesFor(teacher, 'give_account', { text: 'Elsa är alltid där på måndagar.' });
    await karin.doesFor(worker, 'give_account', { text: 'Det finns en lägenhet i maj.' });
    await karin.tries('next_step', { left: [`not ${worker}`] });
    await karin.refuses(/inte till för/);
    await karin.does('next_step', { left: [teacher, worker, lead] });
    await karin.cannot('hand_over_plan');
    await karin.looks('skelleftea-private');
    await karin.does('next_step', { came: [worker, lead] });
    await karin.doesFor(grandfather, 'hand_over_plan', { text: 'Elsa bor hos Sture till maj.' });
    await karin.doesFor(grandfather, 'write_action', { what: 'Elsa får rummet på övervåningen', heading: 'Våra svar', owner: grandfather });
    await karin.doesFor(mother, 'write_action', { what: 'Hjälp med räkningarna på fredagar', heading: 'hjälp med', owner: worker });
    await karin.does('end_meeting', { outcome: 'hölls' });
    await karin.isIn('Svaren');
    await karin.cannot('answer_plan');
}

async function followsUp(amira: Staff): Promise<void> {
    await amira.open(girl);
    await amira.does('open_meeting', { here: [girl, mother, grandfather, worker] });
    await amira.does('report_action', { kept: 'gjort' }, 'Elsa får');
    await amira.does('report_action', { kept: 'gjort' }, 'Hjälp med');
    for (const question of ['gått bra', 'annat sätt', 'en gång till'])
        await amira.does('answer_review', { question, text: 'Det har vi pratat om tillsammans.' });
    await amira.does('end_meeting', { outcome: 'hölls' });
    await amira.does('move_on');
    await expect(amira.page.locator('article.case')).toContainText(/avslutat|avslutad/i);
    await amira.looks('skelleftea-closed');
}

test('from the questions to approved answers, and a follow-up without the coordinator', async ({ browser }) => {
    const amira = await town.signIn(browser, at('amira'));
    const path = await offers(amira);
    const maj = await town.signIn(browser, at('maj'));
    await maj.neverMeets([girl, mother], path);
    await maj.does('assign', { role: 'samordnare', staff: 'Karin' });
    const karin = await town.signIn(browser, at('karin'));
    await karin.go(path);
    await karin.does('declare_impartial', { impartial: 'Ja' });
    await expect(karin.page.locator('body')).not.toContainText(girl);
    await amira.go(path);
    await amira.does('move_on');
    await karin.open(girl);
    await gathers(karin);
    await prepares(karin);

    town.moveTo('2027-02-10T16:00:00Z');
    const evening = await town.signIn(browser, at('karin'));
    await evening.open(girl);
    await meets(evening);
    const answers = await town.signIn(browser, at('amira'));
    await answers.open(girl);
    await answers.does('judge_action', { fine: 'Bra så' }, 'Elsa får');
    await answers.does('answer_plan', { answer: 'Ja', reason: 'Det svarar på frågan.' });
    // Approved, and still hers: the follow-up is not booked.
    await evening.open(girl);
    await evening.isMissing('Uppföljningen är bokad');
    await evening.looks('skelleftea-answers');
    await evening.does('plan_meeting', {
        meeting: 'Uppföljningsmöte',
        day: '2027-05-05',
        starts: '17:00',
        ends: '18:30',
        place: 'Församlingshemmet',
    });
    await evening.go('/cases');
    await expect(evening.page.locator('main')).not.toContainText(girl);

    town.moveTo('2027-05-05T15:00:00Z');
    const spring = await town.signIn(browser, at('amira'));
    await followsUp(spring);
});
