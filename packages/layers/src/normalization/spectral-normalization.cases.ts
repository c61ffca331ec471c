import type { AnyLayer } from '@myelin/core';
import type { ConformanceCase } from '@myelin/testing';
import { conv2d } from '../convolution/conv2d.js';
import { dense } from '../core/dense.js';
import { embedding } from '../core/embedding.js';
import type { SpectralNormalizationConfig } from './spectral-normalization.js';

/** A new layer for each trial, since training changes its kernel. */
function around(make: () => AnyLayer, powerIterations = 1): SpectralNormalizationConfig {
  return {
    powerIterations,
    get layer() {
      return make();
    },
  };
}

export const cases: readonly ConformanceCase<SpectralNormalizationConfig>[] = [
  { name: 'inference', config: around(() => dense({ units: 3 })), inputShapes: [[2, 4]] },
  // The kernel that one call divides is that of the next.
  {
    name: 'training',
    config: around(() => dense({ units: 3 })),
    inputShapes: [[2, 4]],
    training: true,
    batchDependent: true,
  },
  {
    name: 'convolution in training, two iterations',
    config: around(() => conv2d({ filters: 2, kernelSize: 2, useBias: false }), 2),
    inputShapes: [[2, 3, 3, 2]],
    training: true,
    batchDependent: true,
  },
  {
    name: 'embedding',
    config: around(() => embedding({ inputDim: 5, outputDim: 3 })),
    inputShapes: [[2, 3]],
    indicesBelow: 5,
  },
];
