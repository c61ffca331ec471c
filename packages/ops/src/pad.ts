import { ArgumentError } from '@myelin/core';
import { type Tensor, gather, pad as tfPad, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';

export interface PadOptions {
  /** Elements before and after: for each axis, or one number or pair for all. */
  readonly padWidth: number | readonly [number, number] | readonly (readonly [number, number])[];
  /**
   * `constant` fills in a number; `reflect` mirrors at the outermost elements, `symmetric` beyond them, by at most as many
   * elements as there are.
   *
   * @defaultValue 'constant'
   */
  readonly mode?: 'constant' | 'reflect' | 'symmetric';
  /** What `constant` fills in. @defaultValue 0 */
  readonly constantValues?: number | null;
}

/**
 * Constants, or a mirror image, put around a tensor.
 *
 * @example
 * ```ts
 * pad(tensor([1]), { padWidth: [[1, 2]] }); // [0, 1, 0, 0]
 * ```
 * @throws ArgumentError for `constantValues` with another mode than `constant`.
 * @see Keras `keras.ops.pad`
 */
export const pad: OptionOp<PadOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Pad',
  module: 'numpy',
  options: ['padWidth', 'mode'],
  optionalOperands: ['constantValues'],
  call: (x: Tensor, { padWidth, mode = 'constant', constantValues = null }: PadOptions) => {
    const widths = widthsOf(padWidth, x.rank);
    if (mode === 'constant') return tfPad(x, widths, constantValues ?? 0);
    if (constantValues === null) return widths.reduce((y, width, axis) => mirrored(y, axis, width, mode), x);
    throw new ArgumentError({
      who: 'pad',
      expected: 'constantValues with the mode constant alone',
      got: `the mode ${mode}`,
    });
  },
});

function widthsOf(padWidth: PadOptions['padWidth'], rank: number): [number, number][] {
  if (typeof padWidth === 'number') return Array.from({ length: rank }, () => [padWidth, padWidth]);
  const pairs = padWidth
    .map((width) => (typeof width === 'number' ? null : width))
    .filter((width) => width !== null);
  if (pairs.length > 0) return pairs.map(([before, after]) => [before, after]);
  const [before, after] = padWidth as readonly [number, number];
  return Array.from({ length: rank }, () => [before, after]);
}

/** The elements at the places that a mirror shows; tfjs-core's own kernel has no gradient and is in no program. */
function mirrored(
  x: Tensor,
  axis: number,
  [before, after]: readonly [number, number],
  mode: 'reflect' | 'symmetric',
): Tensor {
  if (before === 0 && after === 0) return x;
  const size = x.shape[axis] ?? 1;
  const [first, last] = mode === 'reflect' ? [0, 2 * (size - 1)] : [-1, 2 * size - 1];
  const places = Int32Array.from({ length: before + size + after }, (_, i) => {
    const place = i - before;
    return place < 0 ? first - place : place >= size ? last - place : place;
  });
  return gather(x, tensor1d(places), axis);
}
