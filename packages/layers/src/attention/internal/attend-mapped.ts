import type { CallContext, Layer } from '@myelin/core';
import { multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { attend } from './attend.js';
import { type MappedAttentionOptions, checkScores } from './attention-config.js';
import type { AttentionInputs, ScoreOptions } from './attention-layer.js';
import { attentionMask } from './attention-mask.js';

/** What a layer attends with: the maps to heads that can be multiplied, and from them to the output. */
interface AttentionMaps {
  readonly query: (x: Tensor) => Tensor;
  readonly key: (x: Tensor) => Tensor;
  readonly value: (x: Tensor) => Tensor;
  readonly gate: ((x: Tensor) => Tensor) | null;
  readonly output: (heads: Tensor) => Tensor;
  readonly dropout: Layer;
  /** The axes of the steps. */
  readonly axes: readonly number[];
  readonly keyDim: number;
}

type Context = Pick<
  CallContext<object, object, unknown, AttentionInputs>,
  'mask' | 'options' | 'training' | 'who'
> & {
  readonly config: Pick<Required<MappedAttentionOptions>, 'dropout' | 'slidingWindow' | 'flashAttention'>;
};

/** Maps the inputs to heads, lets these attend, and maps what they find to the output. */
export function attendMapped(
  [query, value, key = value]: AttentionInputs,
  { config, mask, options, training, who }: Context,
  maps: AttentionMaps,
): Tensor {
  const {
    useCausalMask: causal = false,
    attentionMask: attention = null,
    returnAttentionScores = false,
  } = options as ScoreOptions & { readonly attentionMask?: Tensor | null };
  checkScores(returnAttentionScores, config.flashAttention, who);
  const [ofQuery = null, ofValue = null, ofKey = null] = mask ?? [];
  const window = config.slidingWindow;
  const masks = { query: ofQuery, value: ofValue, key: ofKey, attention, causal, window };
  const heads = { query: maps.query(query), key: maps.key(key), value: maps.value(value) };
  const { output, scores } = attend(heads, {
    axes: maps.axes,
    mask: (shape) => attentionMask(masks, shape, maps.axes.length, who),
    mayTakeNothing: config.dropout > 0 || returnAttentionScores || query.rank !== 3,
    drop: (shares) => maps.dropout(shares, { training }),
    scale: 1 / Math.sqrt(maps.keyDim),
  });
  const y = maps.output(maps.gate === null ? output : multiply(output, maps.gate(query)));
  // The type of what is returned follows from the options of the call, as `AttentionLayer` says.
  return (returnAttentionScores ? [y, scores] : y) as Tensor;
}
