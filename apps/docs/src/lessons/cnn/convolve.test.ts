import { describe, expect, it } from 'vitest';
import { type Picture, convolve, cutBelowZero, pool } from './convolve.js';

const picture: Picture = {
  height: 3,
  width: 4,
  values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
};

describe('the convolution of the page', () => {
  it('weighs what lies below the filter, unturned', () => {
    expect(convolve(picture, [1, 0, 0, -2], 1)).toEqual({
      height: 2,
      width: 3,
      values: Float32Array.of(1 - 12, 2 - 14, 3 - 16, 5 - 20, 6 - 22, 7 - 24),
    });
    expect(convolve(picture, [0, 0, 0, 0, 1, 0, 0, 0, 0], 1).values).toEqual(Float32Array.of(6, 7));
  });

  it('moves by its stride', () => {
    expect(convolve(picture, [1, 0, 0, 0], 2)).toEqual({
      height: 1,
      width: 2,
      values: Float32Array.of(1, 3),
    });
  });

  it('is cut at zero and pooled', () => {
    const signed = { height: 1, width: 2, values: Float32Array.of(-1, 2) };
    expect(cutBelowZero(signed).values).toEqual(Float32Array.of(0, 2));
    expect(pool(picture, 'max')).toEqual({ height: 1, width: 2, values: Float32Array.of(6, 8) });
    expect(pool(picture, 'average').values).toEqual(Float32Array.of(3.5, 5.5));
  });
});
