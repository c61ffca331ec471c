/** Options of the ops that reduce axes. */
export interface ReduceOptions {
  /** The axis or axes to reduce; negative ones count from the end. @defaultValue all axes */
  readonly axis?: number | readonly number[] | null;
  /** Whether reduced axes stay with size 1. @defaultValue false */
  readonly keepdims?: boolean;
}

/** The form in which tfjs-core takes axes. */
export function axisOf(axis: ReduceOptions['axis']): number | number[] | undefined {
  if (axis === undefined || axis === null) return undefined;
  return typeof axis === 'number' ? axis : [...axis];
}
