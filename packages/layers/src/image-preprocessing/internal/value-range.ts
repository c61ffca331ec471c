import { ArgumentError } from '@myelin/core';
import { add, divide, multiply, subtract } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Range } from './factor.js';

/** Options of layers that have to know what is black and what is white. */
export interface ValueRangeOption {
  /** The smallest value and the largest that pixels have. @defaultValue [0, 255] */
  valueRange?: Range;
}

/** The resolver of `valueRange`. */
export function valueRange(given: Range, who: string): Range {
  const values: unknown = given;
  if (Array.isArray(values) && values.length === 2 && values.every((value) => typeof value === 'number')) {
    return given[0] <= given[1] ? given : [given[1], given[0]];
  }
  throw new ArgumentError({ who, expected: '`valueRange` to be two numbers', got: JSON.stringify(given) });
}

/** Pixels of one range in another. */
export function toRange(images: Tensor, [fromLow, fromHigh]: Range, [low, high]: Range): Tensor {
  if (fromLow === low && fromHigh === high) return images;
  const parts = divide(subtract(images, fromLow), fromHigh - fromLow);
  return add(multiply(parts, high - low), low);
}

/** The range that most formulas are written for. */
export const bytes: Range = [0, 255];
