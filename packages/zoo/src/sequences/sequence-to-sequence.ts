import { attention, bidirectional, concatenate, dense, gru, input } from '@myelin/layers';
import { type Model, functional } from '@myelin/models';
import { positioned } from './internal/positioned.js';
import { type RateOptions, warmAdam } from './internal/warm-rate.js';

/** Options of {@link sequenceToSequence}. */
export interface SequenceToSequenceOptions extends RateOptions {
  /** How many different symbols the source has. @defaultValue 11 */
  readonly sourceSymbols?: number;
  /** How many different symbols the target has. @defaultValue 10 */
  readonly targetSymbols?: number;
  /** Symbols of a source. @defaultValue 7 */
  readonly sourceLength?: number;
  /** Symbols of a target. @defaultValue 4 */
  readonly targetLength?: number;
  /** How many numbers stand for a symbol. @defaultValue 32 */
  readonly dimensions?: number;
  /** Of the recurrent layers: half of them read forwards, the other half backwards. @defaultValue 64 */
  readonly units?: number;
  /** Attentions side by side: how many places can be looked at at once. @defaultValue 2 */
  readonly heads?: number;
  /** @defaultValue 'sequence_to_sequence' */
  readonly name?: string;
}

/**
 * Turns one sequence into another with recurrent layers: one reads the source in both directions, one reads what was said so
 * far, and asks for what it needs; attention answers; a third one says the next symbol.
 *
 * The attention compares what was asked with what was read at each place, `softmax(q · kᵀ)`, and hands over what stands
 * there. So not everything has to pass through the last state of the reader, which starts the second layer. Places have vectors that are learned, as in a
 * transformer: recurrent layers can count without them, but learn where to look far more surely with them. Compiled with
 * Adam and `sparse_categorical_crossentropy`. It learns from the target shifted by one place, the symbol
 * `targetSymbols` first, which starts every target; {@link decodeGreedily} then says targets that are not known, and
 * {@link withAttentionScores} tells what it looks at.
 *
 * Inputs `source [batch, sourceLength]` and `given [batch, targetLength]`, int32 → output
 * `[batch, targetLength, targetSymbols]`, the probabilities of the symbol at each place of the target.
 *
 * @example
 * ```ts
 * sequenceToSequence().countParams(); // 99242
 * ```
 * @see Cho et al., 2014, arXiv 1406.1078; Bahdanau, Cho and Bengio, 2014, arXiv 1409.0473; for the product of `q` and `k`
 *   Luong, Pham and Manning, 2015, arXiv 1508.04025, section 3.1.
 */
export function sequenceToSequence(options: SequenceToSequenceOptions = {}): Model {
  const {
    sourceSymbols = 11,
    targetSymbols = 10,
    sourceLength = 7,
    targetLength = 4,
    dimensions = 32,
    units = 64,
    heads = 2,
    name = 'sequence_to_sequence',
    ...rate
  } = options;
  const source = input({ shape: [sourceLength], dtype: 'int32', name: 'source' });
  const given = input({ shape: [targetLength], dtype: 'int32', name: 'given' });
  const symbols = positioned(source, {
    vocabularySize: sourceSymbols,
    length: sourceLength,
    units: dimensions,
  });
  const reader = gru({ units: Math.ceil(units / 2), returnSequences: true, returnState: true });
  const [read, ...states] = bidirectional({ layer: reader })(symbols);
  const said = positioned(given, {
    vocabularySize: targetSymbols + 1,
    length: targetLength,
    units: dimensions,
  });
  const asked = gru({ units, returnSequences: true })(said, {
    initialState: [concatenate()(states)],
  });
  const seen = Array.from({ length: heads }, () => {
    const [query, key] = [dense({ units, useBias: false })(asked), dense({ units })(read)];
    return attention()([query, read, key], { returnAttentionScores: true })[0];
  });
  const thought = gru({ units, returnSequences: true })(concatenate()([...seen, asked]));
  const outputs = dense({ units: targetSymbols, activation: 'softmax' })(thought);
  const model = functional({ inputs: [source, given], outputs, name });
  model.compile({ optimizer: warmAdam(rate), loss: 'sparse_categorical_crossentropy' });
  return model;
}
