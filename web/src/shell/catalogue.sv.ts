// All texts of the rooms in one language.
import casepapers from '../rooms/casepapers/texts.sv.ts';
import circle from '../rooms/circle/texts.sv.ts';
import conference from '../rooms/conference/texts.sv.ts';
import consent from '../rooms/consent/texts.sv.ts';
import desk from '../rooms/desk/texts.sv.ts';
import evaluation from '../rooms/evaluation/texts.sv.ts';
import followup from '../rooms/followup/texts.sv.ts';
import meeting from '../rooms/meeting/texts.sv.ts';
import people from '../rooms/people/texts.sv.ts';
import plan from '../rooms/plan/texts.sv.ts';
import preparation from '../rooms/preparation/texts.sv.ts';
import referral from '../rooms/referral/texts.sv.ts';
import staff from '../rooms/staff/texts.sv.ts';

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
