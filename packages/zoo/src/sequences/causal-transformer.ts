import { dense, input } from '@myelin/layers';
import { sparseCategoricalCrossentropy } from '@myelin/losses';
import { type Model, functional } from '@myelin/models';
import { positioned } from './internal/positioned.js';
import { normalized, transformerBlock } from './internal/transformer-block.js';
import { type RateOptions, warmAdam } from './internal/warm-rate.js';

/** Options of {@link causalTransformer}. */
export interface CausalTransformerOptions extends RateOptions {
  /** How many different symbols there are. @defaultValue 27 */
  readonly symbols?: number;
  /** Symbols of a sequence at most. @defaultValue 16 */
  readonly length?: number;
  /** @defaultValue 2 */
  readonly blocks?: number;
  /** How many numbers stand for a symbol at its place. @defaultValue 64 */
  readonly units?: number;
  /** Attentions side by side. @defaultValue 4 */
  readonly heads?: number;
  /** Of the larger dense layer in each block. @defaultValue four times the units */
  readonly hiddenUnits?: number;
  /** @defaultValue 'causal_transformer' */
  readonly name?: string;
}

/**
 * Says at every place of a sequence how likely each symbol is to come next, by attention to all that came before.
 *
 * Places have vectors that are learned. Compiled with Adam and a cross-entropy that leaves out targets of -1, with which
 * shorter sequences are filled up. {@link generateSequence} lets it write.
 *
 * Input `[batch, length]`, int32 → output `[batch, length, symbols]`.
 *
 * @example
 * ```ts
 * causalTransformer().countParams(); // 104603
 * causalTransformer({ symbols: 3, length: 4, blocks: 1, units: 8, heads: 2 }).countParams(); // 971
 * ```
 * @see Radford et al., "Improving language understanding by generative pre-training", 2018; Vaswani et al., "Attention is all
 *   you need", 2017, arXiv 1706.03762
 */
export function causalTransformer(options: CausalTransformerOptions = {}): Model {
  const {
    symbols = 27,
    length = 16,
    blocks = 2,
    units = 64,
    heads = 4,
    hiddenUnits = 4 * units,
    name = 'causal_transformer',
    ...rate
  } = options;
  const inputs = input({ shape: [length], dtype: 'int32' });
  let x = positioned(inputs, { vocabularySize: symbols, length, units });
  for (let i = 0; i < blocks; i++) x = transformerBlock(x, { units, heads, hiddenUnits }, { causal: true });
  const outputs = dense({ units: symbols, activation: 'softmax' })(normalized(x));
  const model = functional({ inputs, outputs, name });
  model.compile({ optimizer: warmAdam(rate), loss: sparseCategoricalCrossentropy({ ignoreClass: -1 }) });
  return model;
}
