import type { Operation } from '@myelin/compiler';
import { TraceError } from '@myelin/core';
import {
  type ConvolutionAttrs,
  convolutionInfo,
  convolutionWords,
} from '../../native/convolution-geometry.js';
import { writeRange } from '../loops/work-range.js';
import { type Lower, type Lowering, alone, callKernel, operandOf, resultOf, together } from './lowering.js';
import { lowestOf } from './products.js';

/** A convolution of images, with a bias and a relu where there are any. */
export const convolution: Lower = (operation, lowering) => {
  const [x, filter] = [operandOf(operation, 'x'), operandOf(operation, 'filter')];
  const { table, images } = geometry(
    operation,
    lowering,
    lowering.valueOf(x).shape,
    lowering.valueOf(filter).shape,
  );
  const scratch = lowering.scratch(lowering.kernels.convolutionScratch(table));
  const bias = operation.inputs['bias'];
  const low = lowestOf(operation.attrs);
  return [
    together((code) => {
      const { first, last } = writeRange(code, images);
      callKernel(code, lowering, 'convolution', [
        table,
        lowering.address(x),
        lowering.address(filter),
        bias === undefined ? 0 : lowering.address(bias),
        lowering.address(resultOf(operation).id),
        { float: low },
        scratch,
        { local: first },
        { local: last },
      ]);
    }),
  ];
};

export const inputGradient: Lower = (operation, lowering) => {
  const [dy, filter] = [operandOf(operation, 'dy'), operandOf(operation, 'filter')];
  const inShape = operation.attrs['inputShape'] as readonly number[];
  const { table, images } = geometry(operation, lowering, inShape, lowering.valueOf(filter).shape);
  const scratch = lowering.scratch(lowering.kernels.inputGradientScratch(table));
  return [
    together((code) => {
      const { first, last } = writeRange(code, images);
      callKernel(code, lowering, 'inputGradient', [
        table,
        lowering.address(dy),
        lowering.address(filter),
        lowering.address(resultOf(operation).id),
        scratch,
        { local: first },
        { local: last },
      ]);
    }),
  ];
};

/** Threads sum parts of the images; the sums are added afterwards. */
export const filterGradient: Lower = (operation, lowering) => {
  const [x, dy] = [operandOf(operation, 'x'), operandOf(operation, 'dy')];
  const filterShape = operation.attrs['filterShape'] as readonly number[];
  const { table } = geometry(operation, lowering, lowering.valueOf(x).shape, filterShape);
  const { kernels } = lowering;
  const parts = kernels.filterGradientParts(table);
  const sums = lowering.shared(kernels.filterGradientSums(table));
  const scratch = lowering.scratch(kernels.filterGradientScratch(table));
  return [
    together((code) => {
      const { first, last } = writeRange(code, parts);
      callKernel(code, lowering, 'filterGradient', [
        table,
        lowering.address(x),
        lowering.address(dy),
        sums,
        scratch,
        { local: first },
        { local: last },
      ]);
    }),
    alone((code) => {
      callKernel(code, lowering, 'filterGradientSum', [
        table,
        sums,
        lowering.address(resultOf(operation).id),
      ]);
    }),
  ];
};

export function geometry(
  operation: Pick<Operation, 'op' | 'attrs'>,
  lowering: Lowering,
  inShape: readonly number[],
  filterShape: readonly number[],
): { table: number; images: number; outShape: readonly number[] } {
  if (operation.attrs['dataFormat'] === 'NCHW') {
    throw new TraceError({ who: 'wasm', expected: 'images whose channels come last', got: operation.op });
  }
  const info = convolutionInfo(inShape, filterShape, operation.attrs as unknown as ConvolutionAttrs);
  if (info.dilationHeight * info.dilationWidth > 1) {
    throw new TraceError({ who: 'wasm', expected: 'convolutions without dilation', got: operation.op });
  }
  return { table: lowering.table(convolutionWords(info)), images: info.batchSize, outShape: info.outShape };
}
