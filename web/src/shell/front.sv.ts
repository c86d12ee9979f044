// What the entrance and the frame say in one language.
import entrance from '../rooms/entrance/texts.sv.ts';
import shell from './texts.sv.ts';

export default { ...shell, ...entrance };
