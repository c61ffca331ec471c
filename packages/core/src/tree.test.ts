import { describe, expect, it } from 'vitest';
import { NdArray } from './nd-array.js';
import { flatten, isDictionary, mapTree } from './tree.js';

describe('trees', () => {
  it('flatten dictionaries by their keys, as Keras does', () => {
    expect(flatten<number>({ zeta: 1, alpha: [2, { b: 4, a: 3 }] })).toEqual([2, 3, 4, 1]);
  });

  it('are mapped in the order of flatten, and keep the order of their keys', () => {
    let next = 0;
    const mapped = mapTree<string, number>({ zeta: 'z', alpha: ['a', { b: 'b', a: 'a' }] }, () => next++);
    expect(mapped).toEqual({ zeta: 3, alpha: [0, { b: 2, a: 1 }] });
    expect(Object.keys(mapped)).toEqual(['zeta', 'alpha']);
  });

  it('have objects of classes as leaves', () => {
    const array = NdArray.zeros([1]);
    expect(flatten<NdArray>([array, { a: array }])).toEqual([array, array]);
    expect([{}, Object.create(null), array, [], null, () => 0].map(isDictionary)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('take no prototype from a key', () => {
    const tree = JSON.parse('{"__proto__": 1, "a": 2}') as Record<string, number>;
    expect(Object.entries(mapTree<number, number>(tree, (leaf) => leaf + 1))).toEqual([
      ['__proto__', 2],
      ['a', 3],
    ]);
  });
});
