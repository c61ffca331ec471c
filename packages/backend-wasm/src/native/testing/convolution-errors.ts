import type { Address, GeometryAddress, NativeKernels } from '../native-kernels.js';
import {
  type Convolution,
  type Sums,
  type Triple,
  convolve,
  filterGradient,
  inputGradient,
  sizes,
} from './convolve.js';
import type { KernelMemory } from './kernel-memory.js';

/** The three products of a convolution. */
export type Product = 'y' | 'dx' | 'dFilter';

/** The kernels of one kind of convolution, and the scratch memory that suffices for each. */
export interface ConvolutionKernels extends Pick<
  NativeKernels,
  | 'convolution'
  | 'inputGradient'
  | 'filterGradient'
  | 'filterGradientParts'
  | 'filterGradientSums'
  | 'filterGradientSum'
> {
  readonly scratch: (geometry: GeometryAddress) => number;
}

export interface Setting {
  readonly batch: number;
  readonly image: Triple;
  readonly filter: Triple;
  readonly channels: number;
  readonly filters: number;
  readonly strides?: Triple;
  readonly dilations?: Triple;
  readonly groups?: number;
  /** Cells before the image, and after it. */
  readonly pad?: readonly [Triple, Triple];
}

const ones: Triple = [1, 1, 1];
const zeros: Triple = [0, 0, 0];

export function plainConvolution(setting: Setting): Convolution {
  const { strides = ones, dilations = ones, groups = 1, pad = [zeros, zeros] } = setting;
  const out = setting.image.map((size, axis) => {
    const at = (values: Triple): number => values[axis] ?? 0;
    const covered = (at(setting.filter) - 1) * at(dilations) + 1;
    return Math.floor((size + at(pad[0]) + at(pad[1]) - covered) / at(strides)) + 1;
  }) as unknown as Triple;
  return { ...setting, strides, dilations, groups, pad: pad[0], out };
}

/**
 * The largest errors of the three products, as a part of the largest sum of absolute products in float64. Infinity where
 * two threads have other bits than one, or anything else is written than the result.
 */
export function convolutionErrors(
  memory: KernelMemory,
  c: Convolution,
  words: readonly number[],
  kernels: ConvolutionKernels,
): Record<Product, number> {
  memory.reset();
  const size = sizes(c);
  const geometry = memory.words(words);
  const operands = {
    x: memory.noise(size.x, 1),
    filter: memory.noise(size.filter, 2),
    dy: memory.noise(size.y, 3),
    bias: memory.noise(c.filters, 4),
  };
  const runs = [1, 2].map((threads) => run(memory, c, geometry, operands, kernels, threads));
  const values = (address: Address, count: number): Float64Array =>
    Float64Array.from(memory.view(address, count));
  const [x, filter, dy] = [
    values(operands.x, size.x),
    values(operands.filter, size.filter),
    values(operands.dy, size.y),
  ];
  const shift = values(operands.bias, c.filters);
  const forward = convolve(c, x, filter);
  forward.values.forEach((value, i) => {
    forward.values[i] = Math.max(0, value + (shift[i % c.filters] ?? NaN));
  });
  const expected = { y: forward, dx: inputGradient(c, dy, filter), dFilter: filterGradient(c, x, dy) };
  const error = (product: Product): number => {
    const [one, two] = runs.map((addresses) => addresses[product]) as [Address, Address];
    return largestError(memory, one, two, expected[product]);
  };
  return { y: error('y'), dx: error('dx'), dFilter: error('dFilter') };
}

/** Computes all products as so many threads would, and says where they are. */
function run(
  memory: KernelMemory,
  c: Convolution,
  geometry: GeometryAddress,
  { x, filter, dy, bias }: Record<'x' | 'filter' | 'dy' | 'bias', Address>,
  kernels: ConvolutionKernels,
  threads: number,
): Record<Product, Address> {
  const size = sizes(c);
  const [y, dx, dFilter] = [memory.noise(size.y, 6), memory.noise(size.x, 7), memory.noise(size.filter, 8)];
  const share = (units: number, work: (scratch: Address, first: number, last: number) => void): void => {
    for (let thread = 0; thread < threads; thread++) {
      const floats = Math.ceil(kernels.scratch(geometry) / 4);
      const scratch = memory.noise(floats, 5);
      work(scratch, Math.floor((units * thread) / threads), Math.floor((units * (thread + 1)) / threads));
      if (!memory.isIntact(scratch, floats))
        throw new Error('A kernel used more scratch memory than it said.');
    }
  };
  share(c.batch, (...part) => {
    kernels.convolution(geometry, x, filter, bias, y, 0, ...part);
  });
  share(c.batch, (...part) => {
    kernels.inputGradient(geometry, dy, filter, dx, ...part);
  });
  const sums = memory.noise(kernels.filterGradientSums(geometry) / 4, 9);
  share(kernels.filterGradientParts(geometry), (...part) => {
    kernels.filterGradient(geometry, x, dy, sums, ...part);
  });
  kernels.filterGradientSum(geometry, sums, dFilter);
  return { y, dx, dFilter };
}

function largestError(memory: KernelMemory, one: Address, two: Address, { values, scale }: Sums): number {
  const [actual, again] = [memory.view(one, values.length), memory.view(two, values.length)];
  const isSame = actual.every((value, i) => Object.is(value, again[i]));
  if (!isSame || !memory.isIntact(one, values.length)) return Infinity;
  const largest = scale.reduce((most, value) => Math.max(most, value), 0) || 1;
  const errors = values.map((value, i) => Math.abs((actual[i] ?? NaN) - value) / largest);
  return errors.reduce((most, value) => (value <= most ? most : Number.isNaN(value) ? Infinity : value), 0);
}
