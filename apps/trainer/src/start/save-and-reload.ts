import { stat } from 'node:fs/promises';
import { loadModel } from 'myelin';
import type { Learned } from './learn.js';

/** A saved model, and how its predictions differ from those before it was saved. */
export interface Saved {
  readonly file: string;
  readonly bytes: number;
  readonly largestDifference: number;
}

/** Saves a model, loads the file, predicts again, and compares. */
export async function saveAndReload({ model, data, predicted }: Learned, file: string): Promise<Saved> {
  await model.save(file);
  const again = await (await loadModel(file)).predict(data.test.x, { verbose: 0 });
  const before = predicted.data as Float32Array;
  const after = again.data as Float32Array;
  const differences = before.map((value, i) => Math.abs(value - (after[i] ?? NaN)));
  const largestDifference = differences.reduce((most, value) => Math.max(most, value), 0);
  return { file, bytes: (await stat(file)).size, largestDifference };
}
