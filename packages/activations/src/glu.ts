import { type NamedFunction, defineActivation } from '@myelin/core';
import { type GluOptions as Options, glu as op } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

export type GluOptions = Options;

/**
 * Gated linear unit: `y = a · sigmoid(b)`, where `a` and `b` are the halves of `x` along an axis.
 *
 * @example
 * ```ts
 * glu(tensor([3, 0])); // [1.5]
 * ```
 * @throws ShapeError when the axis has an odd size.
 * @see Keras `keras.activations.glu`; Dauphin et al., 2016, arXiv 1612.08083.
 * @id glu
 */
export const glu: ((x: Tensor, options?: GluOptions) => Tensor) & NamedFunction =
  /* @__PURE__ */ defineActivation('glu', (x: Tensor, options: GluOptions = {}): Tensor => op(x, options));
