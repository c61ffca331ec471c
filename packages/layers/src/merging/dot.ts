import { ArgumentError, type LayerConfig, type LayerFactory, type Shape, defineLayer } from '@myelin/core';
import { einsum, expandDims, normalize } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { checkList, mismatch } from '../internal/merge.js';

/** Options of {@link dot}. */
export interface DotConfig extends LayerConfig {
  /** The axis that is summed, or one of each input; negative ones count from the end, 0 is the batch. */
  axes: number | readonly [number, number];
  /** Whether vectors along these axes get the length 1 first, so that products are cosines. @defaultValue false */
  normalize?: boolean;
}

/**
 * Dot products of its two inputs along an axis of each, example by example: `y[i, j] = Σ x₁[i, k] · x₂[j, k]`.
 *
 * To score how well two sides fit, such as users and films by their embeddings. A vector of zeros stays one when it is
 * normalized.
 *
 * List of two `[batch, ...]` → `[batch, other axes of the first, other axes of the second]`, or `[batch, 1]` if there are
 * none. No weights; the output has no mask.
 *
 * @example
 * ```ts
 * dot({ axes: 1 })([tensor([[1, 2]]), tensor([[3, 4]])]); // [[11]]
 * ```
 * @throws ArgumentError for the axis of the batch.
 * @throws ShapeError when there are not two inputs, and when sizes along the axes or batch sizes differ.
 * @see Keras `keras.layers.Dot`
 */
export const dot: LayerFactory<DotConfig, readonly Tensor[]> = /* @__PURE__ */ defineLayer({
  className: 'Dot',
  required: ['axes'],
  defaults: { normalize: false },
  resolve: { axes },

  build({ inputShape, config, who }) {
    axesIn(inputShape, config.axes, who);
    return {};
  },

  call(inputs, { config, who }) {
    const along = axesIn(
      inputs.map((x) => x.shape),
      config.axes,
      who,
    );
    const [a, b] = inputs.map((x, i) => (config.normalize ? normalize(x, { axis: along[i] ?? 0 }) : x));
    return products(a as Tensor, b as Tensor, along);
  },

  computeMask: () => null,
});

/** Sums over an axis of each; einsum finds the matrix product that does it. */
function products(a: Tensor, b: Tensor, [first, second]: readonly [number, number]): Tensor {
  let used = 0;
  const name = (x: Tensor, along: number): string[] =>
    x.shape.map((_, axis) => (axis === 0 ? 'b' : axis === along ? 'k' : (letters[used++] ?? '')));
  const [left, right] = [name(a, first), name(b, second)];
  const rest = [...left, ...right].filter((axis) => axis !== 'b' && axis !== 'k');
  const y = einsum(`${left.join('')},${right.join('')}->b${rest.join('')}`, a, b);
  return rest.length === 0 ? expandDims(y, { axis: 1 }) : y;
}

const letters = 'acdefghijlmnopqrstuvwxyz';

/** The axis of each input, counted from the start. */
function axesIn(shapes: readonly Shape[], given: DotConfig['axes'], who: string): readonly [number, number] {
  checkList(shapes, who);
  const [a = [], b = []] = shapes;
  const asked = typeof given === 'number' ? ([given, given] as const) : given;
  const [first, second] = [a, b].map(({ length }, i) => {
    const axis = asked[i] ?? 0;
    return axis < 0 ? axis + length : axis;
  }) as [number, number];
  const fits = first > 0 && second > 0 && first < a.length && second < b.length;
  if (shapes.length === 2 && fits && agree(a[0], b[0]) && agree(a[first], b[second])) return [first, second];
  throw mismatch(
    shapes,
    `two inputs of one batch size, with axes ${asked.join(' and ')} of one size after it`,
    who,
  );
}

function agree(a: number | null = null, b: number | null = null): boolean {
  return a === null || b === null || a === b;
}

function axes(given: DotConfig['axes'], who: string): DotConfig['axes'] {
  const both: readonly unknown[] = typeof given === 'number' ? [given, given] : given;
  if (both.length === 2 && both.every((axis) => Number.isSafeInteger(axis) && axis !== 0)) return given;
  throw new ArgumentError({
    who,
    expected: '`axes` to be a whole number other than 0, which is the batch, or two of them',
    got: JSON.stringify(given),
  });
}
