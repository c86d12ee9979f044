// The texts of the rooms of a case, and of what can be done there.
import casepapers from '../rooms/casepapers/texts.sv.ts';
import circle from '../rooms/circle/texts.sv.ts';
import consent from '../rooms/consent/texts.sv.ts';
import evaluation from '../rooms/evaluation/texts.sv.ts';
import followup from '../rooms/followup/texts.sv.ts';
import looks from '../rooms/looks/texts.sv.ts';
import meeting from '../rooms/meeting/texts.sv.ts';
import people from '../rooms/people/texts.sv.ts';
import plan from '../rooms/plan/texts.sv.ts';
import preparation from '../rooms/preparation/texts.sv.ts';
import restriction from '../rooms/restriction/texts.sv.ts';
import retention from '../rooms/retention/texts.sv.ts';

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
