import { TraceError } from '@myelin/core';
import type { NonMaxSuppressionV4Attrs } from '@tensorflow/tfjs-core';
import type { KernelRule, KernelRules, StaticSpec } from './kernel-rule.js';

interface Refusal {
  readonly expected: string;
  readonly got: string;
  readonly hint: string;
}

const shapeByValues: Refusal = {
  expected: 'an op whose output shape follows from the shapes of its inputs',
  got: 'one whose output shape depends on their values',
  hint: 'Use it outside of layers and training steps, or prepare its result with the data.',
};

const pixels: Refusal = {
  expected: 'an op on tensors',
  got: 'one that exchanges pixels with the page',
  hint: 'Convert pixels before they go into a layer or a training step.',
};

const nowhere: Refusal = {
  expected: 'a kernel that a backend implements',
  got: 'one that none does',
  hint: 'Use AvgPool or MaxPool.',
};

function refuse(kernelNames: readonly string[], refusal: Refusal): KernelRules {
  const rule = (who: string): KernelRule => {
    return () => {
      throw new TraceError({ who, ...refusal });
    };
  };
  return Object.fromEntries(kernelNames.map((kernelName) => [kernelName, rule(kernelName)]));
}

function nonMaxSuppressionV4(_inputs: object, attrs: NonMaxSuppressionV4Attrs): StaticSpec[] {
  if (!attrs.padToMaxOutputSize) throw new TraceError({ who: 'NonMaxSuppressionV4', ...shapeByValues });
  return [
    { shape: [attrs.maxOutputSize], dtype: 'int32' },
    { shape: [], dtype: 'int32' },
  ];
}

/**
 * Kernels that cannot be evaluated for their shape alone.
 *
 * @internal
 */
export const dataDependentRules: KernelRules = {
  ...refuse(
    [
      'Unique',
      'NonMaxSuppressionV3',
      'NonMaxSuppressionV5',
      'SparseFillEmptyRows',
      'SparseSegmentMean',
      'SparseSegmentSum',
      'RaggedGather',
      'RaggedRange',
      'RaggedTensorToTensor',
      'StringNGrams',
      'StringSplit',
    ],
    shapeByValues,
  ),
  ...refuse(['FromPixels', 'Draw'], pixels),
  ...refuse(['Pool'], nowhere),
  NonMaxSuppressionV4: nonMaxSuppressionV4,
};
