// script/tour: no tests, but the pictures of docs/guide/tour.md.
import base from '../playwright.config';

export default {
    ...base,
    testMatch: 'tour.ts',
    outputDir: '../../../build/reports/tour',
    use: { ...base.use, locale: 'en-GB', deviceScaleFactor: 1 },
};
