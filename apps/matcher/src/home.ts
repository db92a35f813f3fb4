import { resolve } from 'node:path';

/** Root of the project: three levels above this file, whether it runs from `src` or from `dist`. */
export const HOME = resolve(__dirname, '..', '..', '..');
