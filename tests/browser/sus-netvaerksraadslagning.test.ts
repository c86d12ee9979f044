// SUS's netværksrådslagning, in Danish, from a request to a closed follow-up, through the screens.
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
const main = 'Ejnar Toft';
const sister = 'Grethe';
const friend = 'Kaj Holm';
const teacher = 'Ole Gram';
const late = 'Pia Krag'; // a teacher too, who does not come to the first step
const chosen = 'Hans';
const lead = 'Mette';
const asked = 'Ejnar har mistet sit arbejde og bliver i sengen.';
const before = 'Ejnar reparerer cykler hos os to gange om ugen.';

/** Ejnar chooses Hans, of the day centre, and the two of them write the questions. */
async function writesQuestions(hans: Staff): Promise<void> {
    await hans.open(main);
    await expect(hans.page.locator('article.case')).toContainText(asked);
    await hans.doesFor(main, 'give_consent', { consent: 'vi holder en netværksrådslagning' });
    await hans.tries('move_on');
    await hans.refuses(/Noget mangler/);
    await hans.isMissing('Hovedpersonen har selv valgt');
    await hans.doesFor(main, 'give_consent', { consent: 'selv valgt' });
    await hans.does('move_on');
    await hans.isIn('Spørgsmålene');
    await hans.doesFor(main, 'write_words', { text: 'Jeg vil have noget at stå op til.' });
    await hans.doesFor(main, 'write_question', { text: 'Hvem spiser med mig om søndagen?' });
    await hans.doesFor(main, 'agree_questions');
    await hans.looks('sus-questions');
}

async function drawsTheNetwork(mette: Staff): Promise<void> {
    await mette.open(main);
    await mette.isIn('Netværket');
    // She reads the questions, and not what was written when it began.
    await expect(mette.page.locator('article.case')).toContainText('Hvem spiser med mig');
    await expect(mette.page.locator('body')).not.toContainText('mistet sit arbejde');
    for (const [name, role, relation] of [
        [sister, 'person fra netværket', 'søster'],
        [friend, 'person fra netværket', 'gammel kollega'],
        [teacher, 'fagperson udefra', 'lærer på aftenskolen'],
        [late, 'fagperson udefra', 'lærer på aftenskolen'],
    ] as const)
        await mette.doesFor(main, 'name_person', { name, role, relation });
    for (const name of [sister, friend, teacher, late])
        await mette.doesFor(main, 'decide_invitation', { answer: 'Ja' }, name);
    await mette.doesFor(main, 'decide_invitation', { answer: 'Nej' }, 'Yasmin');
    await mette.looks('sus-network');
    await mette.does('move_on');
}

