import type { Tensor } from '@tensorflow/tfjs-core';
import { type BinaryOp, type OpClass, defineOp } from './define-op.js';
import { absolute } from './absolute.js';
import { add } from './add.js';
import { divideNoNan } from './divide-no-nan.js';
import { maximum } from './maximum.js';
import { minimum } from './minimum.js';
import { multiply } from './multiply.js';
import { promoteToFloat } from './promote.js';
import { sqrt } from './sqrt.js';
import { square } from './square.js';

/**
 * Length of the hypotenuse: `y = √(a² + b²)`, without overflow on the way.
 *
 * Shapes that broadcast against each other → their common shape.
 *
 * @example
 * ```ts
 * hypot(tensor([3, 5]), tensor([4, 12])); // [5, 13]
 * ```
 * @see Keras `keras.ops.hypot`
 */
export const hypot: BinaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Hypot',
  module: 'numpy',
  operands: 2,
  call: (a: Tensor | number, b: Tensor | number) => {
    const [x, y] = promoteToFloat(a, b).map((side) => absolute(side)) as [Tensor, Tensor];
    const longer = maximum(x, y);
    return multiply(longer, sqrt(add(square(divideNoNan(minimum(x, y), longer)), 1)));
  },
});
