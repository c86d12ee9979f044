// Hillerød's processuelle netværksmøde, in Danish, from an anonymous referral to the last meeting of
// the series, through the screens.
import { expect, test } from '@playwright/test';
import { type Staff, Town } from './support/staff';

test.setTimeout(900_000);
test.use({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });

let town: Town;
test.beforeAll(async () => {
    town = await Town.open('2027-01-11T08:00:00Z');
});
test.afterAll(() => town.close());

const at = (who: string): string => `${who}@norreby.example`;
const child = 'Malthe Ibsen';
const mother = "Ida D'Angelo";
const granny = 'Bedste';
const teacher = 'Bo Lærke';
const worker = 'Yasmin';
const leader = 'Mette';
const everybody = [child, mother, granny, teacher, worker, leader];
const family = ['Malthe', 'Ibsen', "D'Angelo"];

const description = {
    contact: 'Hans Dam, SFO Solsikken, træffes på 70 10 20 30',
    child: 'En dreng på elleve år bliver væk fra skolen og er ked af det.',
    family: 'Forælderen er uden arbejde og sover dårligt.',
    started: 'Samtaler med klasselæreren siden efteråret.',
    confirms: ['underretning'],
};

/** Hans, who works at an after-school club, describes a family without naming it. */
async function refers(hans: Staff): Promise<{ name: string; path: string }> {
    await hans.go('/');
    await hans.looks('hil-desk-employee');
    await hans.tries('refer', { ...description, confirms: [] });
    await hans.refuses(/bekræft hver af dem/);
    await hans.tries('refer', { ...description, child: 'Drengen, 280215-1234, bliver væk fra skolen.' });
    await hans.refuses(/Fjern 280215-1234/);
    await hans.tries('refer', { ...description, family: 'De bor på Skovvej 12 og sover dårligt.' });
    await hans.refuses(/Fjern Skovvej 12/, 'hil-refused-address');
    const referred = await hans.begins('refer', description);
    await hans.isIn('Henvisning');
    await hans.looks('hil-referral-sent');
    return referred;
}

async function takes(mette: Staff, name: string): Promise<void> {
    await mette.open(name);
    await mette.looks('hil-referral-leader');
    await mette.does('take_referral');
    await mette.cannot('pass_to_committee');
    await mette.does('declare_impartial', { impartial: 'Ja' });
    await mette.does('judge_criteria', { criteria: ['Bliver væk fra skolen'] });
    await mette.does('pass_to_committee');
    await mette.isIn('Visitation');
    await mette.cannot('link_identity');
}

/** Criteria of the family are missing: the committee sees it, judges anew, and decides with a reason. */
async function grants(lone: Staff, name: string): Promise<void> {
    await lone.go('/committee');
    await lone.does('plan_committee', { day: '2027-01-20' });
    await lone.looks('hil-committee');
    await lone.page.locator('main').getByRole('link', { name }).first().click();
    await lone.isMissing('Kriterierne er vurderet');
    await lone.looks('hil-committee-case');
    await lone.does('judge_criteria', { criteria: ['Har løs eller ingen tilknytning'] });
    await lone.tries('decide_referral', { verdict: 'Bevilget' });
    await lone.refuses(/Hvorfor/);
    await lone.does('decide_referral', { verdict: 'Bevilget', reason: 'Mange fagfolk er om en lille familie.' });
    await lone.isIn('Svar til henviseren');
}

/** With the family's yes, and not before, the case has a name. */
async function asksTheFamily(mette: Staff, name: string): Promise<void> {
    await mette.open(name);
    await mette.does('answer_referrer', { text: 'Udvalget har sagt ja. Lad os spørge familien sammen.' });
    await mette.isIn('Familiens ja');
    await mette.looks('hil-answered');
    await mette.tries('move_on');
    await mette.refuses(/Noget mangler/, 'hil-gate-closed');
    await mette.does('link_identity', {
        main_name: child,
        main_born: '2015-02-28',
        guardian_name: mother,
        relation: 'mor',
        main_agrees: 'Ja',
        told: 'mødtes',
        told_on: '2027-01-11',
    });
    await expect(mette.page.locator('h1')).toContainText(child);
    await mette.tries('move_on');
    await mette.refuses(/Noget mangler/);
    await mette.doesFor(mother, 'give_consent', { consent: 'holder netværksmøder' });
    await mette.doesFor(child, 'give_consent', { consent: 'holder netværksmøder' });
    await mette.looks('hil-consents');
    await mette.does('move_on');
}

async function drawsTheNetwork(mette: Staff): Promise<void> {
    await mette.isIn('Netværket');
    await mette.doesFor(child, 'write_words', { text: 'Jeg vil gerne kunne sove og spille fodbold igen.' });
    await mette.doesFor(mother, 'name_person', { name: granny, role: 'familiens netværk', relation: 'mormor' });
    await mette.does('name_person', { name: teacher, role: 'fagperson', relation: 'klasselærer' });
    await mette.cannotAt('invite', granny);
    await mette.tries('move_on');
    await mette.refuses(/Noget mangler/);
    for (const name of [granny, teacher, worker])
        await mette.doesFor(mother, 'decide_invitation', { answer: 'Ja' }, name);
    await mette.looks('hil-network');
    await mette.does('move_on');
}

