import {
  type KernelConfig,
  type Tensor,
  type TensorInfo,
  engine,
  getKernel,
  registerKernel,
} from '@tensorflow/tfjs-core';
import { uniformArray } from '@myelin/core';

/** Kernel of the uniform numbers that Philox draws from a seed and an offset. */
export const philoxUniformKernel = 'PhiloxUniform';

/**
 * Uniform numbers in [0, 1) from a state `[seed, offset]`: equal states give equal numbers on every backend.
 *
 * `state` int32 `[2]` → float32 of the given shape.
 *
 * @example
 * ```ts
 * randomUniform(tensor([7, 0], 'int32'), [2]); // [0.9546, 0.7502]
 * ```
 */
export function randomUniform(state: Tensor, shape: readonly number[]): Tensor {
  ensureKernel(engine().backendName);
  return engine().runKernel(philoxUniformKernel, { seed: state }, { shape: [...shape] });
}

/** Draws on the host: the state is two numbers that never left it. */
function ensureKernel(backendName: string): void {
  const existing = getKernel(philoxUniformKernel, backendName) as KernelConfig | undefined;
  if (existing !== undefined) return;
  registerKernel({
    kernelName: philoxUniformKernel,
    backendName,
    kernelFunc({ inputs, backend, attrs }): TensorInfo {
      const { seed: state } = inputs as { seed: TensorInfo };
      const { shape } = attrs as unknown as { shape: number[] };
      const host = backend as {
        readSync(id: object): Int32Array;
        write(v: Float32Array, s: number[], d: string): object;
      };
      const [seed = 0, offset = 0] = host.readSync(state.dataId);
      const size = shape.reduce((product, axis) => product * axis, 1);
      return {
        dataId: host.write(uniformArray({ seed, offset }, size), shape, 'float32'),
        shape,
        dtype: 'float32',
      };
    },
  });
}
