// The texts of the rooms of a case, and of what can be done there.
import casepapers from '../rooms/casepapers/texts.da.ts';
import circle from '../rooms/circle/texts.da.ts';
import consent from '../rooms/consent/texts.da.ts';
import evaluation from '../rooms/evaluation/texts.da.ts';
import followup from '../rooms/followup/texts.da.ts';
import looks from '../rooms/looks/texts.da.ts';
import meeting from '../rooms/meeting/texts.da.ts';
import people from '../rooms/people/texts.da.ts';
import plan from '../rooms/plan/texts.da.ts';
import preparation from '../rooms/preparation/texts.da.ts';
import restriction from '../rooms/restriction/texts.da.ts';
import retention from '../rooms/retention/texts.da.ts';

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
