/** Depth, height and width. */
export type Triple = readonly [number, number, number];

/** A convolution in three dimensions; images have depth 1. */
export interface Convolution {
  readonly batch: number;
  readonly image: Triple;
  readonly filter: Triple;
  readonly strides: Triple;
  readonly dilations: Triple;
  /** What precedes the image. */
  readonly pad: Triple;
  readonly out: Triple;
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

/** Every combination of indices below `counts`. */
function* indices([depth, height, width]: Triple): Generator<Triple> {
  for (let d = 0; d < depth; d++) {
    for (let h = 0; h < height; h++) {
      for (let w = 0; w < width; w++) yield [d, h, w];
    }
  }
}

const flat = ([d, h, w]: Triple, [, height, width]: Triple): number => (d * height + h) * width + w;
const volume = ([d, h, w]: Triple): number => d * h * w;

/** Calls `visit` with the indices of x, filter and y of every product, as the definition has them. */
function visitProducts(c: Convolution, visit: Visit): void {
  const [inGroup, outGroup] = [c.channels / c.groups, c.filters / c.groups];
  for (const result of indices(c.out)) {
    for (const tap of indices(c.filter)) {
      const cell = result.map(
        (at, axis) =>
          at * (c.strides[axis] ?? 1) + (tap[axis] ?? 0) * (c.dilations[axis] ?? 1) - (c.pad[axis] ?? 0),
      ) as unknown as Triple;
      if (cell.some((at, axis) => at < 0 || at >= (c.image[axis] ?? 0))) continue;
      for (let b = 0; b < c.batch; b++) {
        const x = (b * volume(c.image) + flat(cell, c.image)) * c.channels;
        const y = (b * volume(c.out) + flat(result, c.out)) * c.filters;
        for (let k = 0; k < inGroup; k++) {
          const row = (flat(tap, c.filter) * inGroup + k) * c.filters;
          for (let f = 0; f < c.filters; f++) {
            visit(x + Math.floor(f / outGroup) * inGroup + k, row + f, y + f);
          }
        }
      }
    }
  }
}

export const sizes = (c: Convolution): { x: number; filter: number; y: number } => ({
  x: c.batch * volume(c.image) * c.channels,
  filter: volume(c.filter) * (c.channels / c.groups) * c.filters,
  y: c.batch * volume(c.out) * c.filters,
});

function sumsOf(count: number): Sums & { readonly add: (index: number, term: number) => void } {
  const [values, scale] = [new Float64Array(count), new Float64Array(count)];
  const add = (index: number, term: number): void => {
    values[index] = (values[index] ?? 0) + term;
    scale[index] = (scale[index] ?? 0) + Math.abs(term);
  };
  return { values, scale, add };
}

/** The result in float64, and below the gradients. */
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
