import { type Program, type Runtime, StateError } from '@myelin/core';
import { eagerRuntime } from '@myelin/ops';
import { env } from '@tensorflow/tfjs-core';
import { checkDevice } from './check-device.js';
import { contextLost, watchContext } from './context-loss.js';

export interface WebglOptions {
  /** Bytes of unused textures that are kept for later; more are given back to the device. @defaultValue 256 MiB */
  readonly keepTextureBytes?: number;
}

/**
 * Runs models on the graphics card, through WebGL 2 and tfjs-backend-webgl. For browsers.
 *
 * @example
 * ```ts
 * webgl().name; // 'eager on webgl'
 * ```
 * @throws StateError from `ready` when the device has no WebGL 2 or cannot compute with 32-bit floats.
 */
export function webgl({ keepTextureBytes = 256 * 2 ** 20 }: WebglOptions = {}): Runtime {
  const eager = eagerRuntime('webgl', async () => {
    // Registers itself under the name `webgl`.
    await import('@tensorflow/tfjs-backend-webgl');
    checkDevice();
    env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', keepTextureBytes);
  });
  return {
    ...eager,
    async ready() {
      await eager.ready();
      watchContext();
    },
    async prepare(step, signature) {
      const program = await eager.prepare(step, signature);
      return 'refused' in program ? program : guarded(program);
    },
  };
}

/** A program that fails instead of computing garbage once the device has gone away. */
function guarded(program: Program): Program {
  return {
    ...program,
    run(inputs) {
      if (contextLost()) {
        throw new StateError({
          who: 'webgl',
          expected: 'a graphics device',
          got: 'one whose context was lost',
          hint: 'Too many pages, a driver reset or sleep take it away. Load the last saved model and go on, or use wasm().',
        });
      }
      return program.run(inputs);
    },
  };
}
