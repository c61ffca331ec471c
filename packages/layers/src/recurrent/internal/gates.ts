import { concatenate, matmul, multiply, slice } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What inputs or states are multiplied by before their products: nothing, one tensor, or one for each gate. */
export type Noise = Tensor | readonly Tensor[] | null;

/** How what several gates see is multiplied by their kernels. */
interface GateOptions {
  /** @defaultValue matmul */
  readonly product?: (x: Tensor, kernel: Tensor) => Tensor;
  /** The axis along which the products of the gates lie. @defaultValue -1 */
  readonly axis?: number;
}

/** `(x · noise) · kernel`, where the kernel holds those of several gates side by side, in its last axis. */
export function gateProduct(
  x: Tensor,
  kernel: Tensor,
  noise: Noise,
  { product = matmul, axis = -1 }: GateOptions = {},
): Tensor {
  if (noise === null) return product(x, kernel);
  if (!Array.isArray(noise)) return product(multiply(x, noise as Tensor), kernel);
  const parts = (noise as readonly Tensor[]).map((gate, i) =>
    product(multiply(x, gate), columns(kernel, i, i + 1, noise.length)),
  );
  return concatenate(parts, { axis });
}

/** The columns of the gates `from` to `to`, of `gates` side by side. */
export function columns(kernel: Tensor, from: number, to: number, gates: number): Tensor {
  if (from === 0 && to === gates) return kernel;
  const rest = kernel.shape.slice(0, -1);
  const units = (kernel.shape.at(-1) ?? 0) / gates;
  return slice(kernel, {
    startIndices: [...rest.map(() => 0), from * units],
    shape: [...rest, (to - from) * units],
  });
}
