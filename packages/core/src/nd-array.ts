import { type ArrayData, type DType, type TypedArray, allocate, dtypeOf } from './dtype.js';
import { ArgumentError, ShapeError } from './errors.js';
import { formatShape, shapeSize } from './shape.js';

/** Arrays in arrays of numbers, booleans or strings, each level of one length. */
export type NestedArray = number | boolean | string | readonly NestedArray[];

/** What the public API takes as an array. */
export type ArrayLike = NdArray | TypedArray | Uint8ClampedArray | NestedArray;

const brand = Symbol.for('myelin.NdArray');

/**
 * An array of n axes on the host: one flat typed array in row-major order and a shape.
 *
 * What `predict` returns and what data sets are made of. It holds no tensor and needs no disposal.
 *
 * @example
 * ```ts
 * const a = NdArray.from([[1, 2, 3], [4, 5, 6]]);
 * a.shape;     // [2, 3]
 * a.at(1, 2);  // 6
 * a.toArray(); // [[1, 2, 3], [4, 5, 6]]
 * ```
 */
export class NdArray {
  readonly data: ArrayData;
  readonly shape: readonly number[];
  readonly dtype: DType;

  /** @throws ShapeError when `data` has not as many elements as `shape` asks for. */
  constructor(data: ArrayData, shape: readonly number[] = [data.length], dtype: DType = dtypeOf(data)) {
    if (data.length !== shapeSize(shape)) {
      throw new ShapeError({
        who: 'NdArray',
        expected: `${shapeSize(shape)} elements for the shape ${formatShape(shape)}`,
        got: String(data.length),
      });
    }
    this.data = data;
    this.shape = shape;
    this.dtype = dtype;
  }

  static {
    Object.defineProperty(NdArray.prototype, brand, { value: true });
  }

