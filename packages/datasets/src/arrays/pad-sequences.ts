import {
  ArgumentError,
  type ArrayLike,
  type DType,
  NdArray,
  ShapeError,
  allocate,
  formatShape,
  shapeSize,
} from '@myelin/core';
import { copyInto } from './copy-into.js';

export interface PadSequencesOptions {
  /** Length of every row of the result. Default: that of the longest sequence. */
  readonly maxlen?: number;
  /** Type of element of the result. Default `'int32'`. */
  readonly dtype?: DType;
  /** Where short sequences are filled up. Default `'pre'`: before the sequence. */
  readonly padding?: 'pre' | 'post';
  /** Where long sequences are cut. Default `'pre'`: at the beginning. */
  readonly truncating?: 'pre' | 'post';
  /** What fills up. Default 0, or the empty string where `dtype` is `'string'`. */
  readonly value?: number | string;
}

/**
 * Sequences of different lengths as one array, filled up or cut to one length.
 *
 * Input: `n` arrays `[length, ...]`, each of its own length → output `[n, maxlen, ...]`.
 *
 * @example
 * ```ts
 * padSequences([[1], [2, 3], [4, 5, 6]]).toArray(); // [[0, 0, 1], [0, 2, 3], [4, 5, 6]]
 * padSequences([[1], [2, 3]], { padding: 'post', maxlen: 1 }).toArray(); // [[1], [3]]
 * ```
 * @throws ShapeError when the steps of two sequences have different shapes.
 * @see Keras `keras.utils.pad_sequences`
 */
export function padSequences(sequences: readonly ArrayLike[], options: PadSequencesOptions = {}): NdArray {
  const { dtype = 'int32', padding = 'pre', truncating = 'pre', value } = options;
  const rows = sequences.map((sequence) => toRow(sequence, dtype));
  const maxlen = options.maxlen ?? rows.reduce((longest, row) => Math.max(longest, row.shape[0] ?? 0), 0);
  if (!Number.isInteger(maxlen) || maxlen < 0) {
    throw new ArgumentError({
      who: 'padSequences',
      expected: 'a whole number as maxlen',
      got: String(maxlen),
    });
  }
  const stepShape = rows.find((row) => row.size > 0)?.shape.slice(1) ?? [];
  const width = shapeSize(stepShape);
  const data = allocate(dtype, rows.length * maxlen * width);
  if (value !== undefined) fill(data, value, dtype);
  rows.forEach((row, i) => {
    if (row.size === 0) return;
    checkStep(row, stepShape, i);
    const length = row.shape[0] ?? 0;
    const kept = Math.min(length, maxlen);
    const first = truncating === 'pre' ? length - kept : 0;
    const place = padding === 'pre' ? maxlen - kept : 0;
    copyInto(data, (i * maxlen + place) * width, row.rows(first, first + kept).data);
  });
  return new NdArray(data, [rows.length, maxlen, ...stepShape], dtype);
}

function toRow(sequence: ArrayLike, dtype: DType): NdArray {
  const row = NdArray.from(sequence);
  if (row.rank === 0) {
    throw new ArgumentError({
      who: 'padSequences',
      expected: 'a list of sequences',
      got: String(row.item()),
    });
  }
  return row.size === 0 ? row : row.cast(dtype);
}

function fill(data: NdArray['data'], value: number | string, dtype: DType): void {
  if ((typeof value === 'string') !== (dtype === 'string')) {
    throw new ArgumentError({
      who: 'padSequences',
      expected: `a value of type ${dtype}`,
      got: JSON.stringify(value),
    });
  }
  if (Array.isArray(data)) data.fill(String(value));
  else if (data instanceof BigInt64Array) data.fill(BigInt(value));
  else data.fill(Number(value));
}

function checkStep(row: NdArray, stepShape: readonly number[], index: number): void {
  const got = row.shape.slice(1);
  if (formatShape(got) === formatShape(stepShape)) return;
  throw new ShapeError({
    who: 'padSequences',
    expected: `steps of shape ${formatShape(stepShape)} as in the first sequence`,
    got: `${formatShape(got)} in sequence ${index}`,
  });
}
