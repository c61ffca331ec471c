import { shapeSize } from '@myelin/core';
import type { NativeKernels } from '../../native/native-kernels.js';
import type { FunctionBuilder } from '../assembler/function-builder.js';
import { thread, threads } from '../loops/work-range.js';
import { type Lowering, callKernel } from './lowering.js';

/** Images for which a kernel is called at once, at most in so many calls. */
const mostParts = 8;

/**
 * Calls a kernel that knows no ranges for parts of the images; each thread takes some of the parts.
 *
 * @param words - geometry whose first word is the number of images.
 */
export function rangesOfImages(
  code: FunctionBuilder,
  lowering: Lowering,
  kernel: keyof NativeKernels,
  words: readonly number[],
  arrays: readonly { readonly address: number; readonly shape: readonly number[] }[],
): void {
  const images = words[0] ?? 0;
  const parts = Math.min(images, mostParts);
  for (let part = 0; part < parts; part++) {
    const first = Math.floor((images * part) / parts);
    const last = Math.floor((images * (part + 1)) / parts);
    const table = lowering.table([last - first, ...words.slice(1)]);
    code.get(threads).i32(part).op('i32.mul').i32(parts).op('i32.div_u').get(thread).op('i32.eq');
    code.if(() => {
      callKernel(code, lowering, kernel, [
        table,
        ...arrays.map(({ address, shape }) => address + 4 * first * shapeSize(shape.slice(1))),
      ]);
    });
  }
}
