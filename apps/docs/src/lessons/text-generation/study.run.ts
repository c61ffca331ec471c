import { textWindows } from '@myelin/datasets';
import type { Model } from '@myelin/models';
import { adam } from '@myelin/optimizers';
import { characterModel, generateText, pretrained } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import type { StudyNews, StudyRequest, StudyResult } from './messages.js';

/** How often the network is asked to write. */
const sampleEvery = 5;
const windowLength = 32;

export const run: RunFunction<StudyRequest, StudyNews, StudyResult> = async (
  { text, hasRead, epochs },
  { tell, signal },
) => {
  const { model: reader, vocabulary = [] } = await pretrained('shakespeare-lstm');
  const model = hasRead ? reader : characterModel({ vocabularySize: vocabulary.length });
  model.compile({ optimizer: adam({ learningRate: 0.004 }), loss: 'sparse_categorical_crossentropy' });
  const known = Array.from(text).filter((letter) => vocabulary.includes(letter));
  const { x, y } = textWindows(known.join(''), { vocabulary, length: windowLength, stride: 8 });
  const write = (): Promise<string> => sampleOf(model, known.slice(0, 3).join(''), vocabulary);

  const bits = ((await model.evaluate(x, y, { verbose: 0 }))['loss'] ?? NaN) / Math.LN2;
  tell({ epoch: 0, bits, sample: await write() });
  await model.fit(x, y, {
    epochs,
    batchSize: 16,
    verbose: 0,
    signal,
    callbacks: [
      {
        async onEpochEnd(epoch, { loss = NaN }) {
          const isDue = (epoch + 1) % sampleEvery === 0;
          tell({ epoch: epoch + 1, bits: loss / Math.LN2, sample: isDue ? await write() : null });
        },
      },
    ],
  });
  const unknown = Array.from(text).filter((letter) => !vocabulary.includes(letter));
  return { unknown: [...new Set(unknown)], sample: await write() };
};

async function sampleOf(model: Model, prompt: string, vocabulary: readonly string[]): Promise<string> {
  return prompt + (await generateText(model, prompt, { vocabulary, length: 160, temperature: 0.5, seed: 1 }));
}
