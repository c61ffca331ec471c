import { concatenate, hsvToRgb, rgbToHsv, split } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Images in colours of which hue and saturation were changed, `[batch, height, width, 1]` each. */
export function withColors(
  images: Tensor,
  change: (hue: Tensor, saturation: Tensor) => readonly [Tensor, Tensor],
): Tensor {
  const parts = split(rgbToHsv(images), { indicesOrSections: 3, axis: -1 });
  const [hue, saturation, value] = parts as [Tensor, Tensor, Tensor];
  return hsvToRgb(concatenate([...change(hue, saturation), value], { axis: -1 }));
}
