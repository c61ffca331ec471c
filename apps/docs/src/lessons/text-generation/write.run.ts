import { generateText, pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { WriteNews, WriteRequest, WriteResult } from './messages.js';

const toldEveryMs = 60;

export const run: RunFunction<WriteRequest, WriteNews, WriteResult> = async (
  { prompt, temperature, length, seed },
  { tell, signal },
) => {
  const { model, vocabulary = [] } = await pretrained('shakespeare-lstm');
  const letters: string[] = [];
  const probabilities: Float32Array[] = [];
  let toldAt = 0;
  await generateText(model, prompt, {
    vocabulary,
    temperature,
    length,
    seed,
    signal,
    onLetter(letter, likely) {
      letters.push(letter);
      probabilities.push(likely);
      if (performance.now() - toldAt < toldEveryMs) return;
      toldAt = performance.now();
      tell({ written: letters.join('') });
    },
  });
  return { vocabulary, letters, probabilities };
};
