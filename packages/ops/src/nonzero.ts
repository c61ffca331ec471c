import { type Tensor, tensor1d, util } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/**
 * Where the elements stand that are not 0: the coordinates along each axis. int32.
 *
 * Their number depends on values, so it works outside of layers, graphs and training steps alone; `where` chooses there.
 *
 * Any shape → as many tensors of one axis as there are axes.
 *
 * @example
 * ```ts
 * nonzero(tensor([[0, 2], [3, 0]])); // [[0, 1], [1, 0]]
 * ```
 * @throws TraceError in a graph or a program.
 * @see Keras `keras.ops.nonzero`
 */
export const nonzero: (<X extends Operand>(x: X) => Result<X>[]) & OpClass = /* @__PURE__ */ defineOp({
  className: 'Nonzero',
  module: 'numpy',
  call: (x: Tensor) => {
    const values = x.dataSync();
    const places = [...values.keys()].filter((i) => values[i] !== 0);
    return x.shape.map((size, axis) => {
      const inner = util.sizeFromShape(x.shape.slice(axis + 1));
      return tensor1d(
        places.map((i) => Math.floor(i / inner) % size),
        'int32',
      );
    });
  },
});
