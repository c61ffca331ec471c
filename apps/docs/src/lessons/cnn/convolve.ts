/** A grey picture, row by row. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}

/** Which of the numbers below a window goes on. */
export type Pooling = 'none' | 'max' | 'average';

/**
 * Each number is the sum of the pixels below the filter, weighted by it; the filter moves by `stride` and never leaves the
 * picture. As in every layer called convolution, the filter is not turned over.
 */
export function convolve(picture: Picture, filter: readonly number[], stride: number): Picture {
  const side = Math.sqrt(filter.length);
  return slide(picture, side, stride, (pixel) =>
    filter.reduce((sum, weight, i) => sum + weight * pixel(Math.floor(i / side), i % side), 0),
  );
}

export function cutBelowZero({ values, ...size }: Picture): Picture {
  return { ...size, values: values.map((value) => Math.max(0, value)) };
}

/** By windows of 2x2 that do not overlap; what is left over at the edges is dropped. */
export function pool(picture: Picture, pooling: Exclude<Pooling, 'none'>): Picture {
  return slide(picture, 2, 2, (pixel) => {
    const four = [pixel(0, 0), pixel(0, 1), pixel(1, 0), pixel(1, 1)];
    return pooling === 'max' ? Math.max(...four) : four.reduce((sum, value) => sum + value, 0) / 4;
  });
}

function slide(
  { height, width, values }: Picture,
  side: number,
  stride: number,
  compute: (pixel: (row: number, column: number) => number) => number,
): Picture {
  const places = (length: number): number => Math.floor((length - side) / stride) + 1;
  const [rows, columns] = [places(height), places(width)];
  return {
    height: rows,
    width: columns,
    values: Float32Array.from({ length: rows * columns }, (_, i) => {
      const top = Math.floor(i / columns) * stride;
      const left = (i % columns) * stride;
      return compute((row, column) => values[(top + row) * width + left + column] ?? 0);
    }),
  };
}
