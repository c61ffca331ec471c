import { describe, expect, it } from 'vitest';
import { countedBits } from './counted-bits.js';

describe('countedBits', () => {
  it('is the entropy where single letters are counted, but for the chance that is left for what never came up', () => {
    // Of 8 letters 4, 2 and 2, each with 3 · 1/3 added: 5/11, 3/11 and 3/11.
    const expected = (-2 * Math.log2(5 / 11) - 2 * Math.log2(3 / 11)) / 4;
    expect(countedBits('aaaabbcc', 'aabc', 1)).toBeCloseTo(expected, 12);
  });

  it('falls back on shorter runs where a longer one never came up', () => {
    // After "c" nothing was counted: "b" has the chance that it has by itself, (2 + 3/3) / (6 + 3).
    expect(countedBits('aabbac', 'cb', 2)).toBeCloseTo(-Math.log2(3 / 9), 12);
  });

  it('costs little where the text repeats itself', () => {
    const text = 'to be or not '.repeat(50);
    expect(countedBits(text, text, 5)).toBeLessThan(0.1);
    expect(countedBits(text, text, 1)).toBeGreaterThan(2.5);
  });
});
