/** The order counts: specs look for their backend when they are declared. */
export * from './checked-kernels.mjs';
import '@tensorflow/tfjs-core/dist/tests.js';
