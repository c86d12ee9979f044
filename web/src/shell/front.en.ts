// What the entrance and the frame say in one language.
import entrance from '../rooms/entrance/texts.en.ts';
import shell from './texts.en.ts';

export default { ...shell, ...entrance };
