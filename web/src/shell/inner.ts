// The parts that are fetched when they are first needed: with them come the texts of a case's rooms.
// Once the first page is there they are fetched beforehand, so that a form opens without a network.
import { loadTexts } from './language.ts';
import { lazy } from './lazy.tsx';
import { UnfetchedForm } from './unfetched.tsx';

const withTexts = async <M>(part: Promise<M>): Promise<M> => (await Promise.all([part, loadTexts('case')]))[0];
const forms = () => withTexts(import('./form/act-form.tsx'));
const casePages = () => withTexts(import('./case-page.tsx'));

export const ActForm = lazy(() => forms().then((module) => module.ActForm), UnfetchedForm);
export const CasePage = lazy(() => casePages().then((module) => module.CasePage));
export const LogPage = lazy(() => withTexts(import('./log-page.tsx')).then((module) => module.LogPage));
export const Figures = lazy(() => withTexts(import('./figures-page.tsx')).then((module) => module.Figures));
export const StaffList = lazy(() => import('./staff-list.tsx').then((module) => module.StaffList));
export const Restrictions = lazy(() => withTexts(import('./restrictions-page.tsx')).then((module) => module.Restrictions));
export const LooksList = lazy(() => import('./looks-page.tsx').then((module) => module.LooksList));
export const CommitteePage = lazy(() => import('./committee-page.tsx').then((module) => module.CommitteePage));
export const MePage = lazy(() => import('./me-page.tsx').then((module) => module.MePage));
export const CasesList = lazy(() => import('./cases-list.tsx').then((module) => module.CasesList));

/** Fetches forms and case pages when the browser has nothing else to do. */
export function fetchAhead(): void {
    const fetch = () => void Promise.all([forms(), casePages()]).catch(() => {});
    if ('requestIdleCallback' in window) requestIdleCallback(fetch);
    else setTimeout(fetch, 2000);
}
