import { input, textVectorization } from '@myelin/layers';
import { type Model, type Sequential, sequential } from '@myelin/models';

/** Options of {@link onTexts}. */
export interface OnTextsOptions {
  /** The words by their number, as `textVectorization(...).getVocabulary()` lists them: `''` and `'[UNK]'` come first. */
  readonly vocabulary: readonly string[];
  /** @defaultValue the model's, with `_on_texts` */
  readonly name?: string;
}

/**
 * A model of the numbers of words as one that takes texts: `textVectorization` with a vocabulary, and the layers of the
 * model, whose weights it shares.
 *
 * So a file holds all that is needed to read a text. Compile it where it is to be measured.
 *
 * Input `[batch]` of texts → output of the model.
 *
 * @example
 * ```ts
 * await useBackend(wasm());
 * const words = sentimentClassifier({ vocabularySize: 4, dimensions: 2, units: 2 });
 * const model = onTexts(words, { vocabulary: ['', '[UNK]', 'good', 'bad'] });
 * const chances = await model.predict(['Good film!', 'Bad.'], { verbose: 0 });
 * chances.shape; // [2, 1]
 * ```
 */
export function onTexts(model: Model, { vocabulary, name }: OnTextsOptions): Sequential {
  const vectorize = textVectorization({ maxTokens: Math.max(vocabulary.length, 2) });
  vectorize.setVocabulary(vocabulary);
  return sequential([input({ shape: [], dtype: 'string' }), vectorize, ...model.layers], {
    name: name ?? `${model.name}_on_texts`,
  });
}
