// What the entrance and the frame say in one language.
import entrance from '../rooms/entrance/texts.da.ts';
import shell from './texts.da.ts';

export default { ...shell, ...entrance };
