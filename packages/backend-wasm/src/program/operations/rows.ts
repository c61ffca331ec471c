import { TraceError, shapeSize } from '@myelin/core';
import type { NativeKernels } from '../../native/native-kernels.js';
import { writeRange } from '../loops/work-range.js';
import { type Lower, alone, callKernel, operandOf, resultOf, together } from './lowering.js';

/** Something of each row of the last axis, in as many columns. */
const overRows =
  (kernel: keyof NativeKernels, operand: string): Lower =>
  (operation, lowering) => {
    const { shape, id } = lowering.valueOf(operandOf(operation, operand));
    const count = shape.at(-1) ?? 1;
    return [
      together((code) => {
        const { first, last } = writeRange(code, shapeSize(shape.slice(0, -1)));
        callKernel(code, lowering, kernel, [
          lowering.address(id),
          { local: first },
          { local: last },
          count,
          lowering.address(resultOf(operation).id),
        ]);
      }),
    ];
  };

export const softmax: Lower = overRows('softmax', 'logits');
export const logSoftmax: Lower = overRows('logSoftmax', 'logits');

const places =
  (kernel: 'argMax' | 'argMin'): Lower =>
  (operation, lowering) => {
    const { shape, id, dtype } = lowering.valueOf(operandOf(operation, 'x'));
    if (dtype !== 'float32') {
      throw new TraceError({ who: 'wasm', expected: `${operation.op} of float32`, got: dtype });
    }
    const given = operation.attrs['axis'] as number | readonly number[] | undefined;
    const [axis = 0] = typeof given === 'number' ? [given] : (given ?? []);
    const along = axis < 0 ? axis + shape.length : axis;
    const inner = shapeSize(shape.slice(along + 1));
    const count = shape[along] ?? 1;
    return [
      together((code) => {
        const { first, last } = writeRange(code, shapeSize(shape.slice(0, along)));
        const [from, to, outer] = [code.local('i32'), code.local('i32'), code.local('i32')];
        const place = (address: number, step: number): void => {
          code
            .get(first)
            .i32(4 * step)
            .op('i32.mul')
            .i32(address)
            .op('i32.add');
        };
        place(lowering.address(id), count * inner);
        code.set(from);
        place(lowering.address(resultOf(operation).id), inner);
        code.set(to).get(last).get(first).op('i32.sub').set(outer);
        callKernel(code, lowering, kernel, [{ local: from }, { local: outer }, count, inner, { local: to }]);
      }),
    ];
  };

export const argMax: Lower = places('argMax');
export const argMin: Lower = places('argMin');

/** Uniform numbers, in blocks of four that depend on nothing but their place. */
export const philoxUniform: Lower = (operation, lowering) => {
  const result = resultOf(operation);
  const count = shapeSize(result.shape);
  return [
    together((code) => {
      const { first, last } = writeRange(code, Math.ceil(count / 16));
      const block = (units: typeof first): void => {
        code.get(units).i32(4).op('i32.mul').set(units);
      };
      block(first);
      block(last);
      code.get(last).setAtMost(last, Math.ceil(count / 4));
      callKernel(code, lowering, 'uniform', [
        lowering.address(operandOf(operation, 'seed')),
        { local: first },
        { local: last },
        count,
        lowering.address(result.id),
      ]);
    }),
  ];
};

/** Sums of the rows that share a segment: what an embedding learns from. */
export const segmentSum: Lower = (operation, lowering) => {
  const x = lowering.valueOf(operandOf(operation, 'x'));
  const ids = lowering.valueOf(operandOf(operation, 'segmentIds'));
  const result = resultOf(operation);
  return [
    alone((code) => {
      callKernel(code, lowering, x.dtype === 'int32' ? 'segmentSumInt' : 'segmentSum', [
        lowering.address(x.id),
        lowering.address(ids.id),
        shapeSize(ids.shape),
        shapeSize(x.shape.slice(ids.shape.length)),
        result.shape[0] ?? 0,
        lowering.address(result.id),
      ]);
    }),
  ];
};

/** The largest of each row, and their places. */
export const topK: Lower = (operation, lowering) => {
  const { shape, id, dtype } = lowering.valueOf(operandOf(operation, 'x'));
  const k = Number(operation.attrs['k']);
  const count = shape.at(-1) ?? 1;
  const scratch = lowering.scratch(lowering.kernels.topKScratch(count, k));
  const [values, places] = operation.outputs.map((output) => lowering.address(output.id));
  return [
    together((code) => {
      const { first, last } = writeRange(code, shapeSize(shape.slice(0, -1)));
      callKernel(code, lowering, dtype === 'int32' ? 'topKInt' : 'topK', [
        lowering.address(id),
        { local: first },
        { local: last },
        count,
        k,
        values ?? 0,
        places ?? 0,
        scratch,
      ]);
    }),
  ];
};

/** Rows that are nothing but a one at an index. */
export const oneHot: Lower = (operation, lowering) => {
  const indices = lowering.valueOf(operandOf(operation, 'indices'));
  const { depth, onValue = 1, offValue = 0 } = operation.attrs;
  const result = resultOf(operation);
  const bits = (value: unknown): number =>
    result.dtype === 'float32' ? floatBits(Number(value)) : Number(value);
  return [
    together((code) => {
      const { first, last } = writeRange(code, shapeSize(indices.shape));
      callKernel(code, lowering, 'oneHot', [
        lowering.address(indices.id),
        { local: first },
        { local: last },
        Number(depth),
        bits(onValue),
        bits(offValue),
        lowering.address(result.id),
      ]);
    }),
  ];
};

function floatBits(value: number): number {
  return new Int32Array(new Float32Array([value]).buffer)[0] ?? 0;
}
