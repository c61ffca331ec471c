import { generateName, pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { NamesNews, NamesRequest, NamesResult } from './messages.js';

export const run: RunFunction<NamesRequest, NamesNews, NamesResult> = async (
  { beginning, temperature, count, seed },
  { tell, signal },
) => {
  const since = performance.now();
  const { model } = await pretrained('names-transformer');
  for (let i = 0; i < count && !signal.aborted; i++) {
    tell({ name: await generateName(model, { beginning, temperature, seed: seed * count + i }) });
  }
  return { seconds: (performance.now() - since) / 1000 };
};
