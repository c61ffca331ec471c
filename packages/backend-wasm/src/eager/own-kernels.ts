import type { EagerKernel, Results } from './eager-kernel.js';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput, fusedConv2d } from './kernels/convolution.js';
import * as depthwise from './kernels/depthwise.js';
import * as elementwise from './kernels/elementwise.js';
import { gatherV2 } from './kernels/gather.js';
import { guardedKernels } from './kernels/guarded.js';
import { mathKernels } from './kernels/math.js';
import { batchMatMul, fusedMatMul } from './kernels/mat-mul.js';
import { philoxUniform } from './kernels/philox.js';
import * as pooling from './kernels/pooling.js';
import * as recurrent from './kernels/recurrent.js';
import * as reduction from './kernels/reduction.js';
import { softmax } from './kernels/softmax.js';
import { unsortedSegmentSum } from './kernels/segment-sum.js';

/** The kernels that stand in for the stock backend's, or that it lacks. */
export const ownKernels: readonly EagerKernel<Results>[] = [
  batchMatMul,
  fusedMatMul,
  conv2d,
  fusedConv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  ...Object.values(depthwise),
  ...Object.values(pooling),
  ...Object.values(recurrent),
  ...Object.values(reduction),
  softmax,
  gatherV2,
  unsortedSegmentSum,
  philoxUniform,
  ...Object.values(elementwise),
  ...mathKernels,
  ...guardedKernels,
];