  static isNdArray(value: unknown): value is NdArray {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** Zeros (or empty strings). */
  static zeros(shape: readonly number[], dtype: DType = 'float32'): NdArray {
    return new NdArray(allocate(dtype, shapeSize(shape)), shape, dtype);
  }

  /**
   * From arrays in arrays, a typed array or another NdArray.
   *
   * Numbers become float32, booleans bool, strings string, unless `dtype` says otherwise.
   *
   * @throws ShapeError when the arrays are ragged.
   */
  static from(value: ArrayLike, dtype?: DType): NdArray {
    if (NdArray.isNdArray(value)) return dtype === undefined ? value : value.cast(dtype);
    if (value instanceof Uint8ClampedArray) return NdArray.from(new Uint8Array(value), dtype);
    if (ArrayBuffer.isView(value)) {
      const array = new NdArray(value);
      return dtype === undefined ? array : array.cast(dtype);
    }
    return fromNested(value, dtype);
  }

  /** As `from`, but plain numbers become float64, which keeps whole numbers up to 2 ** 53: for identifiers. */
  static exact(value: ArrayLike): NdArray {
    let leaf: unknown = value;
    while (Array.isArray(leaf)) leaf = leaf[0];
    return NdArray.from(value, typeof leaf === 'number' ? 'float64' : undefined);
  }

  get size(): number {
    return this.data.length;
  }

  get rank(): number {
    return this.shape.length;
  }

  /** One element; as many indices as axes. int64 elements come as numbers. */
  at(...indices: number[]): number | string {
    if (indices.length !== this.rank) {
      throw new ArgumentError({
        who: 'NdArray.at',
        expected: `${this.rank} indices`,
        got: String(indices.length),
      });
    }
    let offset = 0;
    indices.forEach((index, axis) => {
      const length = this.shape[axis] ?? 0;
      if (!Number.isInteger(index) || index < 0 || index >= length) {
        throw new ArgumentError({
          who: 'NdArray.at',
          expected: `an index from 0 to ${length - 1} on axis ${axis}`,
          got: String(index),
        });
      }
      offset = offset * length + index;
    });
    const element = this.data[offset] ?? 0;
    return typeof element === 'bigint' ? Number(element) : element;
  }

  /** The only element of an array of one element. */
  item(): number | string {
    if (this.size !== 1) {
      throw new ShapeError({
        who: 'NdArray.item',
        expected: 'an array of one element',
        got: formatShape(this.shape),
      });
    }
    return this.at(...this.shape.map(() => 0));
  }

  /** The same elements under another shape; shares the data. */
  reshape(shape: readonly number[]): NdArray {
    return new NdArray(this.data, shape, this.dtype);
  }

  /** Rows `start` to `end` (exclusive) of the first axis; shares the data where it can. */
  rows(start: number, end: number): NdArray {
    const width = shapeSize(this.shape.slice(1));
    const data = Array.isArray(this.data)
      ? this.data.slice(start * width, end * width)
      : this.data.subarray(start * width, end * width);
    return new NdArray(data, [end - start, ...this.shape.slice(1)], this.dtype);
  }

  /** The same values in another type of element; itself if it is that already. */
  cast(dtype: DType): NdArray {
    if (dtype === this.dtype) return this;
    if (dtype === 'string' || this.dtype === 'string') {
      throw new ArgumentError({
        who: 'NdArray.cast',
        expected: 'numeric types',
        got: `${this.dtype} to ${dtype}`,
      });
    }
    const target = allocate(dtype, this.size);
    const source = this.data as TypedArray;
    for (let i = 0; i < source.length; i++) {
      const value = Number(source[i]);
      if (target instanceof BigInt64Array) target[i] = BigInt(Math.trunc(value));
      else target[i] = dtype === 'bool' ? Number(value !== 0) : value;
    }
    return new NdArray(target, this.shape, dtype);
  }

  /** Arrays in arrays; a plain number, boolean or string for a scalar. */
  toArray(): NestedArray {
    const read = (offset: number): NestedArray => {
      const element = this.data[offset] ?? 0;
      if (this.dtype === 'bool') return element !== 0;
      return typeof element === 'bigint' ? Number(element) : element;
    };
    const nest = (axis: number, offset: number): NestedArray => {
      if (axis === this.rank) return read(offset);
      const length = this.shape[axis] ?? 0;
      const stride = shapeSize(this.shape.slice(axis + 1));
      return Array.from({ length }, (_, i) => nest(axis + 1, offset + i * stride));
    };
    return nest(0, 0);
  }
}

function fromNested(value: NestedArray, dtype: DType | undefined): NdArray {
  const shape: number[] = [];
  for (let level: NestedArray | undefined = value; isArray(level); level = level[0]) shape.push(level.length);
  const flat: (number | boolean | string)[] = [];
  collect(value, shape, 0, flat);
  const first = flat[0];
  const kind: DType =
    dtype ?? (typeof first === 'boolean' ? 'bool' : typeof first === 'string' ? 'string' : 'float32');
  const data = allocate(kind, flat.length);
  flat.forEach((element, i) => {
    if ((typeof element === 'string') !== (kind === 'string')) {
      throw new ArgumentError({
        who: 'NdArray.from',
        expected: `${kind} elements`,
        got: JSON.stringify(element),
      });
    }
    if (Array.isArray(data)) data[i] = String(element);
    else if (data instanceof BigInt64Array) data[i] = BigInt(Number(element));
    else data[i] = Number(element);
  });
  return new NdArray(data, shape, kind);
}

function collect(
  value: NestedArray,
  shape: readonly number[],
  axis: number,
  into: (number | boolean | string)[],
): void {
  if (!isArray(value)) {
    if (axis !== shape.length) throw ragged(shape, axis, 'a single value');
    into.push(value);
    return;
  }
  if (axis === shape.length || value.length !== shape[axis]) {
    throw ragged(shape, axis, `an array of length ${value.length}`);
  }
  for (const element of value) collect(element, shape, axis + 1, into);
}

function ragged(shape: readonly number[], axis: number, got: string): ShapeError {
  return new ShapeError({
    who: 'NdArray.from',
    expected:
      axis < shape.length ? `length ${shape[axis]} on axis ${axis}` : `single values at depth ${axis}`,
    got,
    hint: 'All rows must have the same length: pad or cut them first.',
  });
}

function isArray(value: NestedArray | undefined): value is readonly NestedArray[] {
  return Array.isArray(value);
}
