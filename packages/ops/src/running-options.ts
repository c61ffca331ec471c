import type { CastOptions } from './cast.js';

/** Options of the ops that fold everything up to each element. */
export interface RunningOptions {
  /** @defaultValue the flattened tensor */
  readonly axis?: number | null;
  /** Type of the result. @defaultValue that of the tensor; int32 for bools */
  readonly dtype?: CastOptions['dtype'] | null;
}
