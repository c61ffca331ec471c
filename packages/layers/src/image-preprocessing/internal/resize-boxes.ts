import { add, all, equal, expandDims, logicalOr, multiply, tensor, where } from '@myelin/ops';
import type { BoundingBoxes } from '../labeled-images.js';
import { type BoxContext, moveBoxes } from './move-boxes.js';

interface Proportions {
  readonly cropToAspectRatio: boolean;
  readonly padToAspectRatio: boolean;
}

/** Boxes of images that were resized. Those of zeros or of -1 stand for none, and become zeros. */
export function resizeBoxes(given: BoundingBoxes, context: BoxContext<Proportions>): BoundingBoxes {
  const { size, outputSize, config } = context;
  const scales = [outputSize.width / size.width, outputSize.height / size.height] as const;
  const scale = config.padToAspectRatio ? Math.min(...scales) : Math.max(...scales);
  const keepsRatio = config.padToAspectRatio || config.cropToAspectRatio;
  const [x, y] = keepsRatio ? [scale, scale] : scales;
  // Keras rounds what is left over, or too much, on each side down to whole pixels.
  const offset = (output: number, input: number): number => Math.floor((output - input * scale) / 2);
  const over = (output: number, input: number): number => -Math.floor((input * scale - output) / 2);
  const aside = config.padToAspectRatio ? offset : over;
  const [left, top] = keepsRatio
    ? [aside(outputSize.width, size.width), aside(outputSize.height, size.height)]
    : [0, 0];
  const moved = moveBoxes(given, context, (corners) =>
    add(multiply(corners, tensor([x, y, x, y])), tensor([left, top, left, top])),
  );
  const isNone = [0, -1].map((value) => all(equal(given.boxes, value), { axis: -1 }));
  const none = expandDims(logicalOr(isNone[0] as never, isNone[1] as never), { axis: -1 });
  return { ...moved, boxes: where(none, 0, moved.boxes) };
}
