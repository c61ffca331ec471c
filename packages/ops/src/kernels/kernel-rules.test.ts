import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { TraceError } from '@myelin/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KernelInputs, StaticSpec } from './kernel-rule.js';
import { kernelRules } from './kernel-rules.js';
import { ownRules } from './own.js';
import { permutedProductRules } from './permuted-product.js';
import { poolingConvolutionRules } from './pooling-convolution.js';
import { recurrentRules } from './recurrent.js';

function applyRule(kernelName: string, inputs: KernelInputs, attrs: object = {}): StaticSpec | StaticSpec[] {
  const rule = kernelRules.get(kernelName);
  if (rule === undefined) throw new Error(`no rule for ${kernelName}`);
  return rule(inputs, attrs);
}

function spec(shape: number[], dtype: tf.DataType = 'float32'): StaticSpec {
  return { shape, dtype };
}

describe('kernelRules', () => {
  test('has every kernel of tfjs-core, and the own ones', () => {
    const names = Object.entries(tf)
      .filter(([name, value]) => name === value)
      .map(([name]) => name);
    expect(names).toHaveLength(180);
    expect([...kernelRules.keys()].sort()).toEqual(
      [
        ...names,
        ...Object.keys({
          ...ownRules,
          ...recurrentRules,
          ...poolingConvolutionRules,
          ...permutedProductRules,
        }),
      ].sort(),
    );
  });

  test('makes random numbers of the shape that is asked for', () => {
    expect(applyRule('PhiloxUniform', { seed: spec([2], 'int32') }, { shape: [3, 4] })).toEqual(spec([3, 4]));
  });

  test('gives recurrences the shapes of all their steps', () => {
    const sizes = { projected: spec([5, 2, 12]), hidden: spec([2, 3]), recurrentKernel: spec([3, 12]) };
    const states = spec([6, 2, 3]);
    expect(applyRule('LstmSequence', sizes, {})).toEqual([states, states, spec([5, 2, 12]), spec([5, 2, 3])]);
    const kept = { recurrentKernel: spec([3, 9]), hidden: states };
    const first = spec([2, 3]);
    const given = spec([5, 2, 9]);
    expect(applyRule('GruSequenceGradient', kept, { resetAfter: true })).toEqual([given, given, first]);
    expect(applyRule('GruSequenceGradient', kept, { resetAfter: false })).toEqual([given, first]);
  });

  test('gives a convolution that is pooled the shape of the pooling, and its gradient those of what it is by', () => {
    const given = { x: spec([2, 9, 9, 3]), filter: spec([2, 2, 3, 5]) };
    const convolution = { strides: [1, 1], pad: 'valid', dilations: [1, 1], dataFormat: 'NHWC' };
    const pooling = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' };
    const pooled = [2, 4, 4, 5];
    expect(applyRule('PoolingConv2D', given, { convolution, pooling })).toEqual([
      spec(pooled),
      spec(pooled, 'int32'),
    ]);
    const gradients = (withInput: boolean): unknown =>
      applyRule('PoolingConv2DGradient', given, { convolution, pooling, withInput });
    expect(gradients(true)).toEqual([given.filter, given.x]);
    expect(gradients(false)).toEqual([given.filter]);
  });

  test('gives a product of permuted factors its axes in the order that is asked for', () => {
    const given = { a: spec([2, 5, 3, 4]), b: spec([2, 7, 3, 4]) };
    const attrs = { transposeA: false, transposeB: true, permA: [0, 2, 1, 3], permB: [0, 2, 1, 3] };
    const product = (permResult: number[]): unknown =>
      applyRule('PermutedMatMul', given, { ...attrs, permResult });
    expect(product([0, 1, 2, 3])).toEqual(spec([2, 3, 5, 7]));
    expect(product([0, 2, 1, 3])).toEqual(spec([2, 5, 3, 7]));
  });

  test('names the kernel whose shape depends on values', () => {
    const unique = (): unknown => applyRule('Unique', { x: spec([4]) }, { axis: 0 });
    expect(unique).toThrow(TraceError);
    expect(unique).toThrow(/^Unique: .*depends on their values/);
    expect(() => applyRule('FromPixels', {}, { numChannels: 3 })).toThrow(/^FromPixels: /);
  });
});

describe('kernels that the specs of tfjs-core do not reach', () => {
  beforeAll(() => tf.setBackend('cpu'));

  function expectAsOnCpu(kernelName: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap = {}): void {
    const { shape, dtype } = tf.engine().runKernel<tf.Tensor>(kernelName, inputs, attrs);
    expect(applyRule(kernelName, inputs, attrs)).toEqual({ shape, dtype });
  }

  test.each(['float32', 'int32', 'bool'] as const)('accumulates %s', (dtype) => {
    const x = tf.ones([2, 3], dtype);
    expectAsOnCpu('Cumsum', { x }, { axis: 1, exclusive: false, reverse: false });
    expectAsOnCpu('Cumprod', { x }, { axis: 1, exclusive: false, reverse: false });
  });

  test('rotates images', () => {
    expectAsOnCpu(
      'RotateWithOffset',
      { image: tf.ones([1, 4, 5, 3]) },
      { radians: 1, fillValue: 0, center: 0.5 },
    );
  });

  test('pools integers', () => {
    expectAsOnCpu(
      'MaxPool',
      { x: tf.ones([1, 5, 5, 2], 'int32') },
      { filterSize: 2, strides: 2, pad: 'valid' },
    );
  });

  test('multiplies matrices with broadcast batches', () => {
    const attrs = { transposeA: true, transposeB: true };
    expectAsOnCpu('BatchMatMul', { a: tf.ones([1, 3, 2]), b: tf.ones([4, 5, 3]) }, attrs);
    expect(applyRule('BatchMatMul', { a: spec([1, 3, 2]), b: spec([4, 5, 3]) }, attrs)).toEqual(
      spec([4, 2, 5]),
    );
  });

  // No backend has these kernels: tfjs-core's own functions are composed of others, with the same result.
  test('agrees with functions that are composed of other kernels', () => {
    const { shape } = tf.logSoftmax(tf.ones([2, 3]));
    expect(applyRule('LogSoftmax', { logits: spec([2, 3]) }, { axis: -1 })).toEqual(spec(shape));
    expect(applyRule('BroadcastTo', { x: spec([3]) }, { shape: [2, 3] })).toEqual(
      spec(tf.broadcastTo(tf.ones([3]), [2, 3]).shape),
    );
    const xor = tf.logicalXor(tf.ones([2, 1], 'bool'), tf.ones([3], 'bool'));
    expect(applyRule('LogicalXor', { a: spec([2, 1], 'bool'), b: spec([3], 'bool') })).toEqual(
      spec(xor.shape, 'bool'),
    );
    const band = tf.linalg.bandPart(tf.ones([3, 4]), 1, 1);
    expect(applyRule('MatrixBandPart', { input: spec([3, 4]) })).toEqual(spec(band.shape));
    const bound = tf.lowerBound(tf.ones([2, 3]), tf.ones([2, 5]));
    expect(applyRule('LowerBound', { sortedSequence: spec([2, 3]), values: spec([2, 5]) })).toEqual(
      spec(bound.shape, 'int32'),
    );
  });
});
