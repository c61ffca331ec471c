import { StateError } from '@myelin/core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** Knows whether the context of a backend is there. */
export interface ContextWatch {
  readonly backend: MathBackendWebGL;
  /** Calls this once, when the context is lost. */
  onLoss(listener: () => void): void;
  /** @throws StateError once the context was lost, even if another has come since. */
  check(): void;
}

const watches = new WeakMap<MathBackendWebGL, ContextWatch>();

/** Watches the context of a backend; from then on its reads throw where they would give garbage, or nothing ever. */
export function watchContext(backend: MathBackendWebGL): ContextWatch {
  const known = watches.get(backend);
  if (known !== undefined) return known;
  const { gl } = backend.getGPGPUContext();
  const listeners: (() => void)[] = [];
  let lost = false;
  let rejectReads: (error: Error) => void = () => undefined;
  const whenLost = new Promise<never>((_, reject) => (rejectReads = reject));
  whenLost.catch(() => undefined);

  const notice = (): void => {
    if (lost) return;
    lost = true;
    rejectReads(lossError());
    for (const listener of listeners) listener();
  };
  gl.canvas.addEventListener('webglcontextlost', notice);
  const check = (): void => {
    // The event comes later than the loss.
    if (gl.isContextLost()) notice();
    if (lost) throw lossError();
  };
  guardReads(backend, check, whenLost);
  const watch = { backend, check, onLoss: (listener: () => void): unknown => listeners.push(listener) };
  watches.set(backend, watch);
  return watch;
}

/** Without a context WebGL reads zeros, and the fence that `read` waits for never comes. */
function guardReads(backend: MathBackendWebGL, check: () => void, whenLost: Promise<never>): void {
  const read = backend.read.bind(backend);
  const readSync = backend.readSync.bind(backend);
  backend.read = async (dataId) => {
    check();
    const values = await Promise.race([read(dataId), whenLost]);
    check();
    return values;
  };
  backend.readSync = (dataId) => {
    check();
    const values = readSync(dataId);
    check();
    return values;
  };
}

function lossError(): StateError {
  return new StateError({
    who: 'webgl',
    expected: 'a graphics device',
    got: 'one whose context was lost',
    hint:
      'Too many pages, a driver reset or sleep take it away. The weights are those of the last copy, which is made ' +
      'every few seconds: save them, or go on with wasm() of @myelin/backend-wasm.',
  });
}
