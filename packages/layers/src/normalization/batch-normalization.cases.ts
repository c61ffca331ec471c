import type { ConformanceCase } from '@myelin/testing';
import type { BatchNormalizationConfig } from './batch-normalization.js';

export const cases: readonly ConformanceCase<BatchNormalizationConfig>[] = [
  { name: 'inference', config: {}, inputShapes: [[6, 3]] },
  { name: 'training', config: {}, inputShapes: [[6, 3]], training: true, batchDependent: true },
  {
    name: 'images in training',
    config: { momentum: 0.9 },
    inputShapes: [[2, 3, 4, 3]],
    training: true,
    batchDependent: true,
  },
  {
    name: 'axis 1 in training',
    config: { axis: 1 },
    inputShapes: [[3, 2, 3, 4]],
    training: true,
    batchDependent: true,
  },
  {
    name: 'mask in training',
    config: { momentum: 0.5 },
    inputShapes: [[3, 4, 2]],
    masked: true,
    training: true,
    batchDependent: true,
  },
  { name: 'axis 1', config: { axis: 1 }, inputShapes: [[3, 2, 3, 4]] },
  {
    name: 'neither scale nor center',
    config: { scale: false, center: false },
    inputShapes: [[6, 3]],
    training: true,
    batchDependent: true,
  },
  { name: 'frozen in training', config: { trainable: false }, inputShapes: [[6, 3]], training: true },
  {
    name: 'renormalization',
    config: { renorm: true, renormClipping: { rmin: 0.5, rmax: 2, dmax: 1 } },
    inputShapes: [[6, 3]],
    training: true,
    batchDependent: true,
  },
];
