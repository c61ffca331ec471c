import type { EagerKernel } from './eager-kernel.js';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput, fusedConv2d } from './kernels/convolution.js';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './kernels/depthwise.js';
import { batchMatMul, fusedMatMul } from './kernels/mat-mul.js';
import * as pooling from './kernels/pooling.js';
import { mean, sum } from './kernels/reduction.js';
import { unsortedSegmentSum } from './kernels/segment-sum.js';

/** The kernels that stand in for the stock backend's, or that it lacks. */
export const ownKernels: readonly EagerKernel[] = [
  batchMatMul,
  fusedMatMul,
  conv2d,
  fusedConv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  ...Object.values(pooling),
  sum,
  mean,
  unsortedSegmentSum,
];
