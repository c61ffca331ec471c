import { ArgumentError, type Defaults } from '@myelin/core';
import {
  type KernelAndBiasOptions,
  kernelAndBiasDefaults,
  kernelAndBiasResolvers,
} from '../../internal/kernel-and-bias.js';
import { optionally } from '../../internal/optionally.js';
import { isPositiveInteger, positiveInteger } from '../../internal/positive-integer.js';
import type { ScoringOptions } from './score-attention.js';

/**
 * Options of the attentions that map their inputs. A layer extends it, and puts {@link mappedAttentionDefaults} and
 * {@link mappedAttentionResolvers} among its own.
 */
export interface MappedAttentionOptions extends ScoringOptions, KernelAndBiasOptions {
  /** A step sees those less than so many steps away. @defaultValue null, all */
  slidingWindow?: number | null;
  /** Accepted as in Keras, with its conditions; it makes no difference to the result. @defaultValue null */
  flashAttention?: boolean | null;
  /** Whether a gate `sigmoid(query · kernel + bias)` is multiplied to the output of each head. @defaultValue false */
  useGate?: boolean;
}

export const mappedAttentionDefaults: Defaults<MappedAttentionOptions> = {
  dropout: 0,
  slidingWindow: null,
  flashAttention: null,
  useGate: false,
  seed: null,
  ...kernelAndBiasDefaults,
};

export const mappedAttentionResolvers: Readonly<
  typeof kernelAndBiasResolvers &
    Record<'slidingWindow', (given: number | null, who: string) => number | null> &
    Record<'flashAttention', typeof flashAttention>
> = {
  slidingWindow: /* @__PURE__ */ optionally(/* @__PURE__ */ positiveInteger('slidingWindow')),
  flashAttention,
  ...kernelAndBiasResolvers,
};

/** A resolver of sizes that writes `2` as `[2]`; null stays. */
export function listOfSizes(
  option: string,
): (given: number | readonly number[] | null, who: string) => readonly number[] | null {
  return (given, who) => {
    if (given === null) return null;
    const sizes = typeof given === 'number' ? [given] : given;
    if (sizes.length > 0 && sizes.every(isPositiveInteger)) return sizes;
    throw new ArgumentError({
      who,
      expected: `\`${option}\` to be a positive whole number or several`,
      got: JSON.stringify(given),
    });
  };
}

/** The resolver of `attentionAxes`; whether there are such axes is known when the layer is built. */
export function attentionAxes(
  given: number | readonly number[] | null,
  who: string,
): readonly number[] | null {
  if (given === null) return null;
  const axes = typeof given === 'number' ? [given] : given;
  if (axes.length > 0 && axes.every(Number.isSafeInteger)) return axes;
  throw new ArgumentError({
    who,
    expected: '`attentionAxes` to be a whole number or several',
    got: JSON.stringify(given),
  });
}

/** The axes over which steps attend to each other, for values with so many axes; they count from the first. */
export function axesOf(given: readonly number[] | null, rank: number): readonly number[] {
  if (given === null) return Array.from({ length: rank - 2 }, (_, i) => i + 1);
  return given.map((axis) => (axis < 0 ? axis + rank : axis));
}

/** The resolver of `flashAttention`. */
function flashAttention(
  given: boolean | null,
  who: string,
  { dropout: rate }: { readonly dropout: number },
): boolean | null {
  if (given !== true || rate === 0) return given;
  throw new ArgumentError({ who, expected: 'no dropout with `flashAttention`', got: String(rate) });
}

/** Refuses scores that flash attention does not keep. @throws ArgumentError naming the layer. */
export function checkScores(wanted: boolean, flash: boolean | null, who: string): void {
  if (!wanted || flash !== true) return;
  throw new ArgumentError({
    who,
    expected: 'no `returnAttentionScores` with `flashAttention`, which keeps none',
    got: 'both',
  });
}
