export { parseJson } from './json/parse-json.js';
export { printJson } from './json/print-json.js';
export { arraysAt } from './keras2/arrays-at.js';
export { decodeLegacyH5, decodeLegacyWeights, isHdf5 } from './keras2/decode-legacy-h5.js';
export { modernize } from './keras2/modernize.js';
export { decodeKeras, decodeKerasWeights, encodeKeras } from './keras-file.js';
export { decodeShards, encodeShards } from './sharded-weights.js';
export { decodeWeights, encodeWeights } from './weights-h5.js';
