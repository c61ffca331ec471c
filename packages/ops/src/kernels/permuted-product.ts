import { type Binary, type KernelRules, type StaticSpec } from './kernel-rule.js';
import { type Transposed, matMul } from './matrix.js';

/** The orders in which axes are taken: those of the factors before, those of the product after it is computed. */
interface PermutedMatMulAttrs extends Transposed {
  readonly permA: readonly number[];
  readonly permB: readonly number[];
  readonly permResult: readonly number[];
}

const permuted = ({ shape, dtype }: StaticSpec, perm: readonly number[]): StaticSpec => ({
  shape: perm.map((axis) => shape[axis] ?? 1),
  dtype,
});

/**
 * Products of matrices whose factors and results lie with their axes in other orders, such as heads of attention side
 * by side: the transpose of the product of transposed factors.
 *
 * @internal
 */
export const permutedProductRules: KernelRules = {
  PermutedMatMul: ({ a, b }: Binary, { permA, permB, permResult, ...attrs }: PermutedMatMulAttrs) =>
    permuted(matMul({ a: permuted(a, permA), b: permuted(b, permB) }, attrs), permResult),
};
