import { env } from 'node:process';
import { every } from './every.js';

/** Op by op on WebAssembly; `npm run sweep` takes all cases there, too. */
export const opByOpCases: ReturnType<typeof every> = every(env['MYELIN_SWEEP'] === 'whole' ? 1 : 3);
