import { philox4x32 } from '@myelin/core';

/**
 * The elements of `source` in random order, drawn from a buffer of `bufferSize` of them.
 *
 * Every pass (`epoch`) has another order; the same seed and epoch give the same order everywhere.
 */
export async function* shuffled<T>(
  source: AsyncIterable<T>,
  bufferSize: number,
  seed: number,
  epoch: number,
): AsyncGenerator<T> {
  const buffer: T[] = [];
  let drawn = 0;
  const draw = (): T => {
    const [bits] = philox4x32([drawn++, 0, epoch, 0], [seed, 0]);
    const chosen = Math.floor((bits / 2 ** 32) * buffer.length);
    const last = buffer.length - 1;
    const element = buffer[chosen] as T;
    buffer[chosen] = buffer[last] as T;
    buffer.length = last;
    return element;
  };
  for await (const element of source) {
    buffer.push(element);
    if (buffer.length >= bufferSize) yield draw();
  }
  while (buffer.length > 0) yield draw();
}
