// All texts of the rooms in one language.
import casepapers from '../rooms/casepapers/texts.en.ts';
import circle from '../rooms/circle/texts.en.ts';
import conference from '../rooms/conference/texts.en.ts';
import consent from '../rooms/consent/texts.en.ts';
import desk from '../rooms/desk/texts.en.ts';
import evaluation from '../rooms/evaluation/texts.en.ts';
import followup from '../rooms/followup/texts.en.ts';
import meeting from '../rooms/meeting/texts.en.ts';
import people from '../rooms/people/texts.en.ts';
import plan from '../rooms/plan/texts.en.ts';
import preparation from '../rooms/preparation/texts.en.ts';
import referral from '../rooms/referral/texts.en.ts';
import staff from '../rooms/staff/texts.en.ts';

export default {
    ...people,
    ...consent,
    ...referral,
    ...conference,
    ...casepapers,
    ...circle,
    ...preparation,
    ...meeting,
    ...plan,
    ...followup,
    ...evaluation,
    ...staff,
    ...desk,
};
