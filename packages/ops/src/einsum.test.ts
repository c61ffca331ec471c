import '@tensorflow/tfjs-backend-cpu';
import { NdArray, SymbolicTensor } from '@myelin/core';
import { type Tensor, setBackend, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { einsum, ones, sum, tensor, valueAndGradients } from './index.js';

beforeAll(async () => {
  await setBackend('cpu');
});

const sizes: Readonly<Record<string, number>> = { a: 2, b: 3, c: 1, d: 4 };

/** Values without pattern for axes of these names. */
function values(axes: string, seed: number): NdArray {
  const shape = Array.from(axes).map((axis) => sizes[axis] ?? 1);
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(seed + 1.7 * i)),
    shape,
  );
}

/** The definition: a loop over all values of all indices. */
function bySums(terms: readonly string[], result: string, arrays: readonly NdArray[]): NdArray {
  const names = [...new Set(Array.from(terms.join('')))];
  const shape = Array.from(result).map((axis) => sizes[axis] ?? 1);
  const into = new Float32Array(shape.reduce((product, axis) => product * axis, 1));
  const place = (axes: string, at: ReadonlyMap<string, number>): number =>
    Array.from(axes).reduce((index, axis) => index * (sizes[axis] ?? 1) + (at.get(axis) ?? 0), 0);
  const visit = (rest: readonly string[], at: ReadonlyMap<string, number>): void => {
    const [name, ...others] = rest;
    if (name === undefined) {
      const product = terms.reduce(
        (value, term, i) => value * Number(arrays[i]?.data[place(term, at)] ?? 0),
        1,
      );
      into[place(result, at)] = (into[place(result, at)] ?? 0) + product;
      return;
    }
    for (let i = 0; i < (sizes[name] ?? 1); i++) visit(others, new Map([...at, [name, i]]));
  };
  visit(names, new Map());
  return new NdArray(into, shape);
}

function expectClose(found: Tensor, expected: NdArray): void {
  expect(found.shape).toEqual(expected.shape);
  found.dataSync().forEach((value, i) => {
    expect(value).toBeCloseTo(Number(expected.data[i]), 4);
  });
}

describe('einsum', () => {
  it('is the sum of the products, whatever the equation', () => {
    const axes = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
    const equations = fc
      .array(axes, { minLength: 1, maxLength: 3 })
      .chain((terms) => fc.tuple(fc.constant(terms), fc.shuffledSubarray([...new Set(terms.flat())])));
    fc.assert(
      fc.property(equations, ([terms, result]) => {
        const names = terms.map((term) => term.join(''));
        const arrays = names.map(values);
        tidy(() => {
          const y = einsum(`${names.join(',')}->${result.join('')}`, ...arrays.map((array) => tensor(array)));
          expectClose(y, bySums(names, result.join(''), arrays));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds the result where the equation leaves it out', () => {
    tidy(() => {
      const [a, b] = [ones([2, 3]), ones([3, 4])];
      expect(einsum('ij,jk', a, b).arraySync()).toEqual(einsum('ij,jk->ik', a, b).arraySync());
      expect(einsum('ba', a).shape).toEqual([3, 2]);
      expect(einsum('ii', ones([3, 3])).arraySync()).toBe(3);
    });
  });

  it('broadcasts the axes of an ellipsis', () => {
    tidy(() => {
      const y = einsum('...ab,b...->...a', ones([5, 1, 2, 3]), ones([3, 4]));
      expect([y.shape, y.dataSync()[0]]).toEqual([[5, 4, 2], 3]);
      expect(einsum('...a->...', ones([2, 3, 4])).shape).toEqual([2, 3]);
    });
  });

  it.each(['ab,bd->ad', 'abd,ad->b', 'ab,ab->ab', 'abb->ba', 'a,b,ab->', '...b,b->...'])(
    'has the gradient of %s',
    (equation) => {
      const [left = ''] = equation.split('->');
      const arrays = left.split(',').map((term, i) => values(term.replace('...', 'a'), i));
      tidy(() => {
        const xs = arrays.map((array) => tensor(array));
        // Sums of products are linear in every operand, so that units give exact slopes.
        const { gradients } = valueAndGradients(() => sum(einsum(equation, ...xs)), xs);
        arrays.forEach((array, operand) => {
          const slopes = Float32Array.from({ length: array.size }, (_, place) => {
            const unit = Float32Array.from({ length: array.size }, (_, i) => (i === place ? 1 : 0));
            const moved = xs.with(operand, tensor(new NdArray(unit, array.shape)));
            return sum(einsum(equation, ...moved)).dataSync()[0] ?? NaN;
          });
          expectClose(gradients[operand] as Tensor, new NdArray(slopes, array.shape));
        });
      });
    },
  );

  it('extends a graph', () => {
    const x = new SymbolicTensor([null, 5, 8]);
    const y: SymbolicTensor = einsum<Tensor | SymbolicTensor>('abc,cde->abde', x, ones([8, 2, 3]));
    expect(y.shape).toEqual([null, 5, 2, 3]);
    expect(y.origin?.node.operation.className).toBe('Einsum');
  });

  it('refuses what makes no sense', () => {
    tidy(() => {
      const x = ones([2, 3]);
      expect(() => einsum('ab-ba', x)).toThrow("einsum('ab-ba'): expected letters for the axes");
      expect(() => einsum('ab,bc->ac', x)).toThrow('expected 2 operands, got 1');
      expect(() => einsum('abc->a', x)).toThrow('expected operand 0 to have 3 axes, got 2');
      expect(() => einsum('a->a', x)).toThrow('expected operand 0 to have 1 axes, got 2');
      expect(() => einsum('ab->ac', x)).toThrow('axes of the operands in the result, each once, got c');
      expect(() => einsum('ab->aa', x)).toThrow('each once, got a');
      expect(() => einsum('ab,bc->ac', x, x)).toThrow('got (2, 3) and (2, 3)');
    });
  });
});
