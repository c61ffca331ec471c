import type { Body, Operation, Value } from '@myelin/compiler';
import { shapeSize, stridesOf } from '@myelin/core';
import { writeLoop } from '../loops/write-loop.js';
import { type Lower, type Lowering, type Stage, operandOf, resultOf, together } from './lowering.js';

/** Copies one value, read through views, into a part of another. */
function copy(
  lowering: Lowering,
  source: Value,
  view: Pick<Operation, 'op' | 'attrs'> | undefined,
  shape: readonly number[],
  target: { readonly address: () => number; readonly strides: readonly number[] },
): Stage {
  const viewed: Value = { ...source, id: -2, shape };
  const body: Body = {
    parameters: [{ ...source, id: -1 }],
    operations: view === undefined ? [] : [{ ...view, inputs: { x: -1 }, outputs: [viewed] }],
    results: [view === undefined ? -1 : -2],
  };
  return together((code) => {
    writeLoop(code, lowering, {
      body,
      shape,
      places: [lowering.place(source.id)],
      results: [{ address: target.address(), dtype: source.dtype }],
      resultStrides: target.strides,
    });
  });
}

/** An operation that is nothing but another order of the same elements. */
export const view: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const source = lowering.valueOf(operandOf(operation, 'x'));
  return [copy(lowering, source, operation, result.shape, whole(lowering, result))];
};

/** Repeats an array along its axes: each repetition is a part of the result. */
export const tile: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const source = lowering.valueOf(operandOf(operation, 'x'));
  const reps = operation.attrs['reps'] as readonly number[];
  const strides = stridesOf(result.shape);
  const offsets = reps.reduce<number[]>(
    (sofar, times, axis) =>
      sofar.flatMap((offset) =>
        Array.from(
          { length: times },
          (_, i) => offset + i * (source.shape[axis] ?? 1) * (strides[axis] ?? 1),
        ),
      ),
    [0],
  );
  return offsets.map((offset) =>
    copy(lowering, source, undefined, source.shape, {
      address: () => lowering.address(result.id) + 4 * offset,
      strides,
    }),
  );
};

/** Arrays one after the other along an axis. */
export const concatenate: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const axis = axisOf(operation, result.shape.length);
  const strides = stridesOf(result.shape);
  let start = 0;
  return Object.values(operation.inputs).flatMap((id) => {
    const source = lowering.valueOf(id);
    const offset = start * (strides[axis] ?? 1);
    start += source.shape[axis] ?? 0;
    if (shapeSize(source.shape) === 0) return [];
    return [
      copy(lowering, source, undefined, source.shape, {
        address: () => lowering.address(result.id) + 4 * offset,
        strides,
      }),
    ];
  });
};

/** Arrays side by side along a new axis. */
export const stack: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const axis = axisOf(operation, result.shape.length);
  const strides = stridesOf(result.shape);
  return Object.values(operation.inputs).map((id, i) =>
    copy(lowering, lowering.valueOf(id), undefined, lowering.valueOf(id).shape, {
      address: () => lowering.address(result.id) + 4 * i * (strides[axis] ?? 1),
      strides: strides.filter((_, other) => other !== axis),
    }),
  );
};

/** Parts of an array along an axis. */
export const split: Lower = (operation, lowering) => {
  const source = lowering.valueOf(operandOf(operation, 'x'));
  const axis = axisOf(operation, source.shape.length);
  let start = 0;
  return operation.outputs.map((output) => {
    const begin = source.shape.map((_, other) => (other === axis ? start : 0));
    start += output.shape[axis] ?? 0;
    return copy(lowering, source, { op: 'Slice', attrs: { begin } }, output.shape, whole(lowering, output));
  });
};

/** The entries of an array along an axis, which is gone in them. */
export const unstack: Lower = (operation, lowering) => {
  const source = lowering.valueOf(operandOf(operation, 'value'));
  const axis = axisOf(operation, source.shape.length);
  return operation.outputs.map((output, i) => {
    const begin = source.shape.map((_, other) => (other === axis ? i : 0));
    const shape = source.shape.map((size, other) => (other === axis ? 1 : size));
    return copy(
      lowering,
      source,
      { op: 'Slice', attrs: { begin } },
      shape,
      whole(lowering, { ...output, shape }),
    );
  });
};

/** An array in the middle of a larger one of a constant. */
export const pad: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const source = lowering.valueOf(operandOf(operation, 'x'));
  const strides = stridesOf(result.shape);
  const paddings = operation.attrs['paddings'] as readonly (readonly [number, number])[];
  const offset = paddings.reduce((sum, [before], axis) => sum + before * (strides[axis] ?? 1), 0);
  return [
    constant(lowering, result, Number(operation.attrs['constantValue'] ?? 0)),
    copy(lowering, source, undefined, source.shape, {
      address: () => lowering.address(result.id) + 4 * offset,
      strides,
    }),
  ];
};

/** An array of one number. */
export const fill: Lower = (operation, lowering) => [
  constant(lowering, resultOf(operation), Number(operation.attrs['value'])),
];

function constant(lowering: Lowering, result: Value, value: number): Stage {
  return together((code) => {
    writeLoop(code, lowering, {
      body: { parameters: [{ ...result, id: -1, shape: [] }], operations: [], results: [-1] },
      shape: result.shape,
      places: [{ number: value }],
      results: [{ address: lowering.address(result.id), dtype: result.dtype }],
    });
  });
}

function whole(lowering: Lowering, value: Value): { address: () => number; strides: number[] } {
  return { address: () => lowering.address(value.id), strides: stridesOf(value.shape) };
}

function axisOf({ attrs }: Operation, rank: number): number {
  const axis = attrs['axis'] as number;
  return axis < 0 ? axis + rank : axis;
}
