import { type Tensor, matMul, reshape, transpose } from '@tensorflow/tfjs-core';
import { clip } from './clip.js';
import { type OpClass, type UnaryOp, defineOp } from './define-op.js';
import { diagonal } from './diagonal.js';
import { divide } from './divide.js';
import { mean } from './mean.js';
import { outer } from './outer.js';
import { sqrt } from './sqrt.js';
import { subtract } from './subtract.js';

/**
 * Correlation coefficients of the rows (Pearson): their covariances divided by their standard deviations, from -1 to 1.
 *
 * `[variables, observations]` → `[variables, variables]`; `[observations]` → 1.
 *
 * @example
 * ```ts
 * corrcoef(tensor([[1, 2, 3], [1, 2, 1]])); // [[1, 0], [0, 1]]
 * ```
 * @see Keras `keras.ops.corrcoef`
 */
export const corrcoef: UnaryOp & OpClass = /* @__PURE__ */ defineOp({
  className: 'Corrcoef',
  module: 'numpy',
  call: (x: Tensor) => {
    const apart = subtract(x, mean(x, { axis: -1, keepdims: true }));
    const rows = reshape(apart, [-1, x.shape.at(-1) ?? 1]);
    // tfjs-backend-webgl reads beyond rows of odd length when it transposes within a product.
    const products = matMul(rows, transpose(rows));
    const deviations = sqrt(diagonal(products));
    const coefficients = divide(products, outer(deviations, deviations));
    return x.rank < 2 ? reshape(coefficients, []) : clip(coefficients, { xMin: -1, xMax: 1 });
  },
});
