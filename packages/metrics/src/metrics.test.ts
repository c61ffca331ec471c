import '@tensorflow/tfjs-backend-cpu';
import {
  ArgumentError,
  type Metric,
  NdArray,
  PyFloat,
  Registry,
  Scope,
  ShapeError,
  StateError,
  clearSession,
  deserializeKerasObject,
  inScope,
  withScope,
} from '@myelin/core';
import { tensor } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { byId } from './by-id.js';
import {
  accuracy,
  auc,
  binaryAccuracy,
  categoricalAccuracy,
  f1Score,
  fBetaScore,
  iou,
  meanIou,
  meanSquaredError,
  precision,
  precisionAtRecall,
  r2Score,
  recall,
  sparseCategoricalAccuracy,
  sparseCategoricalCrossentropy,
  sparseTopKCategoricalAccuracy,
} from './index.js';

const read = (value: Tensor): NdArray => {
  const array = new NdArray(value.dataSync<'float32'>().slice(), value.shape);
  value.dispose();
  return array;
};

beforeAll(async () => {
  await setBackend('cpu');
});

beforeEach(() => {
  clearSession();
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

  it('refuse weights of examples beside a mask of positions', () => {
    const [y, mask] = [tensor([[1, 2]]), tensor([[1, 0]])];
    expect(() => {
      accuracy().update(y, y, { mask, sampleWeight: tensor([1]) });
    }).toThrow(/masked values/);
  });

  it('ignore a class with weights and targets of one column', () => {
    const metric = sparseCategoricalCrossentropy({ ignoreClass: 0 });
    const p = tensor([
      [0.5, 0.5],
      [0.5, 0.5],
      [0.25, 0.75],
    ]);
    metric.update(tensor([[0], [1], [1]]), p, { sampleWeight: tensor([5, 1, 3]) });
    expectClose(read(metric.result()), NdArray.from((Math.log(2) + 3 * Math.log(4 / 3)) / 4));
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

  it('stand under the ids of Keras, which has no crossentropy by itself', () => {
    expect(byId.mse).toBe(meanSquaredError);
    expect(Object.keys(byId)).not.toContain('ce');
    expect(Object.keys(byId)).not.toContain('crossentropy');
  });

  it('are numbered where Keras numbers them', () => {
    expect([precision(), precision(), accuracy(), accuracy()].map(({ name }) => name)).toEqual([
      'precision',
      'precision_1',
      'accuracy',
      'accuracy',
    ]);
    expect(precision({ name: 'mine' }).getConfig()['name']).toBe('mine');
  });

  it('have no state and no figure as long as their shape is unknown', () => {
    const metric = r2Score();
    expect(metric.variables).toEqual([]);
    expect(() => metric.result()).toThrow(StateError);
    expect(() => {
      metric.update(tensor([1]), tensor([1]));
    }).toThrow(ShapeError);
  });

  it('fall back to the plain R² where there are too few samples', () => {
    const [plain, corrected] = [r2Score(), r2Score({ numRegressors: 2 })];
    for (const metric of [plain, corrected]) {
      metric.update(tensor([[1], [2], [4]]), tensor([[1], [2], [3]]));
    }
    expect(read(corrected.result()).toArray()).toBe(read(plain.result()).toArray());
  });

  it('give one figure for a whole pass, however it is cut into batches', () => {
    const truth = [0, 1, 1, 0, 1, 0, 0, 1];
    const scores = [0.1, 0.8, 0.3, 0.4, 0.9, 0.2, 0.6, 0.7];
    for (const make of [
      auc,
      precision,
      () => meanIou({ numClasses: 2 }),
      () => f1Score({ threshold: 0.5 }),
    ]) {
      const [whole, parts] = [make(), make()];
      const rows = (x: readonly number[]): Tensor => tensor(x.map((value) => [value]));
      whole.update(rows(truth), rows(scores));
      for (const i of [0, 2, 4, 6]) parts.update(rows(truth.slice(i, i + 2)), rows(scores.slice(i, i + 2)));
      expectClose(read(parts.result()), read(whole.result()));
    }
  });

  it('take predictions that are not numbers for negative, at few thresholds and at many', () => {
    for (const metric of [recall(), recall({ thresholds: [0, 0.5, 1] })]) {
      metric.update(tensor([1, 1]), tensor([NaN, 0.9]));
      expect(read(metric.result()).toArray()).toEqual(
        metric.variables[0]?.shape[0] === 1 ? 0.5 : [0.5, 0.5, 0],
      );
    }
  });

  it('read the weights of labels as Keras writes them, and write them as Keras reads them', () => {
    const registry = new Registry();
    registry.addClass(auc);
    const tensorOf = { class_name: '__tensor__', config: { value: [0.25, 1], dtype: 'float32' } };
    const wire = { module: 'keras.metrics', class_name: 'AUC', registered_name: null };
    const config = { ...auc().getConfig(), label_weights: tensorOf };
    const metric = deserializeKerasObject({ ...wire, config }, registry) as Metric;
    expect(metric.getConfig()['label_weights']).toEqual([0.25, new PyFloat(1)]);
  });

  it('do not count predictions that are not numbers', () => {
    const metric = sparseTopKCategoricalAccuracy({ k: 2 });
    metric.update(
      tensor([0, 0, 9]),
      tensor([
        [NaN, NaN],
        [1, 2],
        [1, 2],
      ]),
    );
    expectClose(read(metric.result()), NdArray.from(1 / 3));
  });

  it('refuse options that make no sense', () => {
    expect(() => precision({ thresholds: [0.5, 2] })).toThrow(/thresholds from 0 to 1, got 2/);
    expect(() => r2Score({ classAggregation: 'mean' as 'uniform_average' })).toThrow(/uniform_average/);
    expect(() => r2Score({ numRegressors: -1 })).toThrow(ArgumentError);
    expect(() => sparseCategoricalCrossentropy({ axis: 1 as -1 })).toThrow(/the last axis/);
    expect(() => auc({ curve: 'ROCK' as 'ROC' })).toThrow(/ROC, PR, PRGAIN, got ROCK/);
    expect(() => auc({ summationMethod: 'mean' as 'majoring' })).toThrow(/interpolation/);
    expect(() => auc({ numThresholds: 1 })).toThrow(/above 1/);
    expect(() => auc({ thresholds: [-1] })).toThrow(/from 0 to 1/);
    expect(() => auc({ numLabels: 2 })).toThrow(/multiLabel/);
    expect(() => f1Score({ average: 'mean' as 'macro' })).toThrow(/'micro'/);
    expect(() => f1Score({ threshold: 0 })).toThrow(/threshold above 0/);
    expect(() => fBetaScore({ beta: 0 })).toThrow(/beta above 0/);
    expect(() => iou({ numClasses: 2, targetClassIds: [0, 2] })).toThrow(/from 0 to 1, got 2/);
    expect(() => (meanIou as unknown as () => Metric)()).toThrow(/numClasses above 0/);
    expect(() => precisionAtRecall({ recall: 1.5 })).toThrow(/recall from 0 to 1, got 1.5/);
    expect(() => precisionAtRecall({ recall: 0.5, numThresholds: 0 })).toThrow(/numThresholds/);
    expect(() => {
      auc({ multiLabel: true }).update(tensor([1]), tensor([1]));
    }).toThrow(ShapeError);
    expect(() => {
      f1Score().update(tensor([1]), tensor([1]));
    }).toThrow(ShapeError);
    expect(() => {
      precision({ classId: 0 }).update(tensor([1]), tensor([1]));
    }).toThrow(/classId/);
  });
});
