import '@tensorflow/tfjs-backend-cpu';
import {
  NdArray,
  PyFloat,
  Registry,
  type Regularizer,
  deserializeKerasObject,
  serializeKerasObject,
} from '@myelin/core';
import { tensor, valueAndGradients } from '@myelin/ops';
import { expectClose, expectNoLeak, loadGolden } from '@myelin/testing';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { byId, constraintsById } from './by-id.js';
import { l1, l1l2, l2, maxNorm, orthogonalRegularizer } from './index.js';

const registry = new Registry();
for (const unit of [l1, l2, l1l2, orthogonalRegularizer]) registry.addClass(unit);
const host = (x: Tensor): NdArray => new NdArray(x.dataSync<'float32'>(), x.shape);

beforeAll(async () => {
  await setBackend('cpu');
});

describe.each(['l1', 'l2', 'l1l2', 'orthogonal-regularizer'])('%s', (unit) => {
  it('has the configuration, values and gradients of Keras', async () => {
    const { cases } = await loadGolden('regularizers', unit);
    expect(cases.length).toBeGreaterThan(0);
    for (const { name, serialized, inputs, values, gradients } of cases) {
      const penalty = deserializeKerasObject(serialized, registry) as Regularizer;
      expect(serializeKerasObject(penalty)).toEqual(serialized);
      await expectNoLeak(() => {
        inputs.forEach((weight, i) => {
          tidy(() => {
            const w = tensor(weight);
            const found = valueAndGradients(() => penalty(w), [w]);
            const what = `${unit}, ${name}, weight ${i}`;
            expectClose(host(found.value), values[i] as NdArray, { what });
            expectClose(host(found.gradients[0] as Tensor), gradients[i] as NdArray, { what });
          });
        });
      });
    }
  });
});

describe('regularizers', () => {
  it('take factors as options, with the defaults of Keras', () => {
    tidy(() => {
      const w = tensor([[1, -2]]);
      expectClose(host(l1()(w)), new NdArray(new Float32Array([0.03]), []));
      expectClose(host(l2()(w)), new NdArray(new Float32Array([0.05]), []));
      expect(l1l2()(w).arraySync()).toBe(0);
      expectClose(host(l1l2({ l1: 1, l2: 2 })(w)), new NdArray(new Float32Array([13]), []));
    });
    expect(l2({ l2: 1 }).getConfig()).toEqual({ l2: new PyFloat(1) });
  });

  it('answer to the ids of Keras', () => {
    expect(Object.keys(byId).sort()).toEqual([
      'L1',
      'L1L2',
      'L2',
      'OrthogonalRegularizer',
      'l1',
      'l1l2',
      'l2',
      'orthogonal_regularizer',
    ]);
  });

  it('refuse factors that make no sense, and unknown options', () => {
    expect(() => l1({ l1: -1 })).toThrow('expected `l1` to be a number from 0, got -1');
    expect(() => l1l2({ l2: NaN })).toThrow('expected `l2` to be a number from 0, got NaN');
    expect(() => l2({ l2: Infinity })).toThrow('got Infinity');
    // @ts-expect-error an unknown option
    expect(() => l2({ l1: 1 })).toThrow('L2: expected known options, got "l1". Did you mean "l2"?');
    // @ts-expect-error an unknown mode
    expect(() => orthogonalRegularizer({ mode: 'row' })).toThrow("`mode` to be 'rows' or 'columns'");
    expect(() => tidy(() => orthogonalRegularizer()(tensor([1, 2])))).toThrow('expected a matrix, got (2,)');
  });
});

describe('constraints', () => {
  it('answer to the ids of Keras', () => {
    expect(Object.keys(constraintsById).sort()).toEqual([
      'MaxNorm',
      'MinMaxNorm',
      'NonNeg',
      'UnitNorm',
      'max_norm',
      'min_max_norm',
      'non_neg',
      'unit_norm',
    ]);
  });

  it('refuse unknown options', () => {
    // @ts-expect-error an unknown option
    expect(() => maxNorm({ max: 1 })).toThrow('MaxNorm: expected known options, got "max".');
  });
});
