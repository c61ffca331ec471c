import { shapeSize, stridesOf } from '@myelin/core';
import { einsum, reshape, transpose } from '@myelin/ops';
import { parseEinsum } from '../einsum-shapes.js';
import type { Layout } from './layout.js';
import type { Product } from './product.js';

/** `einsum(equation, x, weight)` for inputs of this rank. */
export function einsumProduct(equation: string, rank: number, who: string): Product {
  const { input, output, back } = axesOf(equation, rank, who);
  const places = (letters: readonly string[]): number[] => letters.map((letter) => input.indexOf(letter));
  const summed = places(input.filter((letter) => !output.includes(letter)));
  const kept = places(output.filter((letter) => input.includes(letter)));
  return {
    multiply: (x, weight) => einsum(equation, x, weight),
    back: (upstream, weight) => einsum(back, upstream, weight),
    summed,
    toOutput: (scale) =>
      reshape(transpose(scale, { axes: [...kept, ...summed] }), {
        newshape: output.map((letter) => scale.shape[input.indexOf(letter)] ?? 1),
      }),
  };
}

/**
 * The layout of the weight of this shape, for inputs of this rank: for int8 there is a scale for all that the output tells apart, as it lies there.
 * For int4 Keras takes the weight as a matrix in the order in which it lies, wherever its axes are.
 *
 * @see Keras `keras.src.layers.core.einsum_dense._analyze_quantization_info`
 */
export function einsumLayout(
  equation: string,
  { rank, shape }: { readonly rank: number; readonly shape: readonly number[] },
  who: string,
): Layout {
  const { kernel, output } = axesOf(equation, rank, who);
  const sizeOf = (letter: string): number => shape[kernel.indexOf(letter)] ?? 1;
  const summed = kernel.flatMap((letter, axis) => (output.includes(letter) ? [] : [axis]));
  const rows = shapeSize(summed.map((axis) => shape[axis] ?? 1));
  const kept = output.filter((letter) => kernel.includes(letter));
  const keptSizes = kept.map(sizeOf);
  const [strides, keptStrides] = [stridesOf(shape), stridesOf(keptSizes)];
  return {
    shape,
    matrix: [rows, shapeSize(shape) / rows],
    along: 0,
    packed: -1,
    summed,
    channels: {
      shape: output.map(sizeOf),
      of: (place) =>
        kernel.reduce((sum, letter, axis) => {
          const index = Math.floor(place / (strides[axis] ?? 1)) % (shape[axis] ?? 1);
          return sum + index * (keptStrides[kept.indexOf(letter)] ?? 0);
        }, 0),
      spread(scale) {
        const axes = kernel.filter((letter) => kept.includes(letter)).map((letter) => kept.indexOf(letter));
        const turned = transpose(reshape(scale, { newshape: keptSizes }), { axes });
        return reshape(turned, {
          newshape: kernel.map((letter) => (kept.includes(letter) ? sizeOf(letter) : 1)),
        });
      },
    },
    zeroDType: 'int8',
  };
}

/** The axes of an equation, those of `...` among them, and the equation of the gradient by the input. */
function axesOf(
  equation: string,
  rank: number,
  who: string,
): { readonly [K in 'input' | 'kernel' | 'output']: readonly string[] } & { readonly back: string } {
  const { input, kernel, output, left, right } = parseEinsum(equation, who);
  const elided = Array.from({ length: rank - input.length }, (_, i) => String(i));
  const all = (letters: string): string[] => [
    ...(left ? elided : []),
    ...Array.from(letters),
    ...(right ? elided : []),
  ];
  const [before, after] = [left ? '...' : '', right ? '...' : ''];
  return {
    input: all(input),
    kernel: Array.from(kernel),
    output: all(output),
    back: `${before}${output}${after},${kernel}->${before}${input}${after}`,
  };
}
