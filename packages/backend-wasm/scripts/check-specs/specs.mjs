/** The order counts: specs look for their backend when they are declared. */
export * from './backend.mjs';
import '@tensorflow/tfjs-core/dist/tests.js';
