import { ArgumentError, type ArrayLike, NdArray, shapeSize } from '@myelin/core';

export interface NormalizeOptions {
  /** The axis whose vectors get length 1; counts from the end when negative. Default -1. */
  readonly axis?: number;
  /** Which norm: 1 for the sum of magnitudes, 2 for Euclid's, `Infinity` for the largest magnitude. Default 2. */
  readonly order?: number;
}

/**
 * Scales the vectors along an axis to length 1: `y = x / ‖x‖`; vectors of zeros stay as they are.
 *
 * Shape and meaning stay those of the input; the elements become float32 (float64 stays float64).
 *
 * @example
 * ```ts
 * normalize([[1, 3]], { order: 1 }).toArray(); // [[0.25, 0.75]]
 * normalize([[3, 0], [4, 2]], { axis: 0, order: Infinity }).toArray(); // [[0.75, 0], [1, 1]]
 * ```
 * @throws ArgumentError when the array has no such axis or `order` is not positive.
 * @see Keras `keras.utils.normalize`
 */
export function normalize(x: ArrayLike, options: NormalizeOptions = {}): NdArray {
  const { axis = -1, order = 2 } = options;
  const source = NdArray.from(x);
  const result =
    source.dtype === 'float64'
      ? Float64Array.from(source.data, Number)
      : Float32Array.from(source.data, Number);
  const at = axis < 0 ? source.rank + axis : axis;
  const length = source.shape[at];
  if (length === undefined) throw wrong(`an axis of an array of rank ${source.rank}`, axis);
  if (!(order > 0)) throw wrong('an order above 0', order);
  const stride = shapeSize(source.shape.slice(at + 1));
  for (let block = 0; block < result.length; block += length * stride) {
    for (let start = block; start < block + stride; start++) scaleToOne(result, start, stride, length, order);
  }
  return new NdArray(result, source.shape);
}

function scaleToOne(
  data: Float32Array | Float64Array,
  start: number,
  stride: number,
  length: number,
  order: number,
): void {
  const end = start + length * stride;
  let sum = 0;
  let largest = 0;
  for (let i = start; i < end; i += stride) {
    const magnitude = Math.abs(data[i] ?? 0);
    sum += magnitude ** order;
    largest = Math.max(largest, magnitude);
  }
  const norm = order === Infinity ? largest : sum ** (1 / order);
  if (norm === 0) return;
  for (let i = start; i < end; i += stride) data[i] = (data[i] ?? 0) / norm;
}

function wrong(expected: string, got: number): ArgumentError {
  return new ArgumentError({ who: 'normalize', expected, got: String(got) });
}
