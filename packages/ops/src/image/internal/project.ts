import { type Tensor, add, cast, div, mul, reshape, slice } from '@tensorflow/tfjs-core';
import { indices } from '../../indices.js';
import { type SampleOptions, sample } from './sample.js';

/**
 * Images `[batch, height, width, channels]` moved by projections: what lies at `(x, y)` of the result comes from
 * `((a₀·x + a₁·y + a₂) / k, (b₀·x + b₁·y + b₂) / k)` with `k = c₀·x + c₁·y + 1`.
 *
 * `transforms` are `[batch or 1, 8]`: `a₀ a₁ a₂ b₀ b₁ b₂ c₀ c₁`.
 */
export function project(images: Tensor, transforms: Tensor, options: SampleOptions): Tensor {
  const [, height = 0, width = 0] = images.shape;
  const [count = 1] = transforms.shape;
  const x = reshape(cast(indices(width), 'float32'), [1, 1, width]);
  const y = reshape(cast(indices(height), 'float32'), [1, height, 1]);
  const part = (place: number): Tensor => reshape(slice(transforms, [0, place], [count, 1]), [count, 1, 1]);
  const sum = (place: number, last: Tensor | number): Tensor =>
    add(add(mul(part(place), x), mul(part(place + 1), y)), last);
  const scale = sum(6, 1);
  return sample(images, div(sum(0, part(2)), scale), div(sum(3, part(5)), scale), options);
}
