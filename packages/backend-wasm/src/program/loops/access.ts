import { type Body, type Operation, type Value, viewOps } from '@myelin/compiler';

/** How one index of a value follows from the indices of a loop: `offset ± index[axis]`, or `offset` alone. */
interface Index {
  readonly axis: number | undefined;
  readonly scale: number;
  readonly offset: number;
}

/** Where a loop reads a parameter: `offset + Σ index[axis] · strides[axis]`, in elements. */
export interface Access {
  /** Number of the parameter. */
  readonly parameter: number;
  readonly offset: number;
  /** One for each axis of the loop; 0 where all indices read the same element. */
  readonly strides: readonly number[];
}

/** Whether an operation of a body only reads a parameter in another order. */
export function isView({ op }: Operation): boolean {
  return viewOps.has(op) || op === 'Reshape';
}

/** How a loop over `shape` reads a value of the body that is a parameter or a view of one. */
export function accessOf(body: Body, value: Value, shape: readonly number[]): Access {
  const skip = shape.length - value.shape.length;
  let indices = value.shape.map((size, axis): Index =>
    size === 1 ? fixed(0) : { axis: axis + skip, scale: 1, offset: 0 },
  );
  let current = value;
  for (;;) {
    const parameter = body.parameters.findIndex(({ id }) => id === current.id);
    if (parameter >= 0) return linear(parameter, current.shape, indices, shape.length);
    const view = producer(body, current.id);
    const source = valueById(body, view.inputs['x'] as number);
    if (view.op === 'Reshape') {
      const direct = body.parameters.findIndex(({ id }) => id === source.id);
      if (direct >= 0) return linear(direct, current.shape, indices, shape.length);
    }
    indices = through(view, current.shape, source.shape, indices);
    current = source;
  }
}

function through(
  { op, attrs }: Operation,
  shape: readonly number[],
  source: readonly number[],
  indices: readonly Index[],
): Index[] {
  switch (op) {
    case 'Transpose': {
      const perm = attrs['perm'] as readonly number[];
      return source.map((_, axis) => indices[perm.indexOf(axis)] as Index);
    }
    case 'Slice': {
      const begin = attrs['begin'] as number | readonly number[];
      return indices.map((index, axis) => ({
        ...index,
        offset: index.offset + (typeof begin === 'number' ? (axis === 0 ? begin : 0) : (begin[axis] ?? 0)),
      }));
    }
    case 'Reverse': {
      const dims = (attrs['dims'] as readonly number[]).map((dim) => (dim < 0 ? dim + shape.length : dim));
      return indices.map((index, axis) =>
        dims.includes(axis)
          ? { axis: index.axis, scale: -index.scale, offset: (shape[axis] ?? 1) - 1 - index.offset }
          : index,
      );
    }
    case 'BroadcastTo': {
      const skip = shape.length - source.length;
      return source.map((size, axis) => (size === 1 ? fixed(0) : (indices[axis + skip] as Index)));
    }
    default: {
      // A Reshape that adds or removes axes of size 1: the others keep their order.
      const long = indices.filter((_, axis) => shape[axis] !== 1);
      let next = 0;
      return source.map((size) => (size === 1 ? fixed(0) : (long[next++] as Index)));
    }
  }
}

function linear(
  parameter: number,
  shape: readonly number[],
  indices: readonly Index[],
  rank: number,
): Access {
  const strides = new Array<number>(rank).fill(0);
  let offset = 0;
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const index = indices[axis] as Index;
    offset += index.offset * step;
    if (index.axis !== undefined) strides[index.axis] = (strides[index.axis] ?? 0) + index.scale * step;
    step *= shape[axis] ?? 1;
  }
  return { parameter, offset, strides };
}

function fixed(offset: number): Index {
  return { axis: undefined, scale: 1, offset };
}

function producer(body: Body, id: number): Operation {
  return body.operations.find(({ outputs }) => outputs.some((output) => output.id === id)) as Operation;
}

/** The parameter or result of that number. */
export function valueById(body: Body, id: number): Value {
  return (body.parameters.find((value) => value.id === id) ??
    body.operations.flatMap(({ outputs }) => outputs).find((value) => value.id === id)) as Value;
}
