import type { SymbolicTensor } from '@myelin/core';
import { add, dense, layerNormalization, multiHeadAttention } from '@myelin/layers';

/** Sizes of a {@link transformerBlock}. */
export interface BlockSizes {
  readonly units: number;
  readonly heads: number;
  readonly hiddenUnits: number;
}

/** What a {@link transformerBlock} sees. */
export interface BlockView {
  /** Whether no place sees a later one. */
  readonly causal: boolean;
  /** Another sequence, of which every place sees everything. */
  readonly source?: SymbolicTensor;
}

/**
 * Attention, attention to the source where there is one, and two dense layers at every place; each is added to what it was
 * made from, and what goes in is normalized first.
 *
 * That order, unlike the one of the first transformer, learns without care for the first steps.
 *
 * @see Xiong et al., "On layer normalization in the transformer architecture", 2020, arXiv 2002.04745, figure 1 (b).
 */
export function transformerBlock(
  x: SymbolicTensor,
  { units, heads, hiddenUnits }: BlockSizes,
  { causal, source }: BlockView,
): SymbolicTensor {
  const attention = () => multiHeadAttention({ numHeads: heads, keyDim: Math.ceil(units / heads) });
  const steps = normalized(x);
  let y = add()([x, attention()([steps, steps], { useCausalMask: causal })]);
  if (source !== undefined) {
    const [seen] = attention()([normalized(y), source], { returnAttentionScores: true });
    y = add()([y, seen]);
  }
  const hidden = dense({ units: hiddenUnits, activation: 'relu' })(normalized(y));
  return add()([y, dense({ units })(hidden)]);
}

/** Brings the numbers at every place to mean 0 and variance 1. */
export function normalized(x: SymbolicTensor): SymbolicTensor {
  return layerNormalization({ epsilon: 1e-5 })(x);
}
