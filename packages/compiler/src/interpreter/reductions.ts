import { type Buffer, at, makeBuffer, unravel } from './buffer.js';
import { type Kernel, attr, operand, resultShape } from './kernel.js';

type Axes = number | readonly number[] | null | undefined;

/** The axes as non-negative numbers; none given means all. */
function axesOf(axes: Axes, rank: number): number[] {
  const list = axes === null || axes === undefined ? [] : typeof axes === 'number' ? [axes] : [...axes];
  const all = list.length === 0 ? Array.from({ length: rank }, (_, i) => i) : list;
  return all.map((axis) => (axis < 0 ? axis + rank : axis));
}

/** The elements that fall together, for each element of the result. */
function groups(x: Buffer, axes: readonly number[], size: number): number[][] {
  const found = Array.from({ length: size }, (): number[] => []);
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  x.data.forEach((value, i) => {
    const place = unravel(i, x.shape);
    const index = kept.reduce(
      (offset, length, axis) => offset * length + (length === 1 ? 0 : (place[axis] ?? 0)),
      0,
    );
    found[index]?.push(value);
  });
  return found;
}

const reduction =
  (attribute: string, compute: (values: readonly number[]) => number): Kernel =>
  (inputs, attrs, outputs) => {
    const x = operand(inputs, 'x');
    const result = makeBuffer(resultShape(outputs));
    const given = attr<Axes>(attrs, attribute);
    // An empty list of axes reduces nothing in tfjs-core, no list everything.
    const axes = Array.isArray(given) && given.length === 0 ? [] : axesOf(given, x.shape.length);
    groups(x, axes, result.data.length).forEach((values, i) => (result.data[i] = compute(values)));
    return [result];
  };

/** From -0 on, so that the sum of one value is that value. */
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, -0);
const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** Over the last axis, row by row. */
const rows =
  (name: string, compute: (row: Float64Array) => number[]): Kernel =>
  (inputs, _, outputs) => {
    const x = operand(inputs, name);
    const width = x.shape.at(-1) ?? 1;
    const result = makeBuffer(resultShape(outputs));
    for (let start = 0; start < x.data.length; start += width) {
      result.data.set(compute(x.data.subarray(start, start + width)), start);
    }
    return [result];
  };

export const reductions: Readonly<Record<string, Kernel>> = {
  Sum: reduction('axis', total),
  Mean: reduction('axis', (values) => total(values) / values.length),
  Prod: reduction('axis', (values) => values.reduce((product, value) => product * value, 1)),
  Max: reduction('reductionIndices', largest),
  Min: reduction('axis', (values) => -largest(values.map((value) => -value))),
  All: reduction('axis', (values) => Number(values.every((value) => value !== 0))),
  Any: reduction('axis', (values) => Number(values.some((value) => value !== 0))),
  ArgMax: reduction('axis', (values) => values.indexOf(largest(values))),
  ArgMin: reduction('axis', (values) => values.indexOf(-largest(values.map((value) => -value)))),
  Softmax: rows('logits', (row) => {
    const highest = largest([...row]);
    const exponentials = [...row].map((x) => Math.exp(x - highest));
    return exponentials.map((e) => e / total(exponentials));
  }),
  LogSoftmax: rows('logits', (row) => {
    const highest = largest([...row]);
    const logSum = Math.log(total([...row].map((x) => Math.exp(x - highest))));
    return [...row].map((x) => x - highest - logSum);
  }),
  TopK: (inputs, attrs, outputs) => {
    const x = operand(inputs, 'x');
    const k = attr<number>(attrs, 'k');
    const width = x.shape.at(-1) ?? 1;
    const [values, indices] = outputs.map(({ shape }) => makeBuffer(shape)) as [Buffer, Buffer];
    for (let start = 0, to = 0; start < x.data.length; start += width, to += k) {
      const row = x.data.subarray(start, start + width);
      // Sorting keeps the order of ties.
      const order = [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0)).slice(0, k);
      indices.data.set(order, to);
      values.data.set(
        order.map((i) => row[i] ?? 0),
        to,
      );
    }
    return [values, indices];
  },
  UnsortedSegmentSum: (inputs, _, outputs) => {
    const [x, segments] = [operand(inputs, 'x'), operand(inputs, 'segmentIds')];
    const result = makeBuffer(resultShape(outputs));
    const width = x.data.length / (segments.data.length === 0 ? 1 : segments.data.length);
    x.data.forEach((value, i) => {
      const target = at(segments, Math.floor(i / width)) * width + (i % width);
      if (target >= 0 && target < result.data.length) result.data[target] = at(result, target) + value;
    });
    return [result];
  },
};
