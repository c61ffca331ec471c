// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type AdamConfig } from './adam-config.js';
export { adamW } from './adam-w.js';
export { adam } from './adam.js';
export { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
export {
  type OptimizerConfig,
  type StepTime,
  type StepInput,
  type StepResult,
  type OptimizerSpec,
} from './optimizer-spec.js';
export { type RmspropConfig, rmsprop } from './rmsprop.js';
export { type SgdConfig, sgd } from './sgd.js';
