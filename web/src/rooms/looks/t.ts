import { words } from '../../base/words.ts';
import type sv from './texts.sv.ts';

export const t = words<typeof sv>();
