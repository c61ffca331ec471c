import { engineInternals } from './abstract/engine-internals.js';

/**
 * Runs what has no gradient without telling the tape: to gradients its result is a constant.
 *
 * tfjs-core refuses gradients through comparisons, even where, as in `where(greater(x, 0), x, 0)`, none flows.
 *
 * @internal
 */
export function offTape<T>(run: () => T): T {
  const { state } = engineInternals();
  state.kernelDepth += 1;
  try {
    return run();
  } finally {
    state.kernelDepth -= 1;
  }
}

/** Whether a gradient is being recorded. @internal */
export function isOnTape(): boolean {
  const { gradientDepth, kernelDepth } = engineInternals().state;
  return gradientDepth > 0 && kernelDepth === 0;
}
