import { NdArray, type Quantization } from '@myelin/core';
import { divide, expandDims, multiply, reshape, subtract, take, cast } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { QuantizerSettings } from '../../quantizers/abs-max-quantizer.js';
import { type PackedAxis, packInt4, packedShape, unpackInt4, unpackedInt4 } from './int4.js';
import { type Cells, dequantizeArrays, quantizeByLargest, quantizeByRange } from './quantize-array.js';

/** How a large weight lies, and what of it shares a scale when it is quantized. */
export interface Layout {
  readonly shape: readonly number[];
  /** The rows and columns in which blocks and pairs of int4 are counted. */
  readonly matrix: readonly [rows: number, columns: number];
  /** The axis of the matrix that products sum over. */
  readonly along: 0 | -1;
  /** The axis of the matrix along which two int4 share a byte. */
  readonly packed: PackedAxis;
  /** The axes of the weight that products sum over. */
  readonly summed: readonly number[];
  /** Scales of a weight with several axes, for int8; null where those of the matrix are meant. */
  readonly channels: Channels | null;
  /** Type of the zeros in files. */
  readonly zeroDType: 'int8' | 'float32';
}

/** Scales that lie as the output does. */
interface Channels extends Cells {
  /** The scales as the weight lies. */
  readonly spread: (scale: Tensor) => Tensor;
}

/** What there is of a quantized weight: variables, or their tensors or values. */
export interface Parts<T> {
  readonly value: T;
  readonly scale: T;
  /** The zero of each block; null where there are no blocks. */
  readonly zero: T | null;
  /** The block of each number along the axis that is summed over; null where there are none. */
  readonly groups: T | null;
}

/** The layout of a matrix whose products sum over an axis. */
export function matrixLayout(matrix: Layout['matrix'], along: Layout['along']): Layout {
  return {
    shape: matrix,
    matrix,
    along,
    packed: -1,
    summed: [along],
    channels: null,
    zeroDType: 'int8',
  };
}

/** The shapes of the parts. */
export function partShapes(
  layout: Layout,
  quantization: Quantization,
): { readonly [K in 'value' | 'scale' | 'groups']: readonly number[] } {
  const { shape, matrix, along, packed } = layout;
  return {
    value: quantization.mode === 'int8' ? shape : packedShape(matrix, packed),
    scale: cellsOf(layout, quantization).shape,
    groups: [matrix.at(along) ?? 0],
  };
}

/** The block of each number along an axis of this size. */
export function groupsOf(size: number, blockSize: number): NdArray {
  return new NdArray(Float32Array.from({ length: size }, (_, i) => Math.floor(i / blockSize)));
}

/** How the floats of a weight become whole numbers; without rules as Keras does it by itself. */
export interface Rounding extends Quantization {
  readonly rules: Pick<QuantizerSettings, 'valueRange' | 'epsilon'> | null;
}

/** A weight as whole numbers. */
export function quantizeWeight(
  x: Float32Array,
  layout: Layout,
  { mode, blockSize, rules }: Rounding,
): Omit<Parts<NdArray>, 'groups'> {
  const cells = cellsOf(layout, { mode, blockSize });
  const valueRange = mode === 'int8' ? ([-127, 127] as const) : ([-8, 7] as const);
  const { values, scale, zero } =
    blockSize === null
      ? quantizeByLargest(x, cells, rules ?? { valueRange, epsilon: 1e-7 })
      : quantizeByRange(x, cells, openCells(layout, blockSize));
  const { shape, matrix, packed } = layout;
  return {
    value: mode === 'int8' ? new NdArray(values, shape) : packInt4(values, matrix, packed),
    scale: new NdArray(scale, cells.shape),
    zero: zero && new NdArray(zero, cells.shape),
  };
}

/** The floats that the parts stand for. */
export function dequantizeWeight(
  { value, scale, zero }: Omit<Parts<NdArray>, 'groups'>,
  layout: Layout,
  quantization: Quantization,
): Float32Array {
  const bytes = value.data as Int8Array;
  const values = quantization.mode === 'int8' ? bytes : unpackInt4(bytes, layout.matrix, layout.packed);
  const origin = zero && Int8Array.from(zero.data as Int8Array);
  return dequantizeArrays(
    { values, scale: scale.data as Float32Array, zero: origin },
    cellsOf(layout, quantization),
  );
}

/** The whole numbers, as floats: in the shape of the weight, or for int4 in that of the matrix. */
export function wholeNumbers(value: Tensor, { matrix, packed }: Layout, { mode }: Quantization): Tensor {
  if (mode === 'int8') return cast(value, { dtype: 'float32' });
  return unpackedInt4(value, packed, matrix.at(packed) ?? 0);
}

/** The floats that the parts stand for: of all rows, or where products sum over the last axis of any choice of them. */
export function dequantized(parts: Parts<Tensor> & Quantization, layout: Layout): Tensor {
  const { along, channels, shape } = layout;
  const { groups, zero, mode } = parts;
  const whole = wholeNumbers(parts.value, layout, parts);
  if (mode === 'int8' && channels !== null) return divide(whole, channels.spread(parts.scale));
  const spread = (per: Tensor): Tensor => {
    if (groups !== null) return take(per, groups, { axis: along });
    return along === 0 ? per : expandDims(per, { axis: -1 });
  };
  const scale = spread(parts.scale);
  const floats = zero === null ? divide(whole, scale) : multiply(subtract(whole, spread(zero)), scale);
  return channels === null ? floats : reshape(floats, { newshape: shape });
}

function cellsOf({ matrix, along, channels }: Layout, { mode, blockSize }: Quantization): Cells {
  if (mode === 'int8' && channels !== null) return channels;
  const [rows, columns] = matrix;
  const size = blockSize ?? Infinity;
  if (along === 0) {
    const of = (i: number): number => Math.floor(Math.floor(i / columns) / size) * columns + (i % columns);
    return { shape: blockSize === null ? [columns] : [Math.ceil(rows / blockSize), columns], of };
  }
  const blocks = blockSize === null ? 1 : Math.ceil(columns / blockSize);
  const of = (i: number): number => Math.floor(i / columns) * blocks + Math.floor((i % columns) / size);
  return { shape: blockSize === null ? [rows] : [rows, blocks], of };
}

/** Whether a cell is a last block that is not full. */
function openCells({ matrix, along }: Layout, blockSize: number): (cell: number) => boolean {
  const size = matrix.at(along) ?? 0;
  if (size % blockSize === 0) return () => false;
  const blocks = Math.ceil(size / blockSize);
  return along === 0
    ? (cell) => Math.floor(cell / matrix[1]) === blocks - 1
    : (cell) => cell % blocks === blocks - 1;
}
