// The texts of what stands around the cases: desk, lists, committee, staff.
import conference from '../rooms/conference/texts.en.ts';
import desk from '../rooms/desk/texts.en.ts';
import referral from '../rooms/referral/texts.en.ts';
import staff from '../rooms/staff/texts.en.ts';

export default {
    ...conference,
    ...desk,
    ...referral,
    ...staff,
};
