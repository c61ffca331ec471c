import { backend_util, upcastType, util, type EinsumAttrs, type Tensor } from '@tensorflow/tfjs-core';
import {
  axisSize,
  rulesFor,
  inOrder,
  type Binary,
  type KernelInputs,
  type KernelRules,
  type StaticSpec,
} from './kernel-rule.js';

/**
 * Which factors are transposed.
 *
 * @internal
 */
export interface Transposed {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/**
 * The rule of products of matrices.
 *
 * @internal
 */
export function matMul({ a, b }: Binary, { transposeA, transposeB }: Transposed): StaticSpec {
  const batch = backend_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const inner = [axisSize(a, transposeA ? -2 : -1), axisSize(b, transposeB ? -1 : -2)] as const;
  util.assert(
    inner[0] === inner[1],
    () =>
      `Error in matMul: inner shapes (${inner[0]}) and (${inner[1]}) of Tensors with shapes ${a.shape} and ${b.shape} and transposeA=${transposeA} and transposeB=${transposeB} must match.`,
  );
  const rows = axisSize(a, transposeA ? -1 : -2);
  const columns = axisSize(b, transposeB ? -2 : -1);
  return { shape: [...batch, rows, columns], dtype: upcastType(a.dtype, b.dtype) };
}

function einsum(inputs: KernelInputs, { equation }: EinsumAttrs): StaticSpec {
  const operands = inOrder(inputs);
  const { allDims, summedDims, idDims } = backend_util.decodeEinsumEquation(equation, operands.length);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, operands as Tensor[]);
  const sizes = new Map<number, number>();
  operands.forEach((operand, i) => {
    idDims[i]?.forEach((dim, axis) => sizes.set(dim, axisSize(operand, axis)));
  });
  const rank = allDims.length - summedDims.length;
  return {
    shape: Array.from({ length: rank }, (_, dim) => sizes.get(dim) ?? 1),
    dtype: operands.map(({ dtype }) => dtype).reduce(upcastType),
  };
}

/**
 * Products of matrices and tensors.
 *
 * @internal
 */
export const matrixRules: KernelRules = {
  ...rulesFor(['BatchMatMul', '_FusedMatMul'], matMul),
  Einsum: einsum,
};
