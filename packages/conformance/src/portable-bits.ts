import { byId as activations } from '@myelin/activations/by-id';
import { type Initializer, type Runtime } from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import { activation, add, dense, input } from '@myelin/layers';
import { functional } from '@myelin/models';
import { trainBits } from './train-bits.js';
import { type Workload, workloads } from './workloads.js';

const regression = workloads['regression'] as Workload;

/** Every function that there is, because each one could be computed by the engine's `Math`. */
const everyActivation: Workload = {
  ...regression,
  build() {
    const x = input({ shape: [8] });
    // `threshold` needs options, `glu` halves its input.
    const ids = Object.keys(activations).filter((id) => !['glu', 'threshold'].includes(id));
    const branches = ids.map((id) => activation({ activation: id as 'relu' })(dense({ units: 6 })(x)));
    return functional({ inputs: x, outputs: dense({ units: 1 })(add()(branches)) });
  },
};

const everyInitializer: Workload = {
  ...regression,
  build() {
    const x = input({ shape: [8] });
    // Kernels of Fourier transforms fit nothing else.
    const makers = Object.values(initializers).filter(({ className }) => className !== 'STFT');
    const branches = makers.map((make) =>
      dense({ units: 6, kernelInitializer: (make as () => Initializer)() })(x),
    );
    return functional({ inputs: x, outputs: dense({ units: 1 })(add()(branches)) });
  },
};

const trainings: Readonly<Record<string, Workload>> = {
  ...workloads,
  'every activation': everyActivation,
  'every initializer': everyInitializer,
};

async function hashOf(bits: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bits)));
  return Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hashes of everything that trainings leave behind, compiled and op by op. */
export async function portableBits(
  runtime: Runtime,
): Promise<Record<string, { program: string; opByOp: string }>> {
  const hashes: Record<string, { program: string; opByOp: string }> = {};
  for (const [name, workload] of Object.entries(trainings)) {
    hashes[name] = {
      program: await hashOf(await trainBits(runtime, workload, true)),
      opByOp: await hashOf(await trainBits(runtime, workload, false)),
    };
  }
  return hashes;
}
