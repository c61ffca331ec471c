import type { Operation } from '@myelin/compiler';
import { type PoolAttrs, imagePool } from '../../native/pool-geometry.js';
import { writeRange } from '../loops/work-range.js';
import { convolutionOf } from './convolution-kinds.js';
import { type Lower, type Lowering, alone, callKernel, operandOf, resultOf, together } from './lowering.js';
import { lowestOf } from './products.js';

/** The geometries of a convolution and of the pooling of its result. */
interface Geometries {
  readonly table: number;
  readonly images: number;
  readonly pool: number;
}

function geometries(operation: Operation, lowering: Lowering): Geometries {
  const [x, filter] = ['x', 'filter'].map((name) => lowering.valueOf(operandOf(operation, name)).shape);
  const attrs = operation.attrs['convolution'] as Operation['attrs'];
  const { words: fields, images, outShape } = convolutionOf({ op: 'Conv2D', attrs }, x ?? [], filter ?? []);
  const { words } = imagePool(outShape, operation.attrs['pooling'] as PoolAttrs);
  return { table: lowering.table(fields), images, pool: lowering.table(words) };
}

export const poolingConvolution: Lower = (operation, lowering) => {
  const { table, images, pool } = geometries(operation, lowering);
  const { bias } = operation.inputs;
  const scratch = lowering.scratch(lowering.kernels.poolingConvolutionScratch(table));
  return [
    together((code) => {
      const { first, last } = writeRange(code, images);
      callKernel(code, lowering, 'poolingConvolution', [
        ...[table, pool],
        lowering.address(operandOf(operation, 'x')),
        lowering.address(operandOf(operation, 'filter')),
        bias === undefined ? 0 : lowering.address(bias),
        ...operation.outputs.map(({ id }) => lowering.address(id)),
        { float: lowestOf(operation.attrs) },
        scratch,
        { local: first },
        { local: last },
      ]);
    }),
  ];
};

/** Threads sum parts of the images for the filter, and compute what goes back into the same images. */
export const poolingConvolutionGradient: Lower = (operation, lowering) => {
  const { table, pool } = geometries(operation, lowering);
  const { kernels } = lowering;
  const parts = kernels.filterGradientParts(table);
  const sums = lowering.shared(kernels.filterGradientSums(table));
  const scratch = lowering.scratch(kernels.poolingGradientsScratch(table));
  const address = (name: string): number => lowering.address(operandOf(operation, name));
  const byInput = operation.outputs[1];
  return [
    together((code) => {
      const { first, last } = writeRange(code, parts);
      callKernel(code, lowering, 'poolingGradients', [
        ...[table, pool],
        ...['x', 'filter', 'dy', 'places'].map(address),
        operation.attrs['activation'] === 'relu' ? address('y') : 0,
        byInput === undefined ? 0 : lowering.address(byInput.id),
        ...[sums, scratch],
        { local: first },
        { local: last },
      ]);
    }),
    alone((code) => {
      callKernel(code, lowering, 'filterGradientSum', [
        ...[table, sums],
        lowering.address(resultOf(operation).id),
      ]);
    }),
  ];
};
