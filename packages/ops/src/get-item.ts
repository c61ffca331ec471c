import { ArgumentError, isRecord } from '@myelin/core';
import { type Tensor, gather, reshape, slice, tensor1d } from '@tensorflow/tfjs-core';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';

/** As Python's `start:stop:step`: `{}` is all of an axis, negative ones count from its end. */
export interface ItemRange {
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly step?: number | null;
}

/** An element of an axis, a range, a new axis (null), or all axes that the others leave. */
export type ItemKey = number | ItemRange | null | '...';

interface GetItem {
  <X extends Operand>(x: X, key: ItemKey | readonly ItemKey[]): Result<X>;
}

/**
 * Elements by Python's subscripts: `x[:, 0, ..., None]` is `getItem(x, [{}, 0, '...', null])`.
 *
 * An element takes its axis away, a range keeps it.
 *
 * @example
 * ```ts
 * getItem(tensor([[1, 2, 3], [4, 5, 6]]), [{}, { start: -2 }]); // [[2, 3], [5, 6]]
 * ```
 * @throws ArgumentError when there are more keys than axes, or an element is none of its axis.
 * @see Keras `keras.ops.get_item`
 */
export const getItem: GetItem & OpClass = /* @__PURE__ */ writtenAsKeras(
  /* @__PURE__ */ defineOp<GetItem>({
    className: 'GetItem',
    module: 'numpy',
    operands: 2,
    call(x: Tensor, key: unknown) {
      const keys = withoutEllipsis([key].flat().map(keyOf), x.rank);
      const axes = keys.filter((one) => one !== null);
      const parts = axes.reduce((rest, one, axis) => part(rest, axis, one), x);
      const sizes = [...parts.shape];
      const shape = keys.flatMap((one) => {
        if (one === null) return [1];
        const size = sizes.shift() ?? 1;
        return typeof one === 'number' ? [] : [size];
      });
      return reshape(parts, shape);
    },
  }),
);

/** Graphs hold keys as Keras writes them. */
function writtenAsKeras(op: GetItem & OpClass): GetItem & OpClass {
  const written: GetItem = (x, key) => op(x, [key].flat().map((one) => wireOf(one)) as unknown as ItemKey[]);
  return Object.assign(written, {
    className: op.className,
    module: op.module,
    registeredName: op.registeredName,
    fromConfig: (...args: Parameters<OpClass['fromConfig']>) => op.fromConfig(...args),
  });
}

function wireOf(key: ItemKey): unknown {
  if (key === '...') return { class_name: '__ellipsis__', config: {} };
  if (!isRecord(key) || 'class_name' in key) return key;
  const { start = null, stop = null, step = null } = key;
  return { class_name: '__slice__', config: { start, stop, step } };
}

function keyOf(wire: unknown): ItemKey {
  if (!isRecord(wire)) return wire as number | null;
  return wire['class_name'] === '__ellipsis__' ? '...' : (wire['config'] as ItemRange);
}

function withoutEllipsis(keys: readonly ItemKey[], rank: number): (number | ItemRange | null)[] {
  const place = keys.includes('...') ? keys.indexOf('...') : keys.length;
  const others = keys.filter((key) => key !== '...');
  const missing = rank - others.filter((key) => key !== null).length;
  if (missing >= 0) {
    return [
      ...others.slice(0, place),
      ...Array.from({ length: missing }, () => ({})),
      ...others.slice(place),
    ];
  }
  throw new ArgumentError({ who: 'getItem', expected: `at most ${rank} keys`, got: String(rank - missing) });
}

/** What a key leaves of an axis, which stays, if with one element. */
function part(x: Tensor, axis: number, key: number | ItemRange): Tensor {
  const size = x.shape[axis] ?? 0;
  const places = typeof key === 'number' ? [elementOf(key, size)] : rangeOf(key, size);
  const [first = 0] = places;
  if (places.every((place, i) => place === first + i)) {
    const begin = x.shape.map((_, i) => (i === axis ? first : 0));
    return slice(x, begin, x.shape.map((whole, i) => (i === axis ? places.length : whole))); // prettier-ignore
  }
  return gather(x, tensor1d(places, 'int32'), axis);
}

function elementOf(key: number, size: number): number {
  const place = key < 0 ? key + size : key;
  if (place >= 0 && place < size) return place;
  throw new ArgumentError({
    who: 'getItem',
    expected: `an element of an axis of size ${size}`,
    got: String(key),
  });
}

function rangeOf({ start, stop, step }: ItemRange, size: number): number[] {
  const stride = step ?? 1;
  const [least, most] = stride > 0 ? [0, size] : [-1, size - 1];
  const within = (bound: number | null | undefined, missing: number): number => {
    if (bound === null || bound === undefined) return missing;
    return Math.min(Math.max(bound < 0 ? bound + size : bound, least), most);
  };
  const [first, end] =
    stride > 0 ? [within(start, 0), within(stop, size)] : [within(start, size - 1), within(stop, -1)];
  const count = Math.max(0, Math.ceil((end - first) / stride));
  return Array.from({ length: count }, (_, i) => first + i * stride);
}
