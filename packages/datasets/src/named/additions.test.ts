import { describe, expect, it } from 'vitest';
import { type Addition, additions } from './additions.js';

/** The operands, the smaller one first. */
const operandsOf = ({ question }: Addition): string =>
  question
    .split('+')
    .map(Number)
    .sort((a, b) => a - b)
    .join('+');

describe('additions', () => {
  it('are right, and as many as were asked for', () => {
    const { train, test } = additions({ digits: 3, count: 4000, testCount: 500, seed: 7 });
    expect([train.length, test.length]).toEqual([4000, 500]);
    for (const { question, answer } of [...train, ...test]) {
      const [, a = '', b = ''] = /^(\d{1,3})\+(\d{1,3})$/.exec(question) ?? [];
      expect(answer).toBe(String(Number(a) + Number(b)));
    }
  });

  it('are all different, swapped or not', () => {
    const { train, test } = additions({ digits: 2, count: 4050, testCount: 1000 });
    expect(new Set([...train, ...test].map(operandsOf)).size).toBe(5050);
  });

  it('depend on the seed alone', () => {
    const some = { count: 10, testCount: 5 };
    expect(additions({ ...some, seed: 2 })).toEqual(additions({ ...some, seed: 2 }));
    expect(additions({ ...some, seed: 2 })).not.toEqual(additions({ ...some, seed: 3 }));
  });

  it('refuse to be more than there are', () => {
    expect(() => additions({ digits: 1, count: 50, testCount: 6 })).toThrow(
      'additions: expected a whole number testCount from 0 to 5, got 6',
    );
    expect(() => additions({ digits: 8 })).toThrow('digits from 1 to 7');
    expect(() => additions({ count: 0.5 })).toThrow('count');
  });
});
