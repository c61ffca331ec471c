import { type AnyLayer, NdArray, type SymbolicTensor } from '@myelin/core';
import { type RecurrentLayer, input } from '@myelin/layers';
import { type Model, functional } from '@myelin/models';

/** @internal What reads a text one letter at a time, and remembers what it has read. */
export interface LetterReader {
  /** How likely each letter is to come next, now that this one was read. */
  read(letter: number): Promise<Float32Array>;
}

/**
 * @internal A reader on the weights of a model of letters.
 *
 * Its recurrent layers are twins that are stateful, for a batch of one: a letter costs one step, however long the text is.
 */
export async function letterReader(model: Model): Promise<LetterReader> {
  const start = input({ batchShape: [1, 1], dtype: 'int32' });
  let end: SymbolicTensor = start;
  for (const layer of model.layers) {
    if (!isRecurrent(layer)) {
      end = (layer as unknown as SymbolicCall)(end);
      continue;
    }
    const twin = layer.recreate({ stateful: true });
    end = (twin as unknown as SymbolicCall)(end);
    for (const [i, variable] of twin.trainableWeights.entries()) {
      variable.assign(await (layer.trainableWeights[i] as typeof variable).read());
    }
  }
  const reader = functional({ inputs: start, outputs: end });
  return {
    async read(letter) {
      const { data } = await reader.predict(new NdArray(Int32Array.of(letter), [1, 1]), { verbose: 0 });
      return data as Float32Array;
    },
  };
}

type SymbolicCall = (x: SymbolicTensor) => SymbolicTensor;

function isRecurrent(layer: AnyLayer): layer is AnyLayer & RecurrentLayer<{ stateful?: boolean }> {
  return 'recreate' in layer;
}
