import { every } from './every.js';

/** Op by op on WebAssembly. */
export const opByOpCases: ReturnType<typeof every> = every(3);
