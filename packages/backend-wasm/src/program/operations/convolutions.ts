import { writeRange } from '../loops/work-range.js';
import { type OfGeometry, convolutionOf } from './convolution-kinds.js';
import {
  type Argument,
  type Lower,
  type Lowering,
  alone,
  callKernel,
  operandOf,
  resultOf,
  together,
} from './lowering.js';
import { lowestOf } from './products.js';

/** A convolution, with a bias and a relu where there are any; threads share the images. */
export const convolution: Lower = (operation, lowering) => {
  const [x, filter] = [operandOf(operation, 'x'), operandOf(operation, 'filter')];
  const shapes = [lowering.valueOf(x).shape, lowering.valueOf(filter).shape] as const;
  const { kernels, words, images } = convolutionOf(operation, ...shapes);
  const table = lowering.table(words);
  const scratch = scratchOf(kernels.scratch?.forward, table, lowering);
  const { bias } = operation.inputs;
  const low = lowestOf(operation.attrs);
  return [
    together((code) => {
      const { first, last } = writeRange(code, images);
      callKernel(code, lowering, kernels.forward, [
        table,
        lowering.address(x),
        lowering.address(filter),
        bias === undefined ? 0 : lowering.address(bias),
        lowering.address(resultOf(operation).id),
        { float: low },
        ...scratch,
        { local: first },
        { local: last },
      ]);
    }),
  ];
};

export const inputGradient: Lower = (operation, lowering) => {
  const [dy, filter] = [operandOf(operation, 'dy'), operandOf(operation, 'filter')];
  const inShape = operation.attrs['inputShape'] as readonly number[];
  const { kernels, words, images } = convolutionOf(operation, inShape, lowering.valueOf(filter).shape);
  const table = lowering.table(words);
  const scratch = scratchOf(kernels.scratch?.byInput, table, lowering);
  return [
    together((code) => {
      const { first, last } = writeRange(code, images);
      callKernel(code, lowering, kernels.byInput, [
        table,
        lowering.address(dy),
        lowering.address(filter),
        lowering.address(resultOf(operation).id),
        ...scratch,
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
  const { kernels, words } = convolutionOf(operation, lowering.valueOf(x).shape, filterShape);
  const table = lowering.table(words);
  const parts = lowering.kernels[kernels.parts](table);
  const sums = lowering.shared(lowering.kernels[kernels.sums](table));
  const scratch = scratchOf(kernels.scratch?.byFilter, table, lowering);
  return [
    together((code) => {
      const { first, last } = writeRange(code, parts);
      callKernel(code, lowering, kernels.byFilter, [
        table,
        lowering.address(x),
        lowering.address(dy),
        sums,
        ...scratch,
        { local: first },
        { local: last },
      ]);
    }),
    alone((code) => {
      callKernel(code, lowering, kernels.sum, [table, sums, lowering.address(resultOf(operation).id)]);
    }),
  ];
};

/** The argument for scratch memory, of kernels that take one. */
function scratchOf(bytes: OfGeometry | undefined, table: number, lowering: Lowering): Argument[] {
  return bytes === undefined ? [] : [lowering.scratch(lowering.kernels[bytes](table))];
}
