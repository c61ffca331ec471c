import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { featureMaps, filterGrid, imageGrid } from './index.js';

const black = 0;
const white = 255;

/** The picture that is expected, by the function that both are made of. */
function grid(rows: number[][][], options: { columns: number; captions?: string[] }): string {
  return imageGrid(NdArray.from(rows, 'uint8'), options);
}

describe('featureMaps', () => {
  const maps = NdArray.from([
    [
      [-3, 4],
      [2, 8],
    ],
  ]);

  it('shows each channel, with one white for all', () => {
    expect(featureMaps(maps)).toBe(
      imageGrid(NdArray.from([[[0, 0.25]], [[0.5, 1]]]), { columns: 2, range: [0, 1] }),
    );
    expect(featureMaps(maps.reshape([1, 1, 2, 2]))).toBe(featureMaps(maps));
  });

  it('gives each its own white, and leaves dark what says nothing', () => {
    expect(featureMaps(maps, { brightest: 'each', columns: 1, captions: ['a', 'b'] })).toBe(
      imageGrid(NdArray.from([[[0, 1]], [[0.5, 1]]]), { columns: 1, captions: ['a', 'b'], range: [0, 1] }),
    );
    expect(featureMaps(NdArray.zeros([1, 2, 1]))).toBe(grid([[[black, black]]], { columns: 1 }));
    expect(featureMaps(NdArray.from([[[0], [5]]]))).toBe(grid([[[black, white]]], { columns: 1 }));
  });

  it('refuses the maps of several images', () => {
    expect(() => featureMaps(NdArray.zeros([2, 4, 4, 8]))).toThrow(
      'featureMaps: expected the maps of one image, [height, width, channels], got (2, 4, 4, 8)',
    );
  });
});

describe('filterGrid', () => {
  const kernel = NdArray.from([
    [
      [
        [1, 0],
        [0.5, -2],
      ],
    ],
  ]);

  it('shows the weights of one channel of the input, by sign and size', () => {
    const first = NdArray.from([[[[130, 184, 215]]], [[[255, 255, 255]]]], 'uint8');
    expect(filterGrid(kernel)).toBe(imageGrid(first, { columns: 2 }));
    const second = NdArray.from([[[[192, 219, 235]]], [[[202, 88, 0]]]], 'uint8');
    expect(filterGrid(kernel, { inputChannel: 1 })).toBe(imageGrid(second, { columns: 2 }));
  });

  it('refuses what is no kernel, and channels that are not there', () => {
    expect(() => filterGrid(NdArray.zeros([3, 3]))).toThrow(
      'a kernel [height, width, inputChannels, filters]',
    );
    expect(() => filterGrid(kernel, { inputChannel: 2 })).toThrow('inputChannel from 0 to 1, got 2');
  });
});
