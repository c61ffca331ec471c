import { shapeSize } from '@myelin/core';
import type { QuantizerSettings } from '../../quantizers/abs-max-quantizer.js';

/** Which numbers of a weight share a scale. */
export interface Cells {
  /** Shape of the scales. */
  readonly shape: readonly number[];
  /** The place of the scale of the number at a place. */
  readonly of: (place: number) => number;
}

/** A weight as whole numbers, with a scale, and for blocks a zero, for each cell. */
export interface QuantizedArrays {
  readonly values: Int8Array;
  readonly scale: Float32Array;
  readonly zero: Int8Array | null;
}

type Rules = Pick<QuantizerSettings, 'valueRange' | 'epsilon'>;

/**
 * Whole numbers by the largest absolute value of each cell: `q = round(x · scale)`, as Keras finds them in float32.
 *
 * @see Keras `keras.quantizers.abs_max_quantize`
 */
export function quantizeByLargest(
  x: Float32Array,
  { of, shape }: Cells,
  { valueRange: [smallest, largest], epsilon }: Rules,
): QuantizedArrays {
  const most = new Float32Array(shapeSize(shape));
  x.forEach((value, i) => {
    most[of(i)] = Math.max(most[of(i)] ?? 0, Math.abs(value));
  });
  const scale = most.map((value) => largest / Math.fround(value + Math.fround(epsilon)));
  const values = Int8Array.from(x, (value, i) =>
    clipped(halfToEven(Math.fround(value * (scale[of(i)] ?? 1))), smallest, largest),
  );
  return { values, scale, zero: null };
}

/**
 * Whole numbers from -8 to 7 by the range of each cell: `q = round(x / scale) + zero`, as Keras finds them in float32.
 *
 * @param isOpen - whether a cell is the end of a column that fills no block: Keras fills it up with zeros.
 * @see Keras `keras.quantizers.abs_max_quantize_grouped_with_zero_point`
 */
export function quantizeByRange(
  x: Float32Array,
  { of, shape }: Cells,
  isOpen: (cell: number) => boolean,
): QuantizedArrays {
  const count = shapeSize(shape);
  const [low, high] = [new Float32Array(count).fill(Infinity), new Float32Array(count).fill(-Infinity)];
  const see = (value: number, cell: number): void => {
    low[cell] = Math.min(low[cell] ?? 0, value);
    high[cell] = Math.max(high[cell] ?? 0, value);
  };
  x.forEach((value, i) => {
    see(value, of(i));
  });
  for (let cell = 0; cell < count; cell++) if (isOpen(cell)) see(0, cell);
  const scale = high.map(
    (value, cell) => Math.fround(Math.fround(value - (low[cell] ?? 0)) + Math.fround(1e-7)) / 15,
  );
  const zero = Int8Array.from(low, (value, cell) =>
    clipped(halfToEven(Math.fround(-value / (scale[cell] ?? 1))) - 8, -8, 7),
  );
  const values = Int8Array.from(x, (value, i) => {
    const cell = of(i);
    return clipped(halfToEven(Math.fround(value / (scale[cell] ?? 1))) + (zero[cell] ?? 0), -8, 7);
  });
  return { values, scale, zero };
}

/** The floats that whole numbers stand for. */
export function dequantizeArrays({ values, scale, zero }: QuantizedArrays, { of }: Cells): Float32Array {
  return Float32Array.from(values, (value, i) => {
    const [factor, origin] = [scale[of(i)] ?? 1, zero?.[of(i)]];
    return origin === undefined ? value / factor : (value - origin) * factor;
  });
}

function clipped(value: number, smallest: number, largest: number): number {
  return Math.min(Math.max(value, smallest), largest);
}

/** The nearest whole number; halves go to the even one. */
function halfToEven(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value % 1) === 0.5 && nearest % 2 !== 0 ? nearest - 1 : nearest;
}