async function visits(mette: Staff): Promise<void> {
    await mette.isIn('Besøgene');
    await mette.does('plan_meeting', {
        meeting: 'Netværksrådslagning',
        day: '2027-02-10',
        starts: '17:00',
        ends: '20:00',
        place: 'Den gamle skole',
    });
    for (const name of [sister, friend, teacher, late, chosen]) {
        await mette.does('invite', { way: 'besøg' }, name);
        await mette.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
    await mette.cannotAt('invite', 'Yasmin');
    for (const name of [main, sister, friend, teacher, late, chosen])
        await mette.all('record_preparation', 'checks', { way: 'esøg', on: '2027-01-11' }, name);
    await mette.looks('sus-visits');
}

async function meets(mette: Staff): Promise<void> {
    await mette.doesFor(main, 'give_consent', { consent: 'fortælle mit netværk' });
    await mette.does('open_meeting', { here: [main, sister, friend, teacher, chosen, lead] });
    await mette.tries('next_step');
    await mette.refuses(/Noget mangler/);
    await mette.isMissing('Alle medarbejdere her har fortalt');
    await mette.doesFor(teacher, 'give_account', { text: 'Ejnar læser mere, end han siger.' });
    await mette.does('next_step');
    await mette.cannotAt('leave', chosen);
    await mette.looks('sus-step-2');
    // Whoever was in the first step comes back, the teacher too; who was not does not.
    await mette.does('next_step');
    for (const name of [main, sister, friend, teacher, chosen, lead]) await mette.isInTheRoom(name);
    await mette.taps('arrive', late);
    await expect(mette.page.locator('body')).toContainText(/er ikke for Pia Krag/);
    await mette.closes();
    await mette.doesFor(sister, 'hand_over_plan', { text: 'Noget at stå op til.' });
    for (const [whose, what, heading, owner] of [
        [main, 'Op klokken otte hver hverdag', 'gøre livet bedre', main],
        [main, 'En plads i værkstedet', 'vil jeg selv', chosen],
        [sister, 'En snak om gælden', 'bede kommunen', chosen],
        [friend, 'Middag om søndagen', 'selv i netværket', friend],
    ] as const)
        await mette.doesFor(whose, 'write_action', { what, heading, owner, due: '2027-04-01' });
    await mette.tries('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.refuses(/Noget mangler/);
    await mette.isMissing('Planen er taget imod');
    await mette.doesFor(teacher, 'ask_clarification', { question: 'Hvem vækker ham?', action: 'Op klokken otte' });
    await mette.doesFor(friend, 'clarify', { answer: 'Det gør jeg.' }, 'Hvem vækker ham?');
    await mette.does('plan_meeting', {
        meeting: 'Opfølgningsmøde',
        day: '2027-05-05',
        starts: '17:00',
        ends: '18:30',
        place: 'Den gamle skole',
    });
    await mette.looks('sus-step-3');
}

async function followsUp(mette: Staff): Promise<void> {
    await mette.does('open_meeting', { here: [main, sister, friend, chosen, lead] });
    for (const action of ['Op klokken otte', 'En plads i', 'En snak om', 'Middag om'])
        await mette.does('report_action', { kept: 'Gjort' }, action);
    for (const question of ['gået godt', 'anden måde', 'en gang til'])
        await mette.does('answer_review', { question, text: 'Det har vi talt om sammen.' });
    await mette.does('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.does('move_on');
    await expect(mette.page.locator('article.case')).toContainText(/afsluttet/i);
    await mette.looks('sus-closed');
}

test('from a request to a follow-up under a new assignment', async ({ browser }) => {
    const yasmin = await town.signIn(browser, at('yasmin'));
    await yasmin.go('/');
    const { path } = await yasmin.begins('open_case', {
        intake: 'Netværksrådslagning',
        name: main,
        asked,
        contact_person: 'Hans Dam',
    });
    await yasmin.isIn('Den første kontakt');

    const per = await town.signIn(browser, at('per'));
    await per.neverMeets([main], path);
    await per.does('assign', { role: 'valgt medarbejder', staff: 'Hans' });
    const hans = await town.signIn(browser, at('hans'));
    await writesQuestions(hans);

    // Only now a coordinator, who reads nothing before the questions have been handed on.
    const mette = await town.signIn(browser, at('mette'));
    await mette.neverMeets([main], path);
    await per.go(path);
    await per.does('assign', { role: 'samordner', staff: 'Mette' });
    await mette.go(path);
    await mette.does('declare_impartial', { impartial: 'Ja' });
    await expect(mette.page.locator('body')).not.toContainText(main);
    await hans.go(path);
    await hans.does('move_on');
    await drawsTheNetwork(mette);
    await visits(mette);

    // What Hans writes down beforehand Mette does not read.
    await hans.go(path);
    await hans.does('give_account', { text: before });
    await expect(hans.page.locator('body')).toContainText(before);
    await mette.go(path);
    await expect(mette.page.locator('body')).not.toContainText(before);
    await mette.does('move_on');
    await mette.isIn('Rådslagningen');
    await mette.cannot('give_account');

    town.moveTo('2027-02-10T16:00:00Z');
    const evening = await town.signIn(browser, at('mette'));
    await evening.open(main);
    await meets(evening);
    const own = await town.signIn(browser, at('hans'));
    await own.open(main);
    await own.does('answer_plan', { ending: 'taget imod', answer: 'Ja' });
    await evening.go(path);
    await evening.does('end_meeting', { outcome: 'holdt som tænkt' });

    // The conference is held, and with it her task has ended.
    await evening.neverMeets([main, sister], path);
    await own.go(path);
    await own.isIn('Opfølgning');
    const manager = await town.signIn(browser, at('per'));
    await manager.go(path);
    await manager.does('assign', { role: 'leder af opfølgningen', staff: 'Mette' });
    town.moveTo('2027-05-05T15:00:00Z');
    const spring = await town.signIn(browser, at('mette'));
    await spring.go(path);
    await spring.does('declare_impartial', { impartial: 'Ja' });
    await spring.open(main);
    await followsUp(spring);
});
