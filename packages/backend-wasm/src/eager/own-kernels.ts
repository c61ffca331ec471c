import type { EagerKernel, Results } from './eager-kernel.js';
import { bincount } from './kernels/bincount.js';
import { channelsFirst } from './kernels/channels-first.js';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput, fusedConv2d } from './kernels/convolution.js';
import * as convolution3d from './kernels/convolution3d.js';
import * as depthwise from './kernels/depthwise.js';
import * as dilation from './kernels/dilation.js';
import { einsum } from './kernels/einsum.js';
import * as elementwise from './kernels/elementwise.js';
import { gatherV2 } from './kernels/gather.js';
import { guardedKernels } from './kernels/guarded.js';
import { mathKernels } from './kernels/math.js';
import { batchMatMul, fusedMatMul } from './kernels/mat-mul.js';
import { maxPoolWithArgmax } from './kernels/max-pool-with-argmax.js';
import { philoxUniform } from './kernels/philox.js';
import * as pooling from './kernels/pooling.js';
import * as recurrent from './kernels/recurrent.js';
import * as reduction from './kernels/reduction.js';
import * as scan from './kernels/scan.js';
import { slice } from './kernels/slice.js';
import { softmax } from './kernels/softmax.js';
import { topK } from './kernels/top-k.js';
import { unsortedSegmentSum } from './kernels/segment-sum.js';

/** The kernels that stand in for the stock backend's, or that it lacks. */
export const ownKernels: readonly EagerKernel<Results>[] = [
  batchMatMul,
  fusedMatMul,
  channelsFirst(conv2d, 'in and out'),
  channelsFirst(fusedConv2d, 'in and out'),
  channelsFirst(conv2dBackpropFilter, 'in'),
  channelsFirst(conv2dBackpropInput, 'in and out'),
  ...Object.values(convolution3d),
  ...Object.values(depthwise),
  ...Object.values(pooling),
  ...Object.values(recurrent),
  ...Object.values(reduction),
  softmax,
  gatherV2,
  unsortedSegmentSum,
  philoxUniform,
  ...Object.values(scan),
  topK,
  slice,
  bincount,
  einsum,
  maxPoolWithArgmax,
  ...Object.values(dilation),
  ...Object.values(elementwise),
  ...mathKernels,
  ...guardedKernels,
];
