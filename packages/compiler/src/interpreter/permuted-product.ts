import type { Value } from '../ir.js';
import type { Buffer } from './buffer.js';
import { type Kernel, attr, operand, resultShape } from './kernel.js';
import { layout } from './layout.js';
import { matrix } from './matrix.js';

const valueOf = (shape: readonly number[]): Value => ({ id: -1, shape, dtype: 'float32' });

function permuted(x: Buffer, perm: readonly number[]): Buffer {
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  const [y] = (layout['Transpose'] as Kernel)({ x }, { perm }, [valueOf(shape)]);
  return y as Buffer;
}

/** Products whose factors and results lie with their axes in other orders. */
export const permutedProducts: Readonly<Record<string, Kernel>> = {
  PermutedMatMul: (inputs, attrs, outputs) => {
    const [permA, permB, permResult] = ['permA', 'permB', 'permResult'].map((name) =>
      attr<readonly number[]>(attrs, name),
    ) as [readonly number[], readonly number[], readonly number[]];
    const shape = resultShape(outputs);
    const product = permResult.map((_, axis) => shape[permResult.indexOf(axis)] ?? 1);
    const factors = { a: permuted(operand(inputs, 'a'), permA), b: permuted(operand(inputs, 'b'), permB) };
    const [c] = (matrix['BatchMatMul'] as Kernel)(factors, attrs, [valueOf(product)]);
    return [permuted(c as Buffer, permResult)];
  },
};
