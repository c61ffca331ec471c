// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type BinaryCrossentropyConfig, binaryCrossentropy } from './binary-crossentropy.js';
export { type BinaryFocalCrossentropyConfig, binaryFocalCrossentropy } from './binary-focal-crossentropy.js';
export { type CategoricalCrossentropyConfig, categoricalCrossentropy } from './categorical-crossentropy.js';
export {
  type CategoricalFocalCrossentropyConfig,
  categoricalFocalCrossentropy,
} from './categorical-focal-crossentropy.js';
export {
  type CategoricalGeneralizedCrossEntropyConfig,
  categoricalGeneralizedCrossEntropy,
} from './categorical-generalized-cross-entropy.js';
export { categoricalHinge } from './categorical-hinge.js';
export { type CircleConfig, circle } from './circle.js';
export { type CosineSimilarityConfig, cosineSimilarity } from './cosine-similarity.js';
export { ctc } from './ctc.js';
export { type LossConfig, type LossSpec, type LossFactory, defineLoss } from './define-loss.js';
export { type OverlapConfig, dice } from './dice.js';
export { hinge } from './hinge.js';
export { type HuberConfig, huber } from './huber.js';
export { klDivergence } from './kl-divergence.js';
export { logCosh } from './log-cosh.js';
export { meanAbsoluteError } from './mean-absolute-error.js';
export { meanAbsolutePercentageError } from './mean-absolute-percentage-error.js';
export { meanSquaredError } from './mean-squared-error.js';
export { meanSquaredLogarithmicError } from './mean-squared-logarithmic-error.js';
export { poisson } from './poisson.js';
export { sameRank } from './same-rank.js';
export {
  type SparseCategoricalCrossentropyConfig,
  sparseCategoricalCrossentropy,
} from './sparse-categorical-crossentropy.js';
export { squaredHinge } from './squared-hinge.js';
export { type TverskyConfig, tversky } from './tversky.js';
