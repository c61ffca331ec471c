import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError, NdArray, ShapeError } from '@myelin/core';
import {
  absolute,
  attachLogits,
  max,
  sigmoid,
  softmax,
  subtract,
  sum,
  tensor,
  valueAndGradients,
} from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { byId } from './by-id.js';
import {
  binaryCrossentropy,
  categoricalCrossentropy,
  defineLoss,
  categoricalGeneralizedCrossEntropy,
  ctc,
  dice,
  huber,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from './index.js';

const activations = {
  softmax: (x: Tensor): Tensor => attachLogits(softmax(x), x),
  sigmoid: (x: Tensor): Tensor => attachLogits(sigmoid(x), x),
  linear: (x: Tensor): Tensor => x,
};

const read = (value: Tensor): NdArray => new NdArray(value.dataSync<'float32'>(), value.shape);

beforeAll(async () => {
  await setBackend('cpu');
});

describe('losses', () => {
  it('stand under the ids of Keras', () => {
    expect(byId.mse).toBe(meanSquaredError);
    expect(byId.bce).toBe(binaryCrossentropy);
    expect(huber().getConfig()['name']).toBe('huber_loss');
    expect(Object.keys(byId)).not.toContain('crossentropy');
  });

  it('keep exact gradients where softmax rounds to 0 and 1', () => {
    const logits = tensor([[-200, 200, 0]]);
    const { gradients } = valueAndGradients(
      () => categoricalCrossentropy()(tensor([[1, 0, 0]]), activations.softmax(logits)),
      [logits],
    );
    expect(gradients[0]?.arraySync()).toEqual([[-1, 1, 0]]);
  });

  it('give gradients by soft targets, too', () => {
    const target = tensor([[0.5, 0.5]]);
    const { gradients } = valueAndGradients(
      () => categoricalCrossentropy({ fromLogits: true })(target, tensor([[0, 0]])),
      [target],
    );
    expectClose(read(gradients[0] as Tensor), NdArray.from([[Math.LN2, Math.LN2]]));
  });

  it('give NaN for a class that does not exist', () => {
    const logits = tensor([
      [0, 0],
      [0, 0],
    ]);
    const loss = sparseCategoricalCrossentropy({ fromLogits: true, reduction: 'none' });
    const { value, gradients } = valueAndGradients(() => sum(loss(tensor([2, 0]), logits)), [logits]);
    expect(value.arraySync()).toBeNaN();
    expect(gradients[0]?.arraySync()).toEqual([
      [NaN, NaN],
      [-0.5, 0.5],
    ]);
    expectClose(read(loss(tensor([-1, 1]), logits)), NdArray.from([NaN, Math.LN2]));
  });

  it('allow classes that are impossible', () => {
    const loss = sparseCategoricalCrossentropy({ fromLogits: true });
    expectClose(read(loss(tensor([0]), tensor([[0, -Infinity, 0]]))), NdArray.from(Math.LN2));
  });

  it('refuse targets and weights of other shapes', () => {
    const p = tensor([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(() => categoricalCrossentropy()(tensor([0, 1]), p)).toThrow(/sparse/);
    expect(() => sparseCategoricalCrossentropy()(p, p)).toThrow(ShapeError);
    expect(() => binaryCrossentropy()(tensor([[1], [0]]), p)).toThrow(ShapeError);
    expect(() => meanSquaredError()(p, p, { sampleWeight: tensor([1, 2, 3]) })).toThrow(/one weight/);
    const ignoring = sparseCategoricalCrossentropy({ ignoreClass: 0 });
    const rows = tensor([
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ]);
    expect(() => ignoring(tensor([[0, 1]]), rows, { sampleWeight: tensor([1]) })).toThrow(ShapeError);
  });

  it('refuse options that make no sense', () => {
    expect(() => meanSquaredError({ reduction: 'average' as 'mean' })).toThrow(ArgumentError);
    expect(() => categoricalGeneralizedCrossEntropy({ q: 1 })).toThrow(/q between 0 and 1, got 1/);
    expect(() => sparseCategoricalCrossentropy({ axis: 1 as -1 })).toThrow(/the last axis/);
    expect(() => ctc()(tensor([1]), tensor([[[0, 0]]]))).toThrow(ShapeError);
  });

  it('compare classes of one column with their own rows', () => {
    const p = tensor([
      [0.25, 0.75],
      [0.64, 0.36],
    ]);
    const loss = categoricalGeneralizedCrossEntropy({ reduction: 'none' });
    expectClose(read(loss(tensor([[0], [1]]), p)), NdArray.from([1, 0.8]));
  });

  it('weigh one value of the whole batch by each of its examples', () => {
    const truth = tensor([
      [1, 0],
      [1, 1],
    ]);
    const sampleWeight = tensor([1, 3]);
    expect(read(dice()(truth, truth, { sampleWeight })).toArray()).toBeCloseTo(0);
    expectClose(read(dice()(truth, subtract(1, truth), { sampleWeight })), NdArray.from(2));
  });

  it('can be defined by users', () => {
    const worst = defineLoss<object>({
      className: 'Worst',
      id: 'worst',
      module: null,
      registeredName: 'my>Worst',
      defaults: {},
      call: (yTrue, yPred) => max(absolute(subtract(yPred, yTrue)), { axis: -1 }),
    });
    expect(worst()(tensor([[1, 2]]), tensor([[1, 4]])).arraySync()).toBe(2);
  });
});
