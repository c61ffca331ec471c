import type { Runtime } from '@myelin/core';

/** The runtime without its programs. */
export function opByOp(runtime: Runtime): Runtime {
  return {
    name: `${runtime.name}, op by op`,
    ready: () => runtime.ready(),
    prepare: (step, signature) => runtime.prepare(step, signature, false),
  };
}

/** The runtime with nothing but programs: what they cannot compute is an error. */
export function compiled(runtime: Runtime): Runtime {
  return {
    name: `${runtime.name}, compiled`,
    ready: () => runtime.ready(),
    prepare: (step, signature) => runtime.prepare(step, signature, true),
  };
}
