export { parseJson } from './json/parse-json.js';
export { printJson } from './json/print-json.js';
export { decodeKeras, encodeKeras } from './keras-file.js';
export { decodeWeights, encodeWeights } from './weights-h5.js';
