/** Sizes of the axes; `null` is an axis whose size is not known yet, such as the batch. */
export type Shape = readonly (number | null)[];

/** Number of elements of a shape without unknown axes; 1 for a scalar. */
export function shapeSize(shape: readonly number[]): number {
  return shape.reduce((size, axis) => size * axis, 1);
}

/** Steps in the flat data of an array for one step along each of its axes; the last axis is the closest. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/** `(None, 28, 28)` as Keras prints it; used by error messages and summaries. */
export function formatShape(shape: Shape): string {
  const axes = shape.map((axis) => (axis === null ? 'None' : String(axis)));
  return axes.length === 1 ? `(${axes.join()},)` : `(${axes.join(', ')})`;
}

/** Whether two shapes can be the same: equal ranks, and equal sizes wherever both are known. */
export function shapesAgree(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((axis, i) => axis === null || b[i] === null || axis === b[i]);
}

/** Whether every axis has a size. */
export function isStatic(shape: Shape): shape is readonly number[] {
  return !shape.includes(null);
}
