// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export { type AdadeltaConfig, adadelta } from './adadelta.js';
export { type AdafactorConfig, adafactor } from './adafactor.js';
export { type AdagradConfig, adagrad } from './adagrad.js';
export { type MomentsConfig, type AdamConfig } from './adam-config.js';
export { adamW } from './adam-w.js';
export { adam } from './adam.js';
export { adamax } from './adamax.js';
export { type OptimizerFactory, defineOptimizer } from './define-optimizer.js';
export { type FtrlConfig, ftrl } from './ftrl.js';
export { lamb } from './lamb.js';
export { type LionConfig, lion } from './lion.js';
export { type LossScaleOptimizerConfig, lossScaleOptimizer } from './loss-scale-optimizer.js';
export { type OptimizerMapConfig, type OptimizerMap, optimizerMap } from './maps/optimizer-map.js';
export { type MultiOptimizerConfig, multiOptimizer } from './multi-optimizer.js';
export { type MuonConfig, muon } from './muon.js';
export { nadam } from './nadam.js';
export {
  type OptimizerConfig,
  type StepTime,
  type Slotted,
  type SlotSpec,
  type CarrySpec,
  type StepInput,
  type StepResult,
  type OptimizerSpec,
} from './optimizer-spec.js';
export { type RmspropConfig, rmsprop } from './rmsprop.js';
export { type ScheduleFreeAdamWConfig, scheduleFreeAdamW } from './schedule-free-adam-w.js';
export { type CosineDecayRestartsConfig, cosineDecayRestarts } from './schedules/cosine-decay-restarts.js';
export { type CosineDecayConfig, cosineDecay } from './schedules/cosine-decay.js';
export {
  type LearningRateSchedule,
  type ScheduleFactory,
  type ScheduleSpec,
  defineSchedule,
} from './schedules/define-schedule.js';
export { type ExponentialDecayConfig, exponentialDecay } from './schedules/exponential-decay.js';
export { type InverseTimeDecayConfig, inverseTimeDecay } from './schedules/inverse-time-decay.js';
export {
  type PiecewiseConstantDecayConfig,
  piecewiseConstantDecay,
} from './schedules/piecewise-constant-decay.js';
export { type PolynomialDecayConfig, polynomialDecay } from './schedules/polynomial-decay.js';
export { type SgdConfig, sgd } from './sgd.js';
