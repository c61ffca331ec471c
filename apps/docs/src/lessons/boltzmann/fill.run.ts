import { NdArray } from '@myelin/core';
import { columnStatistics, digits, scalePixels } from '@myelin/datasets';
import { fillMissing, pretrained, sample } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { ErasedPart, FillRequest, FillResult } from './messages.js';

const answers = 3;
/** Of one digit. */
const pixels = 784;
/** What a hole looks like: neither paper nor ink. */
const hole = 0.5;

export const run: RunFunction<FillRequest, never, FillResult> = async ({ digit, erased }) => {
  const { model } = await pretrained('digits-boltzmann');
  const { train, test } = await digits();
  const row = Array.from(test.y.data, Number).indexOf(digit);
  const truth = scalePixels(test.x, [pixels]).rows(row, row + 1).data as Float32Array;
  const isErased = erasing[erased];
  const damaged = truth.map((ink, i) => (isErased(i) ? NaN : ink));
  const expected = await fillMissing(model, new NdArray(damaged, [1, pixels]), { burnIn: 100, steps: 400 });
  const copies = Float32Array.from({ length: answers * pixels }, (_, i) => damaged[i % pixels] ?? 0);
  const { means } = await sample(model, { known: new NdArray(copies, [answers, pixels]), steps: 500 });
  const { mean } = columnStatistics(scalePixels(train.x, [pixels]));
  const error = (guess: ArrayLike<number>): number => {
    const errors = Array.from(truth).flatMap((ink, i) => (isErased(i) ? [((guess[i] ?? 0) - ink) ** 2] : []));
    return errors.reduce((sum, one) => sum + one, 0) / errors.length;
  };
  return {
    images: Float32Array.from([
      ...truth,
      ...damaged.map((ink) => (Number.isNaN(ink) ? hole : ink)),
      ...(expected.data as Float32Array),
      ...(means.data as Float32Array),
    ]),
    error: error(expected.data as Float32Array),
    errorOfMean: error(mean),
  };
};

const [rowOf, columnOf] = [
  (pixel: number): number => Math.floor(pixel / 28),
  (pixel: number): number => pixel % 28,
];

/** Which pixels each part has. */
const erasing: Readonly<Record<ErasedPart, (pixel: number) => boolean>> = {
  left: (pixel) => columnOf(pixel) < 14,
  right: (pixel) => columnOf(pixel) >= 14,
  top: (pixel) => rowOf(pixel) < 14,
  bottom: (pixel) => rowOf(pixel) >= 14,
  middle: (pixel) => Math.abs(rowOf(pixel) - 13.5) < 5 && Math.abs(columnOf(pixel) - 13.5) < 5,
};
