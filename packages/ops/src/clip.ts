import { type Tensor, clipByValue } from '@tensorflow/tfjs-core';
import { type OpClass, type OptionOp, defineOp } from './define-op.js';
import { maximum } from './maximum.js';
import { minimum } from './minimum.js';

export interface ClipOptions {
  readonly xMin: number;
  readonly xMax: number;
}

/**
 * The elements held between two bounds: `y = min(max(x, xMin), xMax)`.
 *
 * @example
 * ```ts
 * clip(tensor([-5, 0.5, 7]), { xMin: 0, xMax: 1 }); // [0, 0.5, 1]
 * ```
 * @see Keras `keras.ops.clip`
 */
export const clip: OptionOp<ClipOptions> & OpClass = /* @__PURE__ */ defineOp({
  className: 'Clip',
  module: 'numpy',
  options: ['xMin', 'xMax'],
  call: (x: Tensor, { xMin, xMax }: ClipOptions) =>
    x.dtype === 'float32' ? clipByValue(x, xMin, xMax) : minimum(maximum(x, xMin), xMax),
});
