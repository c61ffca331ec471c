import { einsum, tensor } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { DataFormat } from '../../internal/one-of.js';
import type { Pair } from '../../internal/positive-sizes.js';

/** How pixels are made from those around them: Keras' names. */
export type Interpolation = 'bilinear' | 'bicubic' | 'lanczos3' | 'lanczos5';

/** The weight of a pixel by its distance. */
type Kernel = (distance: number) => number;

const kernels: Readonly<Record<Interpolation, Kernel>> = {
  bilinear: (distance) => Math.max(0, 1 - distance),
  bicubic,
  lanczos3: (distance) => lanczos(distance, 3),
  lanczos5: (distance) => lanczos(distance, 5),
};

/** Images several times as high and as wide: `y = Rᵀ · x · C` for each channel. */
export function interpolate(
  x: Tensor,
  times: Pair,
  interpolation: Interpolation,
  format: DataFormat,
): Tensor {
  const [height = 0, width = 0] = format === 'channels_last' ? x.shape.slice(1) : x.shape.slice(2);
  return einsum(
    format === 'channels_last' ? 'bhwc,hy,wx->byxc' : 'bchw,hy,wx->bcyx',
    x,
    weights(height, times[0], interpolation),
    weights(width, times[1], interpolation),
  );
}

/**
 * How much each of `size` pixels counts for each of `size · times`: centres of pixels stay in their place; what would lie
 * outside does not count, and the rest adds up to 1.
 */
function weights(size: number, times: number, interpolation: Interpolation): Tensor {
  const columns = Array.from({ length: size * times }, (_, column) => {
    const position = placeOf((column + 0.5) / times - 0.5, interpolation);
    const around = Array.from({ length: size }, (_, row) => kernels[interpolation](Math.abs(row - position)));
    const total = around.reduce((sum, weight) => sum + weight, 0);
    return around.map((weight) => weight / total);
  });
  return tensor(Array.from({ length: size }, (_, row) => columns.map((column) => column[row] ?? 0)));
}

/** TensorFlow looks weights of `bicubic` up in a table with 1,024 places between two pixels. */
function placeOf(position: number, interpolation: Interpolation): number {
  return interpolation === 'bicubic' ? Math.round(position * 1024) / 1024 : position;
}

/** The cubic convolution of Keys, 1981, with `a = -1/2`. */
function bicubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

function lanczos(x: number, radius: number): number {
  if (x === 0) return 1;
  const angle = Math.PI * x;
  return x < radius ? (radius * Math.sin(angle) * Math.sin(angle / radius)) / (angle * angle) : 0;
}