async function prepares(mette: Staff, day: string): Promise<void> {
    await mette.isIn('Forberedelse');
    await mette.does('plan_meeting', { day, starts: '13:00', ends: '16:00', place: 'Biblioteket' });
    for (const name of [granny, teacher, worker]) {
        await mette.does('invite', { way: 'brev' }, name);
        await mette.doesFor(name, 'record_answer', { answer: 'Kommer' }, name);
    }
}

async function preparesEach(mette: Staff): Promise<void> {
    await mette.tries('move_on');
    await mette.refuses(/Noget mangler/);
    for (const name of [child, mother, granny, teacher, worker])
        await mette.all('record_preparation', 'checks', { way: 'esøg', on: '2027-01-11' }, name);
    await mette.looks('hil-preparation');
    await mette.does('move_on');
}

async function firstMeeting(mette: Staff): Promise<void> {
    await mette.isIn('Netværksmøde');
    // A meeting about a family without the family does not go on.
    await mette.does('open_meeting', { here: [granny, teacher, worker, leader] });
    await mette.tries('next_step');
    await mette.refuses(/Noget mangler/);
    await mette.isMissing('Nogen fra familien er her');
    await mette.looks('hil-step-1-without-family');
    for (const name of [child, mother]) {
        await mette.taps('arrive', name);
        await mette.isInTheRoom(name);
    }
    for (const [name, picture] of [
        [teacher, 'Malthe er glad for idræt og er kommet tre dage i denne uge.'],
        [worker, 'Familien har en kontaktperson, og den aftale løber videre.'],
    ] as const)
        await mette.doesFor(name, 'give_account', { text: picture });
    await mette.looks('hil-step-1');
    // Nobody leaves the room between the two steps.
    await mette.does('next_step');
    for (const name of everybody) await mette.isInTheRoom(name);
    // Goals that nobody has written hold it up.
    await mette.tries('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.refuses(/Noget mangler/);
    await mette.does('write_action', { what: 'Bedste følger Malthe til skole om tirsdagen', heading: 'Hvem gør hvad', owner: granny, due: '2027-03-01' });
    await mette.does('write_action', { what: 'En plads på fodboldholdet', heading: 'Hvem gør hvad' });
    await mette.does('hand_over_plan', { text: 'Malthe sover om natten og er i skole om dagen.' });
    await answersReview(mette, ['Det er første gang, vi taler om det.', 'Ja, før sommer.']);
    await mette.tries('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.refuses(/Noget mangler/);
    await mette.isMissing('Alt har én, der gør det');
    await mette.looks('hil-step-2');
    await mette.does('change_action', { owner: worker }, 'En plads på fodboldholdet');
    await agrees(mette);
}

async function answersReview(mette: Staff, answers: readonly [string, string]): Promise<void> {
    await mette.does('answer_review', { question: 'går bedre nu', text: answers[0] });
    await mette.does('answer_review', { question: 'møde mere', text: answers[1] });
}

async function agrees(mette: Staff): Promise<void> {
    await mette.doesFor(mother, 'answer_plan', { ending: 'med på aftalerne', answer: 'Ja' });
    await mette.does('end_meeting', { outcome: 'holdt som tænkt' });
    await mette.isIn('Mellem møderne');
}

/** Three months on: how did it go, and is there need for another? */
async function secondMeeting(mette: Staff): Promise<void> {
    await mette.does('open_meeting', { here: everybody });
    await mette.doesFor(teacher, 'give_account', { text: 'Han kommer hver dag.' });
    await mette.doesFor(worker, 'give_account', { text: 'Der er mere ro hjemme.' });
    await mette.tries('next_step');
    await mette.refuses(/Noget mangler/);
    await mette.does('report_action', { kept: 'Gjort', note: 'Hver tirsdag.' }, 'Bedste følger');
    await mette.does('report_action', { kept: 'Delvist gjort' }, 'En plads på');
    await mette.does('next_step');
    await mette.does('hand_over_plan', { text: 'Vi fortsætter sådan uden møder.' });
    await answersReview(mette, ['Søvnen er bedre.', 'Nej, ikke lige nu.']);
    await mette.looks('hil-second-meeting');
    await agrees(mette);
}

test('from an anonymous referral to the last meeting of the series', async ({ browser }) => {
    const hans = await town.signIn(browser, at('hans'));
    const { name, path } = await refers(hans);

    const mette = await town.signIn(browser, at('mette'));
    await takes(mette, name);
    const lone = await town.signIn(browser, at('lone'));
    await grants(lone, name);
    await asksTheFamily(mette, name);

    // Who works with the referral, and with other families, never learns who this one is.
    const anders = await town.signIn(browser, at('anders'));
    for (const other of [lone, anders]) await other.neverMeets(family, path);
    const per = await town.signIn(browser, at('per'));
    await per.neverMeets(family, path);
    await per.looks('hil-manager-case');
    await per.does('assign', { role: 'rådgiver', staff: 'Yasmin' });

    await mette.open(child);
    await drawsTheNetwork(mette);
    await prepares(mette, '2027-02-10');
    await preparesEach(mette);
    await hans.neverMeets([granny, teacher, 'Biblioteket'], path);

    town.moveTo('2027-02-10T12:00:00Z');
    const afternoon = await town.signIn(browser, at('mette'));
    await afternoon.open(child);
    await firstMeeting(afternoon);

    const own = await town.signIn(browser, at('yasmin'));
    await answersForThemselves(own);
    await afternoon.open(child);
    await afternoon.doesFor(mother, 'answer_questionnaire', {
        questionnaire: 'familien',
        answers: ['Jeg stoler på=4', 'Jeg var med=5', 'mødt med respekt=5'],
        words: 'De lyttede til os.',
    });
    await afternoon.looks('hil-between');
    await afternoon.does('go_round');
    await prepares(afternoon, '2027-05-05');
    await afternoon.does('move_on');

    town.moveTo('2027-05-05T11:00:00Z');
    const spring = await town.signIn(browser, at('mette'));
    await spring.open(child);
    await secondMeeting(spring);
    await spring.does('move_on');
    await expect(spring.page.locator('article.case')).toContainText(/afsluttet/i);
    await spring.looks('hil-closed');
    await spring.follows('Hvad der er sket');
    await spring.looks('hil-log');
});

/** The case worker's own desk: the meetings, her questionnaire, and case papers that the leader never sees. */
async function answersForThemselves(own: Staff): Promise<void> {
    await own.go('/');
    await own.looks('hil-desk-case-worker');
    await own.open(child);
    await own.does('write_paper', { kind: 'Undersøgelse', title: 'Undersøgelse af skolegangen', text: 'Kun for myndigheden.', dated: '2027-02-10' });
    await own.does('answer_questionnaire', {
        questionnaire: 'fagpersoner',
        answers: ['Jeg kan se=4', 'gode beslutninger=3', 'tempo=3', 'fælles om ansvaret=5', 'mindre tid=Ja'],
    });
    await own.looks('hil-case-worker');
}

/** What looks like a name is asked about, and taken out by the one who wrote it. */
async function refersWithAName(hans: Staff): Promise<{ name: string; path: string }> {
    await hans.go('/');
    const referred = await hans.begins('refer', { ...description, child: 'Drengen Malthe bliver væk fra skolen.' });
    await hans.hears(/ligner navne/);
    await hans.does('supplement_referral', { text: 'En dreng bliver væk fra skolen.' }, 'Hvordan har barnet');
    await expect(hans.page.locator('main')).not.toContainText('Malthe');
    return referred;
}

test('the committee wants to know more, and then says no, with what is done instead', async ({ browser }) => {
    const hans = await town.signIn(browser, at('hans'));
    const { name, path } = await refersWithAName(hans);
    const anders = await town.signIn(browser, at('anders'));
    await anders.open(name);
    await anders.does('take_referral');
    await anders.does('declare_impartial', { impartial: 'Ja' });
    await anders.does('judge_criteria', { criteria: ['Bliver væk fra skolen', 'Har løs eller ingen tilknytning'] });
    await anders.does('pass_to_committee');

    const lone = await town.signIn(browser, at('lone'));
    await lone.open(name);
    await lone.does('decide_referral', { verdict: 'Der mangler noget', reason: 'Hvad ønsker familien selv?' });
    await lone.isIn('Visitation');

    await anders.open(name);
    await expect(anders.page.locator('main')).toContainText('Hvad ønsker familien selv?');
    await anders.does('ask_referrer', { text: 'Hvad ønsker familien selv?' });
    await hans.go(path);
    await expect(hans.page.locator('main')).toContainText('Hvad ønsker familien selv?');
    await hans.looks('hil-referrer-asked');
    await hans.does('supplement_referral', { text: 'Forælderen ønsker kun en samtale med skolen.' }, 'Hvad er svært');
    await anders.open(name);
    await anders.does('pass_to_committee');

    await lone.open(name);
    // A no says what is done instead.
    await lone.tries('decide_referral', { verdict: 'Egner sig ikke', reason: 'Kun skolen er om familien.' });
    await lone.refuses(/Hvad gøres i stedet/, 'hil-no-without-instead');
    await lone.does('decide_referral', {
        verdict: 'Egner sig ikke',
        reason: 'Kun skolen er om familien.',
        instead: 'Skolen inviterer forælderen til en samtale.',
    });
    await anders.open(name);
    await anders.does('answer_referrer', { text: 'Ikke netværksmøder denne gang, men skolen inviterer.' });
    await hans.go(path);
    await expect(hans.page.locator('article.case')).toContainText('skolen inviterer');
    await hans.looks('hil-referrer-answered');
    await hans.cannot('supplement_referral');
});
