import { concatenate, matmul, multiply, slice } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What inputs or states are multiplied by before their products: nothing, one tensor, or one for each gate. */
export type Noise = Tensor | readonly Tensor[] | null;

/** `(x · noise) · kernel`, where the kernel holds those of several gates side by side. */
export function gateProduct(x: Tensor, kernel: Tensor, noise: Noise): Tensor {
  if (noise === null) return matmul(x, kernel);
  if (!Array.isArray(noise)) return matmul(multiply(x, noise as Tensor), kernel);
  const parts = (noise as readonly Tensor[]).map((gate, i) =>
    matmul(multiply(x, gate), columns(kernel, i, i + 1, noise.length)),
  );
  return concatenate(parts, { axis: -1 });
}

/** The columns of the gates `from` to `to`, of `gates` side by side. */
export function columns(kernel: Tensor, from: number, to: number, gates: number): Tensor {
  if (from === 0 && to === gates) return kernel;
  const [rows = 0, width = 0] = kernel.shape;
  const units = width / gates;
  return slice(kernel, { startIndices: [0, from * units], shape: [rows, (to - from) * units] });
}
