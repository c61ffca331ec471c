import { TraceError, detailsOf } from '@myelin/core';
import { type Tensor, type TypedArray, engine } from '@tensorflow/tfjs-core';
import { AbstractBackend } from '../abstract/abstract-backend.js';

/**
 * The values of a tensor, for an op that computes on the host; null where only shapes are being found.
 *
 * @throws TraceError naming the op where a program is being recorded.
 */
export function hostValues(who: string, x: Tensor): TypedArray | null {
  const { backend } = engine();
  if (backend instanceof AbstractBackend && backend.findsShapes) return null;
  try {
    return x.dataSync();
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    throw new TraceError({
      ...detailsOf(error),
      who,
      hint: 'It computes on the host, so that steps with it run op by op: leave `jitCompile` at "auto".',
    });
  }
}
