import type { EagerContext } from './eager-context.js';

/** Two copies of this package share it, so that either finds the context that the other made. */
const key = Symbol.for('myelin.backend-wasm.context');

interface WithContext {
  [key]?: EagerContext;
}

export function attachContext(backend: object, context: EagerContext): void {
  (backend as WithContext)[key] = context;
}

/** The context of a tfjs backend, if it is one of this package. */
export function contextOf(backend: object): EagerContext | undefined {
  return (backend as WithContext)[key];
}
