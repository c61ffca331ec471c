import { every } from './every.js';

/** In a page, where graphics are drawn by software, each new shape costs a slow translation of its shaders. */
export const inPage: ReturnType<typeof every> = every(13);
