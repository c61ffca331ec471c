import {
  type NdArray,
  type Outputs,
  type Program,
  type Runtime,
  type Step,
  currentScope,
} from '@myelin/core';
import { eagerRuntime } from '@myelin/ops';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { backend, env } from '@tensorflow/tfjs-core';
import { type Backup, makeBackup } from './backup.js';
import { checkDevice } from './check-device.js';
import { cleanPadding } from './clean-padding.js';
import { type ContextWatch, watchContext } from './context-loss.js';
import { takeMoreAxes } from './take-more-axes.js';

export interface WebglOptions {
  /** Bytes of unused textures that are kept for later; more are given back to the device. @defaultValue 256 MiB */
  readonly keepTextureBytes?: number;
  /** How old the copy may be that weights go back to when the device goes away. @defaultValue 5000 */
  readonly backupIntervalMs?: number;
}

/**
 * Runs models on the graphics card, through WebGL 2 and tfjs-backend-webgl. For browsers.
 *
 * Browsers take the card away at times. Whatever runs then ends with a StateError, and weights, slots of optimizers and
 * all other state go back to the last copy on the host, all of one step: a model can be saved, or go on with `wasm()`.
 *
 * @example
 * ```ts
 * webgl().name; // 'eager on webgl'
 * ```
 * @throws StateError from `ready` when the device has no WebGL 2 or cannot compute with 32-bit floats.
 */
export function webgl({
  keepTextureBytes = 256 * 2 ** 20,
  backupIntervalMs = 5000,
}: WebglOptions = {}): Runtime {
  const eager = eagerRuntime('webgl', async () => {
    // Registers itself under the name `webgl`.
    await import('@tensorflow/tfjs-backend-webgl');
    takeMoreAxes();
    cleanPadding();
    checkDevice();
    env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', keepTextureBytes);
  });
  let device: Device | undefined;
  const ready = async (): Promise<Device> => {
    await eager.ready();
    const watch = watchContext(backend() as MathBackendWebGL);
    if (device?.watch === watch) return device;
    const backup = makeBackup(watch.backend, backupIntervalMs);
    watch.onLoss(() => {
      backup.restore();
    });
    return (device = { watch, backup });
  };
  return {
    ...eager,
    async ready() {
      await ready();
    },
    async prepare(step, signature) {
      const { watch, backup } = device ?? (await ready());
      const program = await eager.prepare(noting(step, backup), signature);
      return 'refused' in program ? program : guarded(program, watch, backup);
    },
  };
}

interface Device {
  readonly watch: ContextWatch;
  readonly backup: Backup;
}

/** The same step, whose variables are backed up from its first run on. */
function noting(step: Step, backup: Backup): Step {
  return {
    name: step.name,
    run(inputs) {
      const outputs = step.run(inputs);
      backup.add(currentScope()?.variables ?? []);
      return outputs;
    },
  };
}

/** A program that fails instead of computing garbage once the device has gone away. */
function guarded(program: Program, watch: ContextWatch, backup: Backup): Program {
  return {
    ...program,
    async run(inputs) {
      watch.check();
      backup.keepAssigned();
      const outputs = await runWatched(program, inputs, watch);
      backup.copyIfDue();
      return {
        ...outputs,
        async read() {
          const arrays = await outputs.read();
          await backup.settled();
          watch.check();
          return arrays;
        },
      };
    },
  };
}

async function runWatched(
  program: Program,
  inputs: readonly NdArray[],
  watch: ContextWatch,
): Promise<Outputs> {
  let outputs: Outputs | undefined;
  try {
    outputs = await program.run(inputs);
    watch.check();
    return outputs;
  } catch (error) {
    outputs?.dispose();
    // Without a context tfjs fails in ways of its own.
    watch.check();
    throw error;
  }
}
