import { NdArray, normalArray } from '@myelin/core';
import { signalGain } from '@myelin/course';
import { pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { scalePixels } from '@myelin/datasets';
import { loadImages, stackRows } from './load-images.js';
import type { NoiseAnswer, NoiseQuestion } from './messages.js';

const shown = 5;
const seed = 1;

export const run: RunFunction<NoiseQuestion, never, NoiseAnswer> = async ({ stddev, drawn }) => {
  const { model } = await pretrained('digits-denoiser');
  const { test } = await loadImages();
  // The drawing stands before the held-out digits, so that these keep their noise among themselves.
  const own = drawn === null ? [] : [scalePixels(new NdArray(drawn), [784])];
  const held = test.rows(0, 200);
  const clean = new NdArray(stackRows(held, ...own), [200 + own.length, 28, 28, 1]);
  const noise = normalArray({ seed, offset: 0 }, clean.size);
  const values = (clean.data as Float32Array).map((ink, i) => ink + stddev * (noise[i] ?? 0));
  const noisy = new NdArray(values, clean.shape);
  const cleaned = await model.predict(noisy, { verbose: 0 });
  const picked = (rows: NdArray): NdArray[] => [
    ...(drawn === null ? [] : [rows.rows(200, 201)]),
    rows.rows(0, shown - own.length),
  ];
  const heldOut = (rows: NdArray): NdArray => rows.rows(0, 200);
  return {
    images: stackRows(...[clean, noisy, cleaned].flatMap(picked)),
    columns: shown,
    gain: signalGain(heldOut(clean), heldOut(noisy), heldOut(cleaned)),
  };
};
