// The texts of the rooms of a case, and of what can be done there.
import casepapers from '../rooms/casepapers/texts.en.ts';
import circle from '../rooms/circle/texts.en.ts';
import consent from '../rooms/consent/texts.en.ts';
import evaluation from '../rooms/evaluation/texts.en.ts';
import followup from '../rooms/followup/texts.en.ts';
import looks from '../rooms/looks/texts.en.ts';
import meeting from '../rooms/meeting/texts.en.ts';
import people from '../rooms/people/texts.en.ts';
import plan from '../rooms/plan/texts.en.ts';
import preparation from '../rooms/preparation/texts.en.ts';
import restriction from '../rooms/restriction/texts.en.ts';
import retention from '../rooms/retention/texts.en.ts';

export default {
    ...casepapers,
    ...circle,
    ...consent,
    ...evaluation,
    ...followup,
    ...looks,
    ...meeting,
    ...people,
    ...plan,
    ...preparation,
    ...restriction,
    ...retention,
};
