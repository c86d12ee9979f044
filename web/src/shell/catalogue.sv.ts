// The texts of what stands around the cases: desk, lists, committee, staff.
import conference from '../rooms/conference/texts.sv.ts';
import desk from '../rooms/desk/texts.sv.ts';
import referral from '../rooms/referral/texts.sv.ts';
import staff from '../rooms/staff/texts.sv.ts';

export default {
    ...conference,
    ...desk,
    ...referral,
    ...staff,
};
