import '@tensorflow/tfjs-backend-cpu';
import { ShapeError, TraceError, type TensorSpec } from '@myelin/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureGradients } from '../gradients/ensure-gradients.js';
import { evaluateAbstractly } from './evaluate-abstractly.js';

const float = (...shape: (number | null)[]): TensorSpec => ({ shape, dtype: 'float32' });
const int = (...shape: (number | null)[]): TensorSpec => ({ shape, dtype: 'int32' });

function evaluateOne(
  compute: (...inputs: tf.Tensor[]) => tf.Tensor,
  ...inputs: TensorSpec[]
): TensorSpec | undefined {
  return evaluateAbstractly(compute, inputs)[0];
}

let memory: tf.MemoryInfo;
beforeEach(async () => {
  await tf.setBackend('cpu');
  memory = tf.memory();
});
afterEach(() => {
  expect(tf.getBackend()).toBe('cpu');
  expect(tf.memory()).toEqual(memory);
});

describe('evaluateAbstractly', () => {
  test('finds the shape of a dense layer with an unknown batch', () => {
    const dense = (x: tf.Tensor): tf.Tensor => tf.relu(tf.add(tf.matMul(x, tf.ones([8, 3])), tf.zeros([3])));
    expect(evaluateOne(dense, float(null, 8))).toEqual(float(null, 3));
    expect(evaluateOne(dense, float(5, 8))).toEqual(float(5, 3));
  });

  test.each([
    ['same', 1, [null, 28, 28, 4]],
    ['same', 2, [null, 14, 14, 4]],
    ['valid', 1, [null, 26, 26, 4]],
    ['valid', 2, [null, 13, 13, 4]],
  ] as const)('convolves with padding %s and stride %d', (pad, strides, shape) => {
    const convolve = (x: tf.Tensor): tf.Tensor =>
      tf.conv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([3, 3, 1, 4]), strides, pad);
    expect(evaluateOne(convolve, float(null, 28, 28, 1))).toEqual(float(...shape));
    expect(evaluateOne(convolve, float(null, null, 28, 1))).toEqual(float(null, null, shape[2], 4));
  });

  test('keeps the patches of a vision transformer apart whatever the size of the image', () => {
    const patches = (x: tf.Tensor): tf.Tensor =>
      tf.conv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([32, 32, 3, 8]), 32, 'valid');
    expect(evaluateOne(patches, float(null, null, null, 3))).toEqual(float(null, null, null, 8));
  });

  test.each([
    ['same', 14],
    ['valid', 13],
  ] as const)('pools with padding %s', (pad, size) => {
    const pool = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor4D, 3, 2, pad);
    expect(evaluateOne(pool, float(null, 28, 28, 4))).toEqual(float(null, size, size, 4));
  });

  test('halves and doubles again, and concatenates with what came before', () => {
    const skip = (x: tf.Tensor): tf.Tensor => {
      const [, height = 0, width = 0] = x.shape;
      const down = tf.maxPool(tf.maxPool(x as tf.Tensor4D, 2, 2, 'valid'), 2, 2, 'valid');
      const up = tf.image.resizeNearestNeighbor(down, [down.shape[1] * 4, down.shape[2] * 4]);
      expect(up.shape.slice(1, 3)).toEqual([height, width]);
      return tf.concat([x, up], -1);
    };
    expect(evaluateOne(skip, float(null, null, null, 3))).toEqual(float(null, null, null, 6));
  });

  test('survives a deep stack of windows without padding', () => {
    const stack = (x: tf.Tensor): tf.Tensor => {
      let y = x as tf.Tensor4D;
      for (let i = 0; i < 4; i += 1) y = tf.conv2d(y, tf.ones<tf.Rank.R4>([31, 31, 1, 1]), 1, 'valid');
      return y;
    };
    expect(evaluateOne(stack, float(null, null, 200, 1))).toEqual(float(null, null, 80, 1));
  });

  test('fits under a table of fixed length', () => {
    const embed = (x: tf.Tensor): tf.Tensor =>
      tf.add(x, tf.slice(tf.ones([50, 8]), [0, 0], [x.shape[1] ?? 0, 8]));
    expect(evaluateOne(embed, float(null, null, 8))).toEqual(float(null, null, 8));
  });

  test('multiplies matrices over an unknown batch and unknown time', () => {
    const attend = (q: tf.Tensor, k: tf.Tensor, v: tf.Tensor): tf.Tensor =>
      tf.matMul(tf.softmax(tf.matMul(q, k, false, true)), v);
    expect(
      evaluateOne(attend, float(null, 4, null, 16), float(null, 4, null, 16), float(null, 4, null, 16)),
    ).toEqual(float(null, 4, null, 16));
    expect(evaluateOne((x) => tf.matMul(x, tf.ones([1, 8, 3])), float(null, 5, 8))).toEqual(
      float(null, 5, 3),
    );
  });

  test('adds up unknown sizes', () => {
    expect(evaluateOne((a, b) => tf.concat([a, b], 0), float(null, 2), float(null, 2))).toEqual(
      float(null, 2),
    );
    expect(evaluateOne((a, b) => tf.concat([a, b], 1), float(null, 2), float(null, 3))).toEqual(
      float(null, 5),
    );
    expect(evaluateOne((a, b) => tf.concat([a, b], 0), float(null, 2), float(7, 2))).toEqual(float(null, 2));
  });

  test('reshapes with an inferred axis', () => {
    expect(evaluateOne((x) => tf.reshape(x, [x.shape[0], -1]), float(null, 3, 4))).toEqual(float(null, 12));
    expect(evaluateOne((x) => tf.reshape(x, [-1, 4]), float(null, null, 4))).toEqual(float(null, 4));
  });

  test('reduces', () => {
    expect(evaluateOne((x) => tf.mean(x, 1), float(null, null, 4))).toEqual(float(null, 4));
    expect(evaluateOne((x) => tf.sum(x, [1, 2], true), float(null, 3, 4))).toEqual(float(null, 1, 1));
    expect(evaluateOne((x) => tf.sum(x), float(null, 3))).toEqual(float());
    expect(evaluateOne((x) => tf.argMax(x, -1), float(null, 3))).toEqual(int(null));
  });

  test('returns several results', () => {
    expect(evaluateAbstractly((x) => tf.split(x, [1, 3], 1), [float(null, 4)])).toEqual([
      float(null, 1),
      float(null, 3),
    ]);
    const topK = (x: tf.Tensor): tf.Tensor[] => Object.values(tf.topk(x, 2));
    expect(evaluateAbstractly(topK, [float(null, 4)])).toEqual([float(null, 2), int(null, 2)]);
  });

  test('follows gradients', () => {
    ensureGradients();
    const loss = (x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor => {
      const convolved = tf.conv2d(x as tf.Tensor4D, tf.ones<tf.Rank.R4>([3, 3, 1, 4]), 2, 'same');
      const flat = tf.reshape(tf.maxPool(convolved, 2, 2, 'valid'), [x.shape[0], -1]);
      return tf.mean(tf.square(tf.relu(tf.add(tf.matMul(flat, kernel), bias))));
    };
    const gradients = (...inputs: tf.Tensor[]): tf.Tensor[] => tf.grads(loss)(inputs);
    const inputs = [float(null, 28, 28, 1), float(196, 3), float(3)];
    expect(evaluateAbstractly(gradients, inputs)).toEqual(inputs);
  });

  test('leaves a gradient tape that is being recorded alone', () => {
    const inner = tf.customGrad((x) => {
      expect(evaluateOne((y) => tf.square(y), float(null, 3))).toEqual(float(null, 3));
      return { value: tf.square(x as tf.Tensor), gradFunc: (dy) => tf.mul(dy, 7) };
    });
    tf.tidy(() => {
      const outer = (x: tf.Tensor): tf.Tensor => {
        const y = inner(x);
        evaluateAbstractly((z) => tf.neg(z), [float(null)]);
        return y;
      };
      expect([
        ...tf
          .grad(outer)(tf.ones([2]))
          .dataSync(),
      ]).toEqual([7, 7]);
    });
  });

  test('can be used inside itself', () => {
    const shapes: unknown[] = [];
    const outer = (x: tf.Tensor): tf.Tensor => {
      const y = tf.square(x);
      shapes.push(evaluateAbstractly((z) => tf.concat([z, z], 1), [float(null, x.shape[1] ?? 0)]));
      return tf.concat([y, x], 0);
    };
    expect(evaluateOne(outer, float(null, 3))).toEqual(float(null, 3));
    expect(shapes).toEqual([[float(null, 6)], [float(null, 6)]]);
  });

  test('works beside tensors of the cpu backend, under a tidy', () => {
    tf.tidy(() => {
      const weights = tf.tensor2d([1, 2, 3, 4], [2, 2]);
      expect(evaluateOne((x) => tf.matMul(x, weights), float(null, 2))).toEqual(float(null, 2));
      expect([...tf.matMul(weights, weights).dataSync()]).toEqual([7, 10, 15, 22]);
    });
  });

  test('reads constants, and no other value', () => {
    const values: number[][] = [];
    const read = (x: tf.Tensor): tf.Tensor => {
      values.push([...tf.tensor1d([1, 2, 3]).dataSync()]);
      return x;
    };
    expect(evaluateOne(read, float(2))).toEqual(float(2));
    expect(values).toEqual([[1, 2, 3]]);

    const branch = (x: tf.Tensor): tf.Tensor => ((tf.sum(x).dataSync()[0] ?? 0) > 0 ? x : tf.neg(x));
    expect(() => evaluateOne(branch, float(null))).toThrow(TraceError);
    expect(() => evaluateOne(branch, float(null))).toThrow(
      /a result of Sum, which is evaluated for its shape only/,
    );
    expect(() => evaluateOne((x) => tf.scalar(Number(x.dataSync()[0])), float(null))).toThrow(
      /got argument 0/,
    );
  });

  test('refuses asynchronous functions', async () => {
    const choose = async (x: tf.Tensor): Promise<tf.Tensor> => tf.whereAsync(tf.greater(x, 0));
    expect(() => evaluateAbstractly(choose as never, [float(null)])).toThrow(/got a promise/);
    await new Promise((resolve) => setTimeout(resolve, 1));
  });

  test('names the op whose shape depends on values', () => {
    expect(() => evaluateOne((x) => tf.unique(x).values, float(null))).toThrow(/^Unique: /);
  });

  test('says in the symbolic shapes what does not fit', () => {
    const product = (): unknown => evaluateOne((x) => tf.matMul(x, tf.ones([9, 3])), float(null, 8));
    expect(product).toThrow(ShapeError);
    expect(product).toThrow(/got \(None, 8\).*With 96 in the place of None: .*inner shapes \(8\) and \(9\)/s);
    const window = (x: tf.Tensor): tf.Tensor => tf.avgPool(x as tf.Tensor4D, 8, 1, 'valid');
    expect(() => evaluateOne(window, float(null, 4, 4, 1))).toThrow(
      /AvgPool of \(96, 4, 4, 1\) would have the shape \(96, -3, -3, 1\)/,
    );
  });

  test('refuses results whose rank follows from an unknown size', () => {
    const odd = (x: tf.Tensor): tf.Tensor => (x.shape[0] === 96 ? x : tf.expandDims(x, 0));
    expect(() => evaluateOne(odd, float(null))).toThrow(/results of one rank/);
  });
});

