import { dense, input } from '@myelin/layers';
import { type Model, functional } from '@myelin/models';
import { positioned } from './internal/positioned.js';
import { normalized, transformerBlock } from './internal/transformer-block.js';
import { type RateOptions, warmAdam } from './internal/warm-rate.js';

/** Options of {@link transformer}. */
export interface TransformerOptions extends RateOptions {
  /** How many different symbols the source has. @defaultValue 11 */
  readonly sourceSymbols?: number;
  /** How many different symbols the target has. @defaultValue 10 */
  readonly targetSymbols?: number;
  /** Symbols of a source at most. @defaultValue 7 */
  readonly sourceLength?: number;
  /** Symbols of a target at most. @defaultValue 4 */
  readonly targetLength?: number;
  /** Blocks of the encoder, and as many of the decoder. @defaultValue 1 */
  readonly blocks?: number;
  /** How many numbers stand for a symbol at its place. @defaultValue 64 */
  readonly units?: number;
  /** Attentions side by side. @defaultValue 4 */
  readonly heads?: number;
  /** Of the larger dense layer in each block. @defaultValue twice the units */
  readonly hiddenUnits?: number;
  /** @defaultValue 'transformer' */
  readonly name?: string;
}

/**
 * Turns one sequence into another by attention alone: an encoder that reads the source, and a decoder that says the target
 * symbol by symbol, looking at the source and at what it has said.
 *
 * Places have vectors that are learned. Compiled with Adam and `sparse_categorical_crossentropy`. It learns from the target
 * shifted by one place, the symbol `targetSymbols` first, which starts every target; {@link decodeGreedily} then says targets
 * that are not known, and {@link withAttentionScores} tells what it looks at.
 *
 * Inputs `source [batch, sourceLength]` and `given [batch, targetLength]`, int32 → output
 * `[batch, targetLength, targetSymbols]`, the probabilities of the symbol at each place of the target.
 *
 * @example
 * ```ts
 * transformer().countParams(); // 86730
 * transformer({ blocks: 2, units: 32 }).countParams(); // 44266
 * ```
 * @see Vaswani et al., "Attention is all you need", 2017, arXiv 1706.03762
 */
export function transformer(options: TransformerOptions = {}): Model {
  const {
    sourceSymbols = 11,
    targetSymbols = 10,
    sourceLength = 7,
    targetLength = 4,
    blocks = 1,
    units = 64,
    heads = 4,
    hiddenUnits = 2 * units,
    name = 'transformer',
    ...rate
  } = options;
  const sizes = { units, heads, hiddenUnits };
  const source = input({ shape: [sourceLength], dtype: 'int32', name: 'source' });
  const given = input({ shape: [targetLength], dtype: 'int32', name: 'given' });
  let read = positioned(source, { vocabularySize: sourceSymbols, length: sourceLength, units });
  for (let i = 0; i < blocks; i++) read = transformerBlock(read, sizes, { causal: false });
  read = normalized(read);
  let said = positioned(given, { vocabularySize: targetSymbols + 1, length: targetLength, units });
  for (let i = 0; i < blocks; i++) said = transformerBlock(said, sizes, { causal: true, source: read });
  const outputs = dense({ units: targetSymbols, activation: 'softmax' })(normalized(said));
  const model = functional({ inputs: [source, given], outputs, name });
  model.compile({ optimizer: warmAdam(rate), loss: 'sparse_categorical_crossentropy' });
  return model;
}
