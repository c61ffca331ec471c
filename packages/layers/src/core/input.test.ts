import { isLayer, snakeCaseClass, clearSession } from '@myelin/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { conv2d } from '../convolution/conv2d.js';
import { dense } from './dense.js';
import { inputLayer } from './input-layer.js';
import { input } from './input.js';

beforeEach(() => {
  clearSession();
});

describe('input', () => {
  it('starts a graph: a node without inputs, whose operation is a layer', () => {
    const x = input({ shape: [8] });
    expect(x.shape).toEqual([null, 8]);
    expect(x.dtype).toBe('float32');
    const node = x.origin?.node;
    expect(node?.inputs).toEqual([]);
    expect(node?.outputs).toEqual([x]);
    expect(isLayer(node?.operation)).toBe(true);
    expect(node?.operation.name).toBe('input_layer');
    expect(input({ shape: [8] }).origin?.node.operation.name).toBe(`${snakeCaseClass('InputLayer')}_1`);
  });

  it('lets layers extend the graph, with sizes that are unknown', () => {
    expect(dense({ units: 3 })(input({ shape: [null, 4] })).shape).toEqual([null, null, 3]);
    const images = input({ shape: [null, null, 3] });
    expect(conv2d({ filters: 5, kernelSize: 3 })(images).shape).toEqual([null, null, null, 5]);
    expect(conv2d({ filters: 5, kernelSize: 3, padding: 'same', strides: 2 })(images).shape).toEqual([
      null,
      null,
      null,
      5,
    ]);
  });

  it('takes the batch, the type and the name', () => {
    expect(input({ shape: [3], batchSize: 5 }).shape).toEqual([5, 3]);
    expect(input({ batchShape: [2, null] }).shape).toEqual([2, null]);
    expect(input({ shape: [], dtype: 'int64', name: 'tokens' })).toMatchObject({
      shape: [null],
      dtype: 'int32',
      name: 'tokens',
    });
  });

  it('refuses shapes that are none', () => {
    expect(() => input({})).toThrow('input_layer (InputLayer): expected either `shape`');
    expect(() => input({ shape: [2], batchShape: [null, 2] })).toThrow('got `shape` and `batchShape`');
    expect(() => input({ batchShape: [2], batchSize: 2 })).toThrow('got `batchShape` and `batchSize`');
    expect(() => input({ shape: [-1] })).toThrow('null where any size is allowed, got (None, -1)');
    expect(() => input({ shape: [1.5] })).toThrow('whole numbers');
    // @ts-expect-error an unknown type
    expect(() => input({ shape: [2], dtype: 'float23' })).toThrow('Did you mean "float32"?');
    // @ts-expect-error an unknown option
    expect(() => input({ shap: [2] })).toThrow('Did you mean "shape"?');
  });
});

describe('inputLayer', () => {
  it('is built, has no weights, and refuses files with inputs that are not dense', () => {
    const layer = inputLayer({ shape: [4], name: 'columns' });
    expect([layer.built, layer.countParams(), layer.inputShape]).toEqual([true, 0, [null, 4]]);
    const context = { deserialize: (value: unknown): unknown => value };
    expect(() => inputLayer.fromConfig({ batch_shape: [null, 4], sparse: true }, context)).toThrow(
      'InputLayer.fromConfig: expected "sparse" to be false, the only value that is supported, got true',
    );
  });
});
