import { type Tensor, tensor1d } from '@tensorflow/tfjs-core';

export interface ArangeOptions {
  /** @defaultValue `start`, and what comes first is 0 */
  readonly stop?: number | null;
  /** @defaultValue 1 */
  readonly step?: number;
  /** @defaultValue int32 if all numbers are whole, else float32 */
  readonly dtype?: 'float32' | 'int32' | null;
}

/**
 * The numbers from `start`, or from 0 to `start` if there is no `stop`, up to but without `stop`.
 *
 * @example
 * ```ts
 * arange(2, { stop: 10, step: 3 }); // [2, 5, 8]
 * ```
 * @see Keras `keras.ops.arange`
 */
export function arange(start: number, { stop = null, step = 1, dtype = null }: ArangeOptions = {}): Tensor {
  const [from, to] = stop === null ? [0, start] : [start, stop];
  const length = Math.max(Math.ceil((to - from) / step), 0);
  const whole = [from, to, step].every(Number.isInteger);
  return tensor1d(
    Array.from({ length }, (_, i) => from + i * step),
    dtype ?? (whole ? 'int32' : 'float32'),
  );
}
