import '@tensorflow/tfjs-backend-cpu';
import { type Tensor, add, matMul, memory, ones, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type LayerConfig,
  type LayerFactory,
  NdArray,
  Registry,
  clearSession,
  defineInitializer,
  defineLayer,
  deserializeKerasObject,
  lastDim,
  serializeKerasObject,
} from './index.js';

const filled = defineInitializer<{ value: number }>({
  className: 'Filled',
  module: null,
  registeredName: 'test>Filled',
  required: ['value'],
  defaults: {},
  call: (shape, { value }) => {
    const array = NdArray.zeros(shape);
    (array.data as Float32Array).fill(value);
    return array;
  },
});

interface ProjectConfig extends LayerConfig {
  units: number;
  counts?: boolean;
}

const project: LayerFactory<ProjectConfig> = defineLayer({
  className: 'Project',
  module: null,
  registeredName: 'test>Project',
  required: ['units'],
  defaults: { counts: false },
  inputSpec: ({ inputShape, who }) => ({ minRank: 2, axes: { [-1]: lastDim(inputShape, who) } }),
  build({ config, inputShape, who, addWeight }) {
    return {
      kernel: addWeight('kernel', [lastDim(inputShape, who), config.units], {
        initializer: filled({ value: 2 }),
      }),
      calls: config.counts
        ? addWeight('calls', [], { initializer: filled({ value: 0 }), trainable: false })
        : null,
    };
  },
  call(x, { state, variables, training, update }) {
    if (variables.calls !== null && state.calls !== null && training)
      update(variables.calls, add(state.calls, 1));
    return matMul(x, state.kernel);
  },
  computeOutputShape: (shape, { units }) => [...shape.slice(0, -1), units],
});

describe('defineLayer', () => {
  beforeAll(async () => {
    await setBackend('cpu');
  });
  beforeEach(() => {
    clearSession();
  });

  it('builds at the first call, computes, and leaves no tensor behind', () => {
    const x = ones([2, 3]);
    const before = memory().numTensors;
    const layer = project({ units: 2 });
    expect(layer.built).toBe(false);
    const y: Tensor = layer(x);
    expect(y.arraySync()).toEqual([
      [6, 6],
      [6, 6],
    ]);
    y.dispose();
    expect(memory().numTensors).toBe(before);
    expect(layer.weights.map((weight) => weight.path)).toEqual(['project/kernel']);
    expect(layer.countParams()).toBe(6);
  });

  it('keeps state between calls through update, in training only', async () => {
    const layer = project({ units: 1, counts: true });
    layer(ones([1, 1])).dispose();
    layer(ones([1, 1]), { training: true }).dispose();
    layer(ones([1, 1]), { training: true }).dispose();
    const calls = layer.nonTrainableWeights[0];
    expect((await calls?.read())?.item()).toBe(2);
  });

  it('names layers as they are made', () => {
    expect([project({ units: 1 }).name, project({ units: 1 }).name]).toEqual(['project', 'project_1']);
  });

  it('refuses inputs that do not fit, naming itself and both shapes', () => {
    const layer = project({ units: 2 });
    layer(ones([2, 3])).dispose();
    expect(() => layer(ones([2, 4]))).toThrow(
      'project (Project): expected an input whose axis -1 has the size 3, got the shape (2, 4).',
    );
    expect(() => layer(ones([2]))).toThrow('expected an input with at least 2 axes');
    expect(layer(ones([1, 3])).arraySync()).toEqual([[6, 6]]);
  });

  it('refuses unknown options and suggests the nearest', () => {
    // @ts-expect-error an unknown option
    expect(() => project({ units: 1, count: true })).toThrow('Did you mean "counts"?');
  });

  it('sets weights all or none', async () => {
    const layer = project({ units: 1 });
    layer(ones([1, 2])).dispose();
    layer.setWeights([[[3], [4]]]);
    expect((await layer.getWeights())[0]?.toArray()).toEqual([[3], [4]]);
    expect(() => {
      layer.setWeights([[[1]]]);
    }).toThrow('expected the shape (2, 1), got (1, 1)');
  });

  it('goes through Keras JSON and back', () => {
    const wire = serializeKerasObject(project({ units: 4, counts: true, name: 'mine' }));
    expect(wire).toEqual({
      module: null,
      class_name: 'Project',
      registered_name: 'test>Project',
      config: {
        name: 'mine',
        trainable: true,
        dtype: {
          module: 'keras',
          class_name: 'DTypePolicy',
          config: { name: 'float32' },
          registered_name: null,
        },
        units: 4,
        counts: true,
      },
    });
    const registry = new Registry();
    registry.addClass(project);
    expect(serializeKerasObject(deserializeKerasObject(wire, registry))).toEqual(wire);
  });
});
