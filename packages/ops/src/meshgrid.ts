import { type Tensor, broadcastTo, reshape } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

export interface MeshgridOptions {
  /** `xy`: the first tensor runs along the columns; `ij`: each along its own axis. @defaultValue 'xy' */
  readonly indexing?: 'xy' | 'ij';
}

/**
 * The coordinates of a grid: each tensor repeated along the axes of the others.
 *
 * `[n]` and `[m]` → two of `[m, n]`, or `[n, m]` with `ij`; likewise for more of them.
 *
 * @example
 * ```ts
 * meshgrid([tensor([1, 2]), tensor([5, 6])])[0]; // [[1, 2], [1, 2]]
 * ```
 * @see Keras `keras.ops.meshgrid`
 */
export const meshgrid: (<X extends Operand>(xs: readonly X[], options?: MeshgridOptions) => Result<X>[]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'Meshgrid',
  module: 'numpy',
  options: ['indexing'],
  call: (xs: readonly Tensor[], { indexing = 'xy' }: MeshgridOptions) => {
    const sizes = xs.map(({ size }) => size);
    const axes = sizes.map((_, i) => (indexing === 'xy' && i < 2 && sizes.length > 1 ? 1 - i : i));
    const shape = axes.map((axis) => sizes[axis] ?? 1);
    return xs.map((x, i) =>
      broadcastTo(
        reshape(
          x,
          axes.map((axis) => (axis === i ? x.size : 1)),
        ),
        shape,
      ),
    );
  },
});
