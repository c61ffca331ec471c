import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { scalePixels } from './scale-pixels.js';

describe('scalePixels', () => {
  const bytes = new NdArray(Uint8Array.of(0, 51, 255, 102), [1, 2, 2]);

  it('scales bytes to pixels', () => {
    const images = scalePixels(bytes, [2, 2, 1]);
    expect(images.shape).toEqual([1, 2, 2, 1]);
    expect([...images.data]).toEqual([0, 0.2, 1, 0.4].map(Math.fround));
  });

  it('keeps the shape, or gives each example another one', () => {
    expect(scalePixels(bytes).shape).toEqual([1, 2, 2]);
    expect(scalePixels(bytes, [2]).shape).toEqual([2, 2]);
  });
});
