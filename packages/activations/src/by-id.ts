// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

import { celu } from './celu.js';
import { elu } from './elu.js';
import { exponential } from './exponential.js';
import { gelu } from './gelu.js';
import { glu } from './glu.js';
import { hardShrink } from './hard-shrink.js';
import { hardSigmoid } from './hard-sigmoid.js';
import { hardSilu } from './hard-silu.js';
import { hardTanh } from './hard-tanh.js';
import { leakyRelu } from './leaky-relu.js';
import { linear } from './linear.js';
import { logSigmoid } from './log-sigmoid.js';
import { logSoftmax } from './log-softmax.js';
import { mish } from './mish.js';
import { relu } from './relu.js';
import { relu6 } from './relu6.js';
import { selu } from './selu.js';
import { sigmoid } from './sigmoid.js';
import { silu } from './silu.js';
import { softShrink } from './soft-shrink.js';
import { softmax } from './softmax.js';
import { softplus } from './softplus.js';
import { softsign } from './softsign.js';
import { sparsePlus } from './sparse-plus.js';
import { sparseSigmoid } from './sparse-sigmoid.js';
import { sparsemax } from './sparsemax.js';
import { squareplus } from './squareplus.js';
import { tanhShrink } from './tanh-shrink.js';
import { tanh } from './tanh.js';
import { threshold } from './threshold.js';

/** Keras' names of what this package makes. Look names of users up with `Object.hasOwn`. */
export const byId: {
  readonly celu: typeof celu;
  readonly elu: typeof elu;
  readonly exponential: typeof exponential;
  readonly gelu: typeof gelu;
  readonly glu: typeof glu;
  readonly hard_shrink: typeof hardShrink;
  readonly hard_sigmoid: typeof hardSigmoid;
  readonly hard_silu: typeof hardSilu;
  readonly hard_swish: typeof hardSilu;
  readonly hard_tanh: typeof hardTanh;
  readonly leaky_relu: typeof leakyRelu;
  readonly linear: typeof linear;
  readonly log_sigmoid: typeof logSigmoid;
  readonly log_softmax: typeof logSoftmax;
  readonly mish: typeof mish;
  readonly relu: typeof relu;
  readonly relu6: typeof relu6;
  readonly selu: typeof selu;
  readonly sigmoid: typeof sigmoid;
  readonly silu: typeof silu;
  readonly swish: typeof silu;
  readonly soft_shrink: typeof softShrink;
  readonly softmax: typeof softmax;
  readonly softplus: typeof softplus;
  readonly softsign: typeof softsign;
  readonly sparse_plus: typeof sparsePlus;
  readonly sparse_sigmoid: typeof sparseSigmoid;
  readonly sparsemax: typeof sparsemax;
  readonly squareplus: typeof squareplus;
  readonly tanh_shrink: typeof tanhShrink;
  readonly tanh: typeof tanh;
  readonly threshold: typeof threshold;
} = {
  celu,
  elu,
  exponential,
  gelu,
  glu,
  hard_shrink: hardShrink,
  hard_sigmoid: hardSigmoid,
  hard_silu: hardSilu,
  hard_swish: hardSilu,
  hard_tanh: hardTanh,
  leaky_relu: leakyRelu,
  linear,
  log_sigmoid: logSigmoid,
  log_softmax: logSoftmax,
  mish,
  relu,
  relu6,
  selu,
  sigmoid,
  silu,
  swish: silu,
  soft_shrink: softShrink,
  softmax,
  softplus,
  softsign,
  sparse_plus: sparsePlus,
  sparse_sigmoid: sparseSigmoid,
  sparsemax,
  squareplus,
  tanh_shrink: tanhShrink,
  tanh,
  threshold,
};
