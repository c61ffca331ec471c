import type { ConformanceCase } from '@myelin/testing';
import type { ContrastLimitedAdaptiveHistogramEqualizationConfig } from './contrast-limited-adaptive-histogram-equalization.js';

export const cases: readonly ConformanceCase<ContrastLimitedAdaptiveHistogramEqualizationConfig>[] = [
  {
    name: 'range',
    config: { valueRange: [-5, 5.6], tileGridSize: 2 },
    inputShapes: [[2, 5, 4, 2]],
    constant: true,
  },
];
