import { ShapeError, formatShape } from '@myelin/core';
import { type Tensor, add, mul, sum, zerosLike } from '@tensorflow/tfjs-core';
import { valueAndGradients } from './gradients.js';

/**
 * The value of a function, and how fast it changes where its arguments move in given directions:
 * `[y, Σ (∂y / ∂xᵢ) · tᵢ]`.
 *
 * tfjs-core knows gradients from results to arguments alone; the gradient of such a gradient goes the other way, so it needs
 * ops whose gradients have gradients.
 *
 * `tangents` have the shapes of `primals` → two tensors of the shape that `fun` returns.
 *
 * @example
 * ```ts
 * jvp((x) => square(x), [tensor([1, 2])], [tensor([1, 10])]); // [[1, 4], [2, 40]]
 * ```
 * @throws ShapeError when tangents differ in shape from primals.
 * @see Keras `keras.ops.jvp`
 */
export function jvp<X extends readonly Tensor[]>(
  fun: (...primals: X) => Tensor,
  primals: X,
  tangents: { readonly [K in keyof X]: Tensor },
): [value: Tensor, tangent: Tensor] {
  const directions: readonly Tensor[] = tangents;
  const shapesOf = (tensors: readonly Tensor[]): string =>
    tensors.map(({ shape }) => formatShape(shape)).join(', ');
  if (shapesOf(primals) !== shapesOf(directions)) {
    throw new ShapeError({ who: 'jvp', expected: shapesOf(primals), got: shapesOf(directions) });
  }
  const value = fun(...primals);
  const upstream = zerosLike(value);
  const alongDirections = (): Tensor => {
    const { gradients } = valueAndGradients(() => sum(mul(fun(...primals), upstream)), primals);
    return gradients
      .map((gradient, i) => sum(mul(gradient, directions[i] as Tensor)))
      .reduce((total, part) => add(total, part));
  };
  const { gradients } = valueAndGradients(alongDirections, [upstream]);
  return [value, gradients[0] as Tensor];
}
