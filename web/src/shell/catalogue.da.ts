// The texts of what stands around the cases: desk, lists, committee, staff.
import conference from '../rooms/conference/texts.da.ts';
import desk from '../rooms/desk/texts.da.ts';
import referral from '../rooms/referral/texts.da.ts';
import staff from '../rooms/staff/texts.da.ts';

export default {
    ...conference,
    ...desk,
    ...referral,
    ...staff,
};
