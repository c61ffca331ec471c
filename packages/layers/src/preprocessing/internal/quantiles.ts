/**
 * A sketch of the distribution of many numbers: some of them, in order, each with the weight of those it stands for.
 *
 * float32 throughout where Keras has it, since the boundaries in files are made of it.
 */
export interface Quantiles {
  readonly values: Float32Array;
  readonly weights: Float32Array;
}

export const noQuantiles: Quantiles = { values: new Float32Array(), weights: new Float32Array() };

/** The sketch of numbers; each stands for a share of at most `epsilon`. */
export function quantilesOf(numbers: Float32Array, epsilon: number): Quantiles {
  const sorted = numbers.toSorted();
  const share = Math.max(sorted.length / (1 / epsilon), 1);
  const [first, step] = [Math.trunc(share - 1), Math.trunc(share)];
  const count = Math.max(0, Math.ceil((sorted.length - first) / step));
  const values = Float32Array.from({ length: count }, (_, i) => sorted[first + i * step] as number);
  return { values, weights: new Float32Array(count).fill(share) };
}

/** The sketch of the numbers of two sketches together. */
export function mergeQuantiles(a: Quantiles, b: Quantiles, epsilon: number): Quantiles {
  const values = Float32Array.of(...a.values, ...b.values);
  const weights = Float32Array.of(...a.weights, ...b.weights);
  const order = [...values.keys()].sort((i, j) => (values[i] as number) - (values[j] as number));
  const inOrder = (array: Float32Array): Float32Array =>
    Float32Array.from(order, (place) => array[place] as number);
  return compress({ values: inOrder(values), weights: inOrder(weights) }, epsilon);
}

/** The boundaries that cut the distribution into so many parts of equal weight. */
export function boundariesOf(quantiles: Quantiles, parts: number): number[] {
  return [...compress(quantiles, 1 / parts).values.subarray(0, -1)];
}

/** A coarser sketch, of shares of `epsilon`, if this one is finer. */
function compress(quantiles: Quantiles, epsilon: number): Quantiles {
  const { values, weights } = quantiles;
  if (values.length * epsilon < 1) return quantiles;
  const sums = cumulative(weights);
  const total = sums.at(-1) ?? 1;
  const places = sums.map((sum) => sum / total);
  const percents = Array.from({ length: Math.ceil(1 / epsilon) }, (_, i) => epsilon + i * epsilon);
  const at = (ordinates: Float32Array): number[] =>
    percents.map((percent) => interpolate(percent, places, ordinates));
  const reached = at(sums);
  return {
    values: Float32Array.from(at(values)),
    weights: Float32Array.from(reached, (sum, i) => sum - (reached[i - 1] ?? 0)),
  };
}

function cumulative(weights: Float32Array): Float32Array {
  let sum = 0;
  return weights.map((weight) => (sum = Math.fround(sum + weight)));
}

/** Linear between the points, constant beyond them, as `numpy.interp`. */
function interpolate(x: number, xs: Float32Array, ys: Float32Array): number {
  let above = 0;
  while (above < xs.length && (xs[above] as number) <= x) above++;
  const [left, right] = [above - 1, above];
  if (left < 0) return ys[0] as number;
  if (right === xs.length || xs[left] === x) return ys[left] as number;
  const [x0, x1, y0, y1] = [xs[left], xs[right], ys[left], ys[right]] as [number, number, number, number];
  return ((y1 - y0) / (x1 - x0)) * (x - x0) + y0;
}
