import { memory } from '@tensorflow/tfjs-core';

/**
 * Runs something and fails if it left tensors behind, or disposed some that were not its own.
 *
 * Returns what it returned, so that must hold no tensor.
 *
 * @example
 * ```ts
 * await expectNoLeak(() => 3); // 3
 * ```
 */
export async function expectNoLeak<T>(run: () => T | Promise<T>): Promise<T> {
  const before = memory().numTensors;
  const result = await run();
  const more = memory().numTensors - before;
  if (more !== 0) {
    throw new Error(
      `expectNoLeak: ${Math.abs(more)} tensors ${more > 0 ? 'were left behind' : 'too many were disposed'} ` +
        `(${before} before, ${before + more} after).`,
    );
  }
  return result;
}