describe('the state of tfjs-core', () => {
  test('is restored after an error, from within nested scopes', () => {
    const fails = (x: tf.Tensor): tf.Tensor =>
      tf.tidy(() => {
        tf.keep(tf.square(x));
        evaluateAbstractly(() => {
          throw new TypeError('broken');
        }, [float(1)]);
        return x;
      });
    tf.tidy(() => {
      expect(() => evaluateOne(fails, float(null))).toThrow(new TypeError('broken'));
      expect(tf.getBackend()).toBe('cpu');
    });
  });

  test('is restored in debug mode and while profiling, without reading', async () => {
    const flags = tf.env().getFlags();
    flags['DEBUG'] = true;
    try {
      expect(evaluateOne((x) => tf.square(x), float(null))).toEqual(float(null));
      expect(flags['DEBUG']).toBe(true);
    } finally {
      flags['DEBUG'] = false;
    }
    const { kernels } = await tf.profile(() => {
      evaluateAbstractly((x) => tf.square(x), [float(null)]);
    });
    expect(kernels).toEqual([]);
  });

  test('survives variables and kept tensors made on the way', () => {
    const create = (x: tf.Tensor): tf.Tensor => {
      const variable = tf.variable(tf.zerosLike(x), true, `made-${x.shape.join()}`);
      variable.assign(tf.add(variable, x));
      const read = tf.square(variable);
      tf.disposeVariables();
      return tf.keep(read);
    };
    expect(evaluateOne(create, float(null, 2))).toEqual(float(null, 2));
  });
});
