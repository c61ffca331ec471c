import type { NdArray } from '@myelin/core';
import { type Examples, digits, scalePixels, toCategorical } from '@myelin/datasets';
import type { DigitPixels } from './messages.js';

export interface Digits {
  readonly train: Examples;
  readonly heldOut: Examples;
  /** One of the held-out digits. */
  readonly example: (index: number) => { readonly pixels: DigitPixels; readonly label: number };
}

/** The digits that come with `@myelin/datasets`, as the network takes them. */
export async function loadDigits(): Promise<Digits> {
  const { train, test } = await digits();
  return {
    train: { x: asImages(train.x), y: toCategorical(train.y, 10) },
    heldOut: { x: asImages(test.x), y: toCategorical(test.y, 10) },
    example: (index) => ({
      pixels: Uint8Array.from(test.x.rows(index, index + 1).data as Uint8Array),
      label: Number(test.y.at(index)),
    }),
  };
}

/** Bytes become numbers from 0 to 1, with one channel. */
export function asImages(bytes: NdArray): NdArray {
  return scalePixels(bytes, [28, 28, 1]);
}
