import type { PyFloat } from '@myelin/core';
import {
  type Tensor,
  add,
  cast,
  ceil,
  concat,
  fill,
  floor,
  isNaN,
  logicalNot,
  maximum,
  minimum,
  mul,
  notEqual,
  reshape,
  round,
  scalar,
  sub,
  sum,
  transpose,
  util,
  where,
} from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';
import { toFloat } from '../promote.js';
import type { QuantileOptions } from '../quantile-options.js';
import { ascendingOrder, gatherInRows } from './along-last-axis.js';
import { withoutNan } from './without-nan.js';

/** One fraction or several; files have them as floats of Python. */
type Fractions = number | PyFloat | readonly (number | PyFloat)[];

type Method = NonNullable<QuantileOptions['method']>;

/**
 * Quantiles of the elements that are numbers; where there are none, or where there is NaN and `ignoresNan` is false, NaN.
 *
 * Several fractions become the first axis of the result.
 *
 * @see Hyndman and Fan, "Sample quantiles in statistical packages", 1996: `linear` is their definition 7.
 */
export function quantiles(
  x: Tensor,
  fractions: number | readonly number[],
  { axis = null, method = 'linear', keepdims = false }: QuantileOptions,
  ignoresNan: boolean,
): Tensor {
  const axes = util.parseAxisParam(axis === null ? x.shape.map((_, i) => i) : [axis].flat(), x.shape);
  const others = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const kept = others.map((i) => x.shape[i] ?? 1);
  const rows = reshape(transpose(toFloat(x), [...others, ...axes]), [...kept, -1]);
  const sorted = ascending(rows);
  const counts = offTape(() => countsOf(rows, ignoresNan));
  const results = [fractions].flat().map((fraction) => between(sorted, counts, fraction, method));
  const shape = keepdims ? x.shape.map((size, i) => (axes.includes(i) ? 1 : size)) : kept;
  if (typeof fractions === 'number') return reshape(results[0] as Tensor, shape);
  const stacked = results.map((result) => reshape(result, [1, ...shape]));
  return concat(stacked, 0);
}

/** Parts of `whole` as fractions, which Keras rounds to float32. */
export function fractionsOf(parts: Fractions, whole: number): number | number[] {
  const fraction = (part: number | PyFloat): number =>
    Math.fround(Math.fround(typeof part === 'number' ? part : part.value) / whole);
  return isList(parts) ? parts.map(fraction) : fraction(parts);
}

function isList<T>(parts: T | readonly T[]): parts is readonly T[] {
  return Array.isArray(parts);
}

/** NaN comes last. */
function ascending(rows: Tensor): Tensor {
  return gatherInRows(rows, ascendingOrder(withoutNan(rows, Infinity)));
}

/** How many elements of each row count, `[..., 1]`: those that are numbers, or all or none. */
function countsOf(rows: Tensor, ignoresNan: boolean): Tensor {
  const numbers = sum(cast(logicalNot(isNaN(rows)), 'float32'), -1, true);
  if (ignoresNan) return numbers;
  const size = rows.shape.at(-1) ?? 1;
  return where(notEqual(numbers, scalar(size)), scalar(0), numbers);
}

/** The quantile of each row, `[..., 1]`. */
function between(sorted: Tensor, counts: Tensor, fraction: number, method: Method): Tensor {
  const [low, high, share] = offTape(() => {
    const last = maximum(sub(counts, 1), 0);
    const exact = mul(last, fraction);
    const within = (place: Tensor): Tensor => minimum(maximum(place, 0), last);
    if (method === 'nearest') return [round(exact), round(exact), fill(last.shape, 0)] as const;
    const [below, above] = [floor(exact), within(ceil(exact))];
    const shares = { linear: sub(exact, below), lower: 0, higher: 1, midpoint: 0.5 } as const;
    const chosen = shares[method];
    return [below, above, typeof chosen === 'number' ? fill(last.shape, chosen) : chosen] as const;
  });
  const value = add(mul(gatherInRows(sorted, low), sub(1, share)), mul(gatherInRows(sorted, high), share));
  return where(
    offTape(() => notEqual(counts, 0)),
    value,
    fill(value.shape, NaN),
  );
}
