import type { FunctionBuilder, Local } from '../assembler/function-builder.js';

/** What moves through memory as a loop goes on: `offset` bytes behind a local. */
export interface Pointer {
  readonly local: Local;
  readonly offset: number;
  /** Elements for one step along each axis of the loop. */
  readonly strides: readonly number[];
}

/** One pointer for each list of strides, at the start of its array. */
export function makePointers(
  code: FunctionBuilder,
  arrays: readonly { readonly address: number; readonly strides: readonly number[] }[],
): Pointer[] {
  return arrays.map(({ address, strides }) => {
    const local = code.local('i32');
    code.i32(address).set(local);
    return { local, offset: 0, strides };
  });
}

/** Moves pointers by some elements for each of their strides along an axis. */
export function advance(code: FunctionBuilder, pointers: readonly Pointer[], axis: number, count = 1): void {
  for (const { local, strides } of pointers) code.advance(local, 4 * count * (strides[axis] ?? 0));
}

/** Moves pointers along an axis by a number of steps that a local holds. */
export function advanceBy(
  code: FunctionBuilder,
  pointers: readonly Pointer[],
  axis: number,
  steps: Local,
): void {
  for (const { local, strides } of pointers) {
    const stride = strides[axis] ?? 0;
    if (stride !== 0)
      code
        .get(local)
        .get(steps)
        .i32(4 * stride)
        .op('i32.mul')
        .op('i32.add')
        .set(local);
  }
}

/**
 * Loops over whole axes, the first of them outermost. Afterwards the pointers stand where they stood before.
 *
 * @param body - is written once, and leaves the pointers as they are.
 */
export function writeAxes(
  code: FunctionBuilder,
  pointers: readonly Pointer[],
  axes: readonly number[],
  sizes: readonly number[],
  body: () => void,
): void {
  const [axis, ...inner] = axes;
  if (axis === undefined) {
    body();
    return;
  }
  const size = sizes[axis] ?? 1;
  const counter = code.local('i32');
  code.i32(0).set(counter);
  code.doWhile(() => {
    writeAxes(code, pointers, inner, sizes, body);
    advance(code, pointers, axis);
    code.advance(counter, 1).get(counter).i32(size).op('i32.lt_u');
  });
  advance(code, pointers, axis, -size);
}

/** Puts four elements along an axis on the stack; `only` one of them, in every lane, at the rest of a row. */
export function loadLanes(
  code: FunctionBuilder,
  { local, offset, strides }: Pointer,
  axis: number,
  only: boolean,
): void {
  const stride = strides[axis] ?? 0;
  if (stride === 0 || only) code.get(local).memory('v128.load32_splat', offset);
  else if (stride === 1) code.get(local).memory('v128.load', offset);
  else {
    const gathered = code.local('v128');
    const lowest = Math.min(0, 12 * stride);
    code.bits([0, 0, 0, 0]).set(gathered);
    for (let lane = 0; lane < 4; lane++) {
      code.get(local).i32(lowest).op('i32.add').get(gathered);
      code.lane('v128.load32_lane', lane, offset + 4 * lane * stride - lowest).set(gathered);
    }
    code.get(gathered);
  }
}
