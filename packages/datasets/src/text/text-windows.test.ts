import { describe, expect, it } from 'vitest';
import { lettersOf, textWindows } from '../index.js';

describe('textWindows', () => {
  const vocabulary = lettersOf('abcdefg');

  it('leaves out what is shorter than a window, and needs one letter more as the last target', () => {
    const windows = (length: number): unknown => textWindows('abcdefg', { vocabulary, length }).y.toArray();
    expect(windows(3)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(windows(4)).toEqual([[1, 2, 3, 4]]);
    expect(windows(6)).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it('overlaps where the stride is shorter than a window', () => {
    const { x, y } = textWindows('abcdefg', { vocabulary, length: 3, stride: 2 });
    expect(x.toArray()).toEqual([
      [0, 1, 2],
      [2, 3, 4],
    ]);
    expect(y.toArray()).toEqual([
      [1, 2, 3],
      [3, 4, 5],
    ]);
    expect(textWindows('abcdefg', { vocabulary, length: 1, stride: 3 }).x.toArray()).toEqual([[0], [3]]);
  });

  it('counts letters, not halves of them', () => {
    const text = 'a🂡b🂡';
    expect(lettersOf(text)).toEqual(['a', 'b', '🂡']);
    expect(textWindows(text, { vocabulary: lettersOf(text), length: 3 }).x.toArray()).toEqual([[0, 2, 1]]);
  });

  it('says what it cannot take', () => {
    expect(() => textWindows('abcdefg', { vocabulary, length: 7 })).toThrow('at least 8 letters');
    expect(() => textWindows('abz', { vocabulary, length: 1 })).toThrow('"z"');
    expect(() => textWindows('abc', { vocabulary, length: 0 })).toThrow('length');
    expect(() => textWindows('abc', { vocabulary, length: 1, stride: 0.5 })).toThrow('stride');
  });
});
