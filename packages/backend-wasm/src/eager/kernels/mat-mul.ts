import { DTypeError, ShapeError, formatShape } from '@myelin/core';
import {
  BatchMatMul,
  type BatchMatMulAttrs,
  type TensorInfo,
  _FusedMatMul,
  broadcast_util,
  util,
} from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';
import { type Epilogue, withEpilogue } from './fused-epilogue.js';

interface Operands {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
}

export const batchMatMul: EagerKernel = eagerKernel<Operands, BatchMatMulAttrs>(
  BatchMatMul,
  (operands, attrs, context) => multiply(operands, attrs, { activation: 'linear' }, context),
);

export const fusedMatMul: EagerKernel = eagerKernel<Operands & Epilogue, BatchMatMulAttrs & Epilogue>(
  _FusedMatMul,
  ({ a, b, ...tensors }, attrs, context) => multiply({ a, b }, attrs, { ...tensors, ...attrs }, context),
);

function multiply(
  { a, b }: Operands,
  { transposeA, transposeB }: BatchMatMulAttrs,
  epilogue: Epilogue,
  context: EagerContext,
): TensorInfo {
  if (a.shape.length < 2 || b.shape.length < 2) throw notMatrices(a, b);
  const [storedRowsA = 0, storedColumnsA = 0] = a.shape.slice(-2);
  const [storedRowsB = 0, storedColumnsB = 0] = b.shape.slice(-2);
  const [rows, depth] = transposeA ? [storedColumnsA, storedRowsA] : [storedRowsA, storedColumnsA];
  const [columns, depthB] = transposeB ? [storedRowsB, storedColumnsB] : [storedColumnsB, storedRowsB];
  if (depth !== depthB) throw innerDimensions(a, b);
  const { native } = context;
  const gemm = isInt(a, b) ? native.gemmInt : native.gemm;

  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const count = util.sizeFromShape(batch);
  const shape = [...batch, rows, columns];
  // One matrix for the whole batch on the right: the batch is one tall matrix on the left.
  const tall = !transposeA && util.sizeFromShape(batchB) === 1 && util.sizeFromShape(batchA) === count;

  return withEpilogue(epilogue, columns, context, (bias, low) => {
    const y = context.output(shape, a.dtype);
    if (rows * columns * count === 0) return y;
    const [atA, atB, atY] = [context.address(a), context.address(b), context.address(y)];
    const one = (height: number, fromA: number, fromB: number, index: number): void => {
      const left = atA + 4 * storedRowsA * storedColumnsA * fromA;
      const right = atB + 4 * storedRowsB * storedColumnsB * fromB;
      const to = atY + 4 * rows * columns * index;
      gemm(transposeA, transposeB, height, columns, depth, left, storedColumnsA, right, storedColumnsB, to, columns, bias, low); // prettier-ignore
    };
    if (tall) one(rows * count, 0, 0, 0);
    else {
      for (let i = 0; i < count; i++)
        one(rows, matrixIndex(i, batch, batchA), matrixIndex(i, batch, batchB), i);
    }
    return y;
  });
}

function isInt(a: TensorInfo, b: TensorInfo): boolean {
  if (a.dtype === 'float32' && b.dtype === 'float32') return false;
  if (a.dtype === 'int32' && b.dtype === 'int32') return true;
  throw new DTypeError({
    who: 'matMul',
    expected: 'two float32 or two int32 tensors',
    got: `${a.dtype} and ${b.dtype}`,
    hint: 'Cast them first.',
  });
}

function notMatrices(a: TensorInfo, b: TensorInfo): ShapeError {
  return new ShapeError({
    who: 'matMul',
    expected: 'matrices, or batches of them',
    got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    hint: 'Reshape a vector to [1, n] or [n, 1].',
  });
}

function innerDimensions(a: TensorInfo, b: TensorInfo): ShapeError {
  return new ShapeError({
    who: 'matMul',
    expected: 'matrices whose inner dimensions are equal',
    got: `${formatShape(a.shape)} and ${formatShape(b.shape)}`,
  });
}

/** Which matrix of an operand the `index`-th result needs; axes of size 1 are repeated. */
function matrixIndex(index: number, batch: readonly number[], operand: readonly number[]): number {
  let rest = index;
  let result = 0;
  let stride = 1;
  for (let axis = 1; axis <= operand.length; axis++) {
    const size = operand.at(-axis) ?? 1;
    const repeats = batch.at(-axis) ?? 1;
    if (size !== 1) result += (rest % repeats) * stride;
    rest = Math.floor(rest / repeats);
    stride *= size;
  }
  return result;
}
