import { stridesOf, uniformArray } from '@myelin/core';
import { type Buffer, at, broadcastOffset, makeBuffer, unravel } from './buffer.js';
import { type Kernel, attr, operand, resultShape } from './kernel.js';

/** A result whose every element is one of the operand's, or nothing (0 or another fill). */
const moving =
  (
    name: string,
    source: (place: number[], x: Buffer, attrs: Readonly<Record<string, unknown>>) => number[] | null,
    fill = 0,
  ): Kernel =>
  (inputs, attrs, outputs) => {
    const x = operand(inputs, name);
    const shape = resultShape(outputs);
    const strides = stridesOf(x.shape);
    const empty = attr<number | undefined>(attrs, 'constantValue') ?? fill;
    return [
      makeBuffer(shape, (i) => {
        const place = source(unravel(i, shape), x, attrs);
        return place === null
          ? empty
          : at(
              x,
              place.reduce((sum, index, axis) => sum + index * (strides[axis] ?? 1), 0),
            );
      }),
    ];
  };

const copying =
  (name: string): Kernel =>
  (inputs, _, outputs) => [makeBuffer(resultShape(outputs), (i) => at(operand(inputs, name), i))];

const axisOf = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

export const layout: Readonly<Record<string, Kernel>> = {
  ExpandDims: copying('input'),
  Transpose: moving('x', (place, x, attrs) => {
    const perm = attr<number[]>(attrs, 'perm');
    return x.shape.map((_, axis) => place[perm.indexOf(axis)] ?? 0);
  }),
  Slice: moving('x', (place, _, attrs) => {
    const begin = attr<number | number[]>(attrs, 'begin');
    return place.map(
      (index, axis) => index + (typeof begin === 'number' ? (axis === 0 ? begin : 0) : (begin[axis] ?? 0)),
    );
  }),
  PadV2: moving('x', (place, x, attrs) => {
    const paddings = attr<[number, number][]>(attrs, 'paddings');
    const from = place.map((index, axis) => index - (paddings[axis]?.[0] ?? 0));
    return from.every((index, axis) => index >= 0 && index < (x.shape[axis] ?? 0)) ? from : null;
  }),
  Tile: moving('x', (place, x) => place.map((index, axis) => index % (x.shape[axis] ?? 1))),
  Reverse: moving('x', (place, x, attrs) => {
    const dims = attr<number[]>(attrs, 'dims').map((axis) => axisOf(axis, x.shape.length));
    return place.map((index, axis) => (dims.includes(axis) ? (x.shape[axis] ?? 1) - 1 - index : index));
  }),
  BroadcastTo: (inputs, _, outputs) => {
    const x = operand(inputs, 'x');
    const shape = resultShape(outputs);
    return [makeBuffer(shape, (i) => at(x, broadcastOffset(unravel(i, shape), x.shape)))];
  },
  Fill: (_, attrs, outputs) => [makeBuffer(resultShape(outputs), () => attr<number>(attrs, 'value'))],
  Concat: (inputs, attrs, outputs) =>
    joined(Object.values(inputs), attr(attrs, 'axis'), resultShape(outputs)),
  Pack: (inputs, attrs, outputs) => {
    const shape = resultShape(outputs);
    const axis = axisOf(attr(attrs, 'axis'), shape.length);
    const widened = Object.values(inputs).map(({ shape: own, data }) => ({
      shape: [...own.slice(0, axis), 1, ...own.slice(axis)],
      data,
    }));
    return joined(widened, axis, shape);
  },
  SplitV: (inputs, attrs, outputs) => {
    const x = operand(inputs, 'x');
    const axis = axisOf(attr(attrs, 'axis'), x.shape.length);
    return parts(
      x,
      axis,
      outputs.map(({ shape }) => shape),
    );
  },
  Unpack: (inputs, attrs, outputs) => {
    const x = operand(inputs, 'value');
    const axis = axisOf(attr(attrs, 'axis'), x.shape.length);
    const widened = outputs.map(({ shape }) => [...shape.slice(0, axis), 1, ...shape.slice(axis)]);
    return parts(x, axis, widened).map(({ data }, i) => ({ shape: outputs[i]?.shape ?? [], data }));
  },
  OneHot: (inputs, attrs, outputs) => {
    const indices = operand(inputs, 'indices');
    const depth: number = attr(attrs, 'depth');
    const [on, off] = [attr(attrs, 'onValue'), attr(attrs, 'offValue')] as [number, number];
    return [
      makeBuffer(resultShape(outputs), (i) => (at(indices, Math.floor(i / depth)) === i % depth ? on : off)),
    ];
  },
  GatherV2: (inputs, attrs, outputs) => {
    const [x, indices] = [operand(inputs, 'x'), operand(inputs, 'indices')];
    const axis = axisOf(attr(attrs, 'axis'), x.shape.length);
    const batchDims: number = attr<number | undefined>(attrs, 'batchDims') ?? 0;
    const shape = resultShape(outputs);
    const spread = indices.shape.length - batchDims;
    return [
      makeBuffer(shape, (i) => {
        const place = unravel(i, shape);
        const index = at(
          indices,
          broadcastOffset([...place.slice(0, batchDims), ...place.slice(axis, axis + spread)], indices.shape),
        );
        return at(
          x,
          broadcastOffset([...place.slice(0, axis), index, ...place.slice(axis + spread)], x.shape),
        );
      }),
    ];
  },
  PhiloxUniform: (inputs, _, outputs) => {
    const [seed = 0, offset = 0] = operand(inputs, 'seed').data;
    const shape = resultShape(outputs);
    const values = uniformArray({ seed, offset }, makeBuffer(shape).data.length);
    return [makeBuffer(shape, (i) => values[i] ?? 0)];
  },
};

function joined(xs: readonly Buffer[], axis: number, shape: readonly number[]): Buffer[] {
  const along = axisOf(axis, shape.length);
  const ends: number[] = [];
  for (const x of xs) ends.push((ends.at(-1) ?? 0) + (x.shape[along] ?? 0));
  return [
    makeBuffer(shape, (i) => {
      const place = unravel(i, shape);
      const index = place[along] ?? 0;
      const which = ends.findIndex((end) => index < end);
      const x = xs[which] as Buffer;
      place[along] = index - (ends[which - 1] ?? 0);
      return at(
        x,
        place.reduce((sum, step, a) => sum + step * (stridesOf(x.shape)[a] ?? 1), 0),
      );
    }),
  ];
}

function parts(x: Buffer, axis: number, shapes: readonly (readonly number[])[]): Buffer[] {
  let start = 0;
  return shapes.map((shape) => {
    const from = start;
    start += shape[axis] ?? 0;
    return makeBuffer(shape, (i) => {
      const place = unravel(i, shape);
      place[axis] = (place[axis] ?? 0) + from;
      return at(
        x,
        place.reduce((sum, step, a) => sum + step * (stridesOf(x.shape)[a] ?? 1), 0),
      );
    });
  });
}
