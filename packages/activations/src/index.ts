// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { linear } from './linear.js';
export { type ReluOptions, relu } from './relu.js';
export { type SoftmaxOptions, softmax } from './softmax.js';
