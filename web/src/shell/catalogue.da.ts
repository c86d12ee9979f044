// All texts of the rooms in one language.
import casepapers from '../rooms/casepapers/texts.da.ts';
import circle from '../rooms/circle/texts.da.ts';
import conference from '../rooms/conference/texts.da.ts';
import consent from '../rooms/consent/texts.da.ts';
import desk from '../rooms/desk/texts.da.ts';
import evaluation from '../rooms/evaluation/texts.da.ts';
import followup from '../rooms/followup/texts.da.ts';
import meeting from '../rooms/meeting/texts.da.ts';
import people from '../rooms/people/texts.da.ts';
import plan from '../rooms/plan/texts.da.ts';
import preparation from '../rooms/preparation/texts.da.ts';
import referral from '../rooms/referral/texts.da.ts';
import staff from '../rooms/staff/texts.da.ts';

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
