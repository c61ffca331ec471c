import '@tensorflow/tfjs-backend-cpu';
import { ShapeError, TraceError } from '@myelin/core';
import { type Tensor, memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { AbstractBackend } from '../abstract/abstract-backend.js';
import { withAbstractBackend } from '../abstract/with-abstract-backend.js';
import {
  add,
  cast,
  concatenate,
  equal,
  evaluateAbstractly,
  floorDivide,
  greater,
  less,
  multiply,
  ones,
  square,
  stopGradient,
  subtract,
  sum,
  tensor,
  valueAndGradients,
  where,
  whileLoop,
} from '../index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const integer = (value: number): Tensor => cast(tensor(value), { dtype: 'int32' });
const below10 = (i: Tensor): Tensor => less(i, 10);
const next = (i: Tensor): [Tensor] => [add(i, 1)];

// What Keras 3.15.1 returns, on TensorFlow.
describe('as in Keras', () => {
  it.each([
    [undefined, 10],
    [0, 0],
    [3, 3],
    [100, 10],
    [-1, 0],
  ])('goes on while the condition holds, %s times at most', (maximumIterations, expected) => {
    const limit = maximumIterations === undefined ? {} : { maximumIterations };
    const [i] = whileLoop(below10, next, { loopVars: [integer(0)], ...limit });
    expect(i.dtype).toBe('int32');
    expect(i.arraySync()).toBe(expected);
  });

  it('hands on several values', () => {
    const [i, x] = whileLoop(below10, (i, x) => [add(i, 1), multiply(x, 2)], {
      loopVars: [integer(0), tensor(1)],
    });
    expect([i.arraySync(), x.arraySync()]).toEqual([10, 1024]);
  });

  it('goes as many turns as values ask for', () => {
    const [n, turns] = whileLoop(
      (n) => greater(n, 1),
      (n, turns) => {
        const half = floorDivide(n, 2);
        const isEven = equal(multiply(half, 2), n);
        return [where(isEven, half, add(multiply(n, 3), 1)), add(turns, 1)];
      },
      { loopVars: [integer(27), integer(0)] },
    );
    expect([n.arraySync(), turns.arraySync()]).toEqual([1, 111]);
  });

  it('may change shapes op by op', () => {
    const [x] = whileLoop((x) => less(sum(x), 10), (x) => [concatenate([x, x])], { loopVars: [ones([2])] }); // prettier-ignore
    expect(x.shape).toEqual([16]);
  });
});

it('has the gradient of its turns op by op', () => {
  const x = tensor([1.5, -0.5]);
  const { gradients } = valueAndGradients(() => {
    const [, power] = whileLoop(below10, (i, y) => [add(i, 3), multiply(y, x)], {
      loopVars: [integer(0), x],
    });
    return sum(power);
  }, [x]);
  // Four turns: x⁵, whose slope is 5 x⁴.
  expect(gradients[0]?.arraySync()).toEqual([5 * 1.5 ** 4, 5 * 0.5 ** 4]);
});

it('makes no tensor but its results', () => {
  const start = integer(0);
  const before = memory().numTensors;
  for (const result of whileLoop(below10, next, { loopVars: [start] })) result.dispose();
  expect(memory().numTensors).toBe(before);
  expect(start.arraySync()).toBe(0);
});

it('refuses several conditions', () => {
  expect(() => whileLoop((x) => less(x, 10), next, { loopVars: [ones([2])] })).toThrow(ShapeError);
});

describe('where only shapes are known', () => {
  it.each([{}, { maximumIterations: 3 }])('keeps the shapes of its values', (limit) => {
    const spec = { shape: [null, 3], dtype: 'float32' as const };
    const double = (x?: Tensor): Tensor[] =>
      whileLoop((y) => less(sum(y), 10), (y) => [multiply(y, 2)], { loopVars: [x as Tensor], ...limit }); // prettier-ignore
    expect(evaluateAbstractly(double, [spec])).toEqual([spec]);
  });

  it('refuses values that change their shape', () => {
    const longer = (x?: Tensor): Tensor[] =>
      whileLoop((y) => less(sum(y), 10), (y) => [concatenate([y, y])], { loopVars: [x as Tensor] }); // prettier-ignore
    expect(() => evaluateAbstractly(longer, [{ shape: [2], dtype: 'float32' }])).toThrow(
      'whileLoop: expected float32 (2,), got float32 (4,)',
    );
  });

  it('has no gradient, by what it is given and by what it uses', () => {
    const backend = new AbstractBackend();
    withAbstractBackend(backend, () => {
      const [x, weight] = [0, 1].map(() => backend.leaf({ shape: [2], dtype: 'float32' })) as [
        Tensor,
        Tensor,
      ];
      const loop = (from: Tensor): Tensor =>
        sum(whileLoop((y) => less(sum(y), 10), (y) => [multiply(y, weight)], { loopVars: [from] })[0]); // prettier-ignore
      expect(() => valueAndGradients(() => loop(square(x)), [x])).toThrow(TraceError);
      expect(() => valueAndGradients(() => loop(stopGradient(x)), [weight])).toThrow(TraceError);
      const constant = (): Tensor => subtract(sum(x), stopGradient(loop(x)));
      expect(valueAndGradients(constant, [x]).reached).toEqual([true]);
    });
  });
});
