/** A convolution and its gradients in float64, written as its definition reads. */
export interface Convolution {
  readonly batch: number;
  /** Of the image, the filter, the strides, what precedes the image, and the result: height and width. */
  readonly image: readonly [number, number];
  readonly filter: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly pad: readonly [number, number];
  readonly out: readonly [number, number];
  readonly channels: number;
  readonly filters: number;
  /** Channels and filters are cut into so many parts that have nothing to do with one another. */
  readonly groups: number;
}

export interface Sums {
  readonly values: Float64Array;
  /** What the values would be were all products positive: the measure of rounding errors. */
  readonly scale: Float64Array;
}

type Visit = (x: number, filter: number, y: number) => void;

/** Calls `visit` with the indices of x, filter and y of every product. */
function visitProducts(c: Convolution, visit: Visit): void {
  const [height, width] = c.image;
  const [inGroup, outGroup] = [c.channels / c.groups, c.filters / c.groups];
  for (let b = 0; b < c.batch; b++) {
    for (let i = 0; i < c.out[0]; i++) {
      for (let j = 0; j < c.out[1]; j++) {
        for (let u = 0; u < c.filter[0]; u++) {
          const row = i * c.strides[0] + u * c.dilations[0] - c.pad[0];
          for (let v = 0; v < c.filter[1]; v++) {
            const column = j * c.strides[1] + v * c.dilations[1] - c.pad[1];
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            const x = ((b * height + row) * width + column) * c.channels;
            const y = ((b * c.out[0] + i) * c.out[1] + j) * c.filters;
            for (let k = 0; k < inGroup; k++) {
              const tap = ((u * c.filter[1] + v) * inGroup + k) * c.filters;
              for (let f = 0; f < c.filters; f++) {
                visit(x + Math.floor(f / outGroup) * inGroup + k, tap + f, y + f);
              }
            }
          }
        }
      }
    }
  }
}

export const sizes = (c: Convolution): { x: number; filter: number; y: number } => ({
  x: c.batch * c.image[0] * c.image[1] * c.channels,
  filter: c.filter[0] * c.filter[1] * (c.channels / c.groups) * c.filters,
  y: c.batch * c.out[0] * c.out[1] * c.filters,
});

function sumsOf(count: number): Sums & { readonly add: (index: number, term: number) => void } {
  const [values, scale] = [new Float64Array(count), new Float64Array(count)];
  const add = (index: number, term: number): void => {
    values[index] = (values[index] ?? 0) + term;
    scale[index] = (scale[index] ?? 0) + Math.abs(term);
  };
  return { values, scale, add };
}

export function convolve(c: Convolution, x: ArrayLike<number>, filter: ArrayLike<number>): Sums {
  const sums = sumsOf(sizes(c).y);
  visitProducts(c, (i, j, k) => {
    sums.add(k, (x[i] ?? NaN) * (filter[j] ?? NaN));
  });
  return sums;
}

export function inputGradient(c: Convolution, dy: ArrayLike<number>, filter: ArrayLike<number>): Sums {
  const sums = sumsOf(sizes(c).x);
  visitProducts(c, (i, j, k) => {
    sums.add(i, (dy[k] ?? NaN) * (filter[j] ?? NaN));
  });
  return sums;
}

export function filterGradient(c: Convolution, x: ArrayLike<number>, dy: ArrayLike<number>): Sums {
  const sums = sumsOf(sizes(c).filter);
  visitProducts(c, (i, j, k) => {
    sums.add(j, (x[i] ?? NaN) * (dy[k] ?? NaN));
  });
  return sums;
}
