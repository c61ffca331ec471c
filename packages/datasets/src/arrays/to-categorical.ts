import { ArgumentError, type ArrayLike, NdArray } from '@myelin/core';

/**
 * Class numbers as one-hot rows: `y[i, k] = 1 if labels[i] = k else 0`, for `categorical_crossentropy`.
 *
 * Unlike Keras it refuses negative and fractional labels, which numpy would wrap around or cut.
 *
 * Input `[...]` or `[..., 1]` → output `[..., numClasses]`, float32. `numClasses` defaults to the largest label + 1.
 *
 * @example
 * ```ts
 * toCategorical([0, 2]).toArray(); // [[1, 0, 0], [0, 0, 1]]
 * toCategorical([1], 3).toArray(); // [[0, 1, 0]]
 * ```
 * @throws ArgumentError when a label is not a whole number from 0 to `numClasses - 1`.
 * @see Keras `keras.utils.to_categorical`
 */
export function toCategorical(labels: ArrayLike, numClasses?: number): NdArray {
  const array = NdArray.from(labels);
  const classes = Array.from(array.data, Number);
  const depth = numClasses ?? classes.reduce((largest, label) => Math.max(largest, label), -1) + 1;
  const oneHot = new Float32Array(classes.length * depth);
  classes.forEach((label, i) => {
    if (!Number.isInteger(label) || label < 0 || label >= depth) {
      throw new ArgumentError({
        who: 'toCategorical',
        expected: `whole numbers from 0 to ${depth - 1}`,
        got: `${array.data[i]} at index ${i}`,
      });
    }
    oneHot[i * depth + label] = 1;
  });
  const { shape, rank } = array;
  return new NdArray(oneHot, [...(rank > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape), depth]);
}
