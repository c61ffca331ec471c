import '@tensorflow/tfjs-backend-cpu';
import {
  type Metric,
  NdArray,
  Registry,
  Scope,
  clearSession,
  deserializeKerasObject,
  inScope,
  serializeKerasObject,
  withScope,
} from '@myelin/core';
import { tensor } from '@myelin/ops';
import { type MetricUpdate, expectClose, expectNoLeak, loadGolden } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { byId } from './by-id.js';
import { accuracy, binaryAccuracy, categoricalAccuracy, sparseCategoricalAccuracy } from './index.js';

const units = ['accuracy', 'binary-accuracy', 'categorical-accuracy', 'sparse-categorical-accuracy'];

const registry = new Registry();
for (const factory of Object.values(byId)) registry.addClass(factory);

const goldens = await Promise.all(
  units.map(async (unit) => {
    const { cases } = await loadGolden('metrics', unit);
    return { unit, cases };
  }),
);

const read = (value: Tensor): NdArray => {
  const array = new NdArray(value.dataSync<'float32'>().slice(), value.shape);
  value.dispose();
  return array;
};

/** One update, with tensors that are gone afterwards. */
function update(metric: Metric, { yTrue, yPred, sampleWeight }: MetricUpdate): void {
  tidy(() => {
    const load = (array: NdArray | undefined): Tensor => tensor(array ?? never());
    const options = { sampleWeight: sampleWeight === undefined ? null : load(sampleWeight) };
    metric.update(load(yTrue), load(yPred), options);
  });
}

function never(): never {
  throw new Error('The golden is incomplete.');
}

beforeAll(async () => {
  await setBackend('cpu');
});

beforeEach(() => {
  clearSession();
});

describe.each(goldens)('$unit', ({ cases }) => {
  it.each(cases)('gives what Keras gives: $name', async (golden) => {
    const metric = deserializeKerasObject(golden.serialized, registry) as Metric;
    if (golden.initialResult !== undefined) expectClose(read(metric.result()), golden.initialResult);
    for (const [i, batch] of golden.updates.entries()) {
      await expectNoLeak(() => {
        update(metric, batch);
      });
      expectClose(read(metric.result()), golden.results[i] ?? never());
      const state = golden.states[i] ?? never();
      expect(metric.variables.map(({ name, path }) => ({ name, path }))).toEqual(
        state.map(({ name, path }) => ({ name, path })),
      );
      for (const [j, variable] of metric.variables.entries()) {
        expectClose(await variable.read(), state[j]?.value ?? never());
      }
    }
    metric.reset();
    for (const [j, variable] of metric.variables.entries()) {
      expectClose(await variable.read(), golden.stateAfterReset[j]?.value ?? never());
    }
  });

  it.each(cases)('keeps the configuration: $name', ({ serialized }) => {
    expect(serializeKerasObject(deserializeKerasObject(serialized, registry))).toEqual(serialized);
  });
});

describe('metrics', () => {
  it('take part in the step that is under way', async () => {
    const metric = accuracy();
    const scope = new Scope((variable) => variable.toTensor());
    const figure = tidy(() =>
      withScope(scope, () => {
        metric.update(tensor([1, 2]), tensor([1, 3]));
        return metric.result().clone();
      }),
    );
    expect(read(figure).toArray()).toBe(0.5);
    scope.dispose();
    expect((await metric.variables[1]?.read())?.toArray()).toBe(0);
  });

  it('leave out what is masked', () => {
    const metric = accuracy();
    metric.update(tensor([1, 2, 3]), tensor([1, 0, 0]), { mask: tensor([1, 1, 0]) });
    expect(read(metric.result()).toArray()).toBe(0.5);
    metric.reset();
    const sampleWeight = tensor([3, 1, 5]);
    metric.update(tensor([1, 2, 3]), tensor([1, 0, 0]), { mask: tensor([1, 1, 0]), sampleWeight });
    expect(read(metric.result()).toArray()).toBe(0.75);
  });

  it('start again after reset, also within a step', () => {
    const metric = binaryAccuracy();
    metric.update(tensor([1]), tensor([0]));
    metric.reset();
    const figure = inScope(() => {
      metric.update(tensor([1]), tensor([1]));
      return metric.result();
    });
    expect(read(figure).toArray()).toBe(1);
  });

  it('count a first class as predicted where several are', () => {
    const even = tensor([[0.5, 0.5]]);
    const [dense, sparse] = [categoricalAccuracy(), sparseCategoricalAccuracy()];
    dense.update(tensor([[1, 0]]), even);
    sparse.update(tensor([1]), even);
    expect([read(dense.result()).toArray(), read(sparse.result()).toArray()]).toEqual([1, 0]);
  });
});
