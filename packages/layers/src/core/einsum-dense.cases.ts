import type { ConformanceCase } from '@myelin/testing';
import type { EinsumDenseConfig } from './einsum-dense.js';

export const cases: readonly ConformanceCase<EinsumDenseConfig>[] = [
  {
    name: 'as a dense layer',
    config: { equation: 'ab,bc->ac', outputShape: 3, biasAxes: 'c', activation: 'tanh' },
    inputShapes: [[4, 2]],
  },
  {
    name: 'to several axes',
    config: { equation: 'abc,cde->abde', outputShape: [null, 2, 3], biasAxes: 'de' },
    inputShapes: [[2, 3, 4]],
  },
  {
    name: 'from several axes',
    config: { equation: 'abcd,cde->abe', outputShape: [3, 2], biasAxes: 'e', kernelInitializer: 'he_normal' },
    inputShapes: [[2, 3, 2, 2]],
  },
  {
    name: 'ellipsis before',
    config: { equation: '...x,xy->...y', outputShape: 3, biasAxes: 'y' },
    inputShapes: [[2, 3, 4]],
  },
  {
    name: 'ellipsis after, bias on an axis before',
    config: { equation: 'ab...,bc->ac...', outputShape: 2, biasAxes: 'c' },
    inputShapes: [[2, 3, 4]],
  },
  {
    name: 'bias with an axis between, penalties',
    config: {
      equation: 'abc,cde->abde',
      outputShape: [2, 2, 3],
      biasAxes: 'be',
      kernelRegularizer: 'l2',
      activityRegularizer: 'l1',
    },
    inputShapes: [[2, 2, 3]],
  },
  {
    name: 'adapted',
    config: { equation: 'abcd,cde->abe', outputShape: [3, 2], loraRank: 2 },
    inputShapes: [[2, 3, 2, 2]],
  },
  {
    name: 'no bias, other order',
    config: { equation: 'abc,dc->adb', outputShape: [2, 3] },
    inputShapes: [[2, 3, 4]],
  },
];
