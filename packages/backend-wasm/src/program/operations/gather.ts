import { shapeSize } from '@myelin/core';
import { type Lower, callKernel, operandOf, resultOf } from './lowering.js';

/** Rows by their numbers. The step ends there, and changes nothing, if a number is out of range. */
export const gather: Lower = (operation, lowering) => {
  const x = lowering.valueOf(operandOf(operation, 'x'));
  const indices = lowering.valueOf(operandOf(operation, 'indices'));
  const batchDims = Number(operation.attrs['batchDims'] ?? 0);
  const given = Number(operation.attrs['axis'] ?? 0);
  const axis = given < 0 ? given + x.shape.length : given;
  const size = x.shape[axis] ?? 1;
  return [
    {
      kind: 'work',
      parallel: false,
      mayFail: `indices from 0 to ${size - 1}`,
      write(code) {
        callKernel(
          code,
          lowering,
          'gather',
          [
            lowering.address(x.id),
            lowering.address(indices.id),
            shapeSize(x.shape.slice(0, batchDims)),
            shapeSize(x.shape.slice(batchDims, axis)),
            size,
            shapeSize(indices.shape.slice(batchDims)),
            4 * shapeSize(x.shape.slice(axis + 1)),
            lowering.address(resultOf(operation).id),
          ],
          'kept',
        );
      },
    },
  ];
};
