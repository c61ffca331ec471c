// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { adadelta } from './adadelta.js';
import { adafactor } from './adafactor.js';
import { adagrad } from './adagrad.js';
import { adamW } from './adam-w.js';
import { adam } from './adam.js';
import { adamax } from './adamax.js';
import { ftrl } from './ftrl.js';
import { lamb } from './lamb.js';
import { lion } from './lion.js';
import { lossScaleOptimizer } from './loss-scale-optimizer.js';
import { optimizerMap } from './maps/optimizer-map.js';
import { multiOptimizer } from './multi-optimizer.js';
import { muon } from './muon.js';
import { nadam } from './nadam.js';
import { rmsprop } from './rmsprop.js';
import { scheduleFreeAdamW } from './schedule-free-adam-w.js';
import { cosineDecayRestarts } from './schedules/cosine-decay-restarts.js';
import { cosineDecay } from './schedules/cosine-decay.js';
import { exponentialDecay } from './schedules/exponential-decay.js';
import { inverseTimeDecay } from './schedules/inverse-time-decay.js';
import { piecewiseConstantDecay } from './schedules/piecewise-constant-decay.js';
import { polynomialDecay } from './schedules/polynomial-decay.js';
import { sgd } from './sgd.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly Adadelta: typeof adadelta;
  readonly adadelta: typeof adadelta;
  readonly Adafactor: typeof adafactor;
  readonly adafactor: typeof adafactor;
  readonly Adagrad: typeof adagrad;
  readonly adagrad: typeof adagrad;
  readonly AdamW: typeof adamW;
  readonly adamw: typeof adamW;
  readonly Adam: typeof adam;
  readonly adam: typeof adam;
  readonly Adamax: typeof adamax;
  readonly adamax: typeof adamax;
  readonly Ftrl: typeof ftrl;
  readonly ftrl: typeof ftrl;
  readonly Lamb: typeof lamb;
  readonly lamb: typeof lamb;
  readonly Lion: typeof lion;
  readonly lion: typeof lion;
  readonly LossScaleOptimizer: typeof lossScaleOptimizer;
  readonly lossscaleoptimizer: typeof lossScaleOptimizer;
  readonly MultiOptimizer: typeof multiOptimizer;
  readonly multioptimizer: typeof multiOptimizer;
  readonly Muon: typeof muon;
  readonly muon: typeof muon;
  readonly Nadam: typeof nadam;
  readonly nadam: typeof nadam;
  readonly RMSprop: typeof rmsprop;
  readonly rmsprop: typeof rmsprop;
  readonly ScheduleFreeAdamW: typeof scheduleFreeAdamW;
  readonly schedulefreeadamw: typeof scheduleFreeAdamW;
  readonly SGD: typeof sgd;
  readonly sgd: typeof sgd;
} = {
  Adadelta: adadelta,
  adadelta,
  Adafactor: adafactor,
  adafactor,
  Adagrad: adagrad,
  adagrad,
  AdamW: adamW,
  adamw: adamW,
  Adam: adam,
  adam,
  Adamax: adamax,
  adamax,
  Ftrl: ftrl,
  ftrl,
  Lamb: lamb,
  lamb,
  Lion: lion,
  lion,
  LossScaleOptimizer: lossScaleOptimizer,
  lossscaleoptimizer: lossScaleOptimizer,
  MultiOptimizer: multiOptimizer,
  multioptimizer: multiOptimizer,
  Muon: muon,
  muon,
  Nadam: nadam,
  nadam,
  RMSprop: rmsprop,
  rmsprop,
  ScheduleFreeAdamW: scheduleFreeAdamW,
  schedulefreeadamw: scheduleFreeAdamW,
  SGD: sgd,
  sgd,
};

/** Keras' names of the learning-rate schedules. Look names of users up with `Object.hasOwn`. */
export const schedulesById: {
  readonly CosineDecayRestarts: typeof cosineDecayRestarts;
  readonly CosineDecay: typeof cosineDecay;
  readonly ExponentialDecay: typeof exponentialDecay;
  readonly InverseTimeDecay: typeof inverseTimeDecay;
  readonly PiecewiseConstantDecay: typeof piecewiseConstantDecay;
  readonly PolynomialDecay: typeof polynomialDecay;
} = {
  CosineDecayRestarts: cosineDecayRestarts,
  CosineDecay: cosineDecay,
  ExponentialDecay: exponentialDecay,
  InverseTimeDecay: inverseTimeDecay,
  PiecewiseConstantDecay: piecewiseConstantDecay,
  PolynomialDecay: polynomialDecay,
};

/** Keras' names of what says which optimizer trains a weight. Look names of users up with `Object.hasOwn`. */
export const mapsById: {
  readonly OptimizerMap: typeof optimizerMap;
} = {
  OptimizerMap: optimizerMap,
};
