import {
  type BuildContext,
  type Defaults,
  type Live,
  StateError,
  type Variable,
  type WeightOptions,
  type WireRecord,
} from '@myelin/core';
import { matmul, multiply } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { optionally } from './optionally.js';
import { positiveInteger } from './positive-integer.js';
import { type InitializerLike, initializer } from './resolve.js';

/** Options of the layers whose large weight can be adapted by two small ones; used as those of kernels and biases are. */
export interface LoraOptions {
  /** Rank of the adaption of the weight, which is frozen then; see `enableLora`. @defaultValue null, none */
  loraRank?: number | null;
  /** Strength of the adaption: it counts `loraAlpha / loraRank` times. @defaultValue null, `loraRank` */
  loraAlpha?: number | null;
}

/** Options of {@link LoraMethods.enableLora}. */
interface EnableLoraOptions {
  /** Strength of the adaption: it counts `loraAlpha / rank` times. @defaultValue null, `rank` */
  loraAlpha?: number | null;
  /** @defaultValue 'he_uniform' */
  aInitializer?: InitializerLike;
  /** @defaultValue 'zeros' */
  bInitializer?: InitializerLike;
}

/** What layers can do whose large weight can be adapted. */
export interface LoraMethods {
  /**
   * Freezes the large weight `W` and trains two small ones in its place: `W + alpha / rank · A · B`.
   *
   * Compile the model again afterwards: its optimizer knows the weights of before. Files hold the sum. As in Keras, a
   * layer that is loaded has an `A` and a `B` again, which change nothing before they are trained.
   *
   * @throws StateError for a layer that has no weights yet, has been adapted already, or has a constraint on the weight.
   * @see Keras `Dense.enable_lora`; Hu et al., 2021, arXiv 2106.09685, section 4.1.
   */
  enableLora(rank: number, options?: EnableLoraOptions): void;
}

export const loraDefaults: Defaults<LoraOptions> = { loraRank: null, loraAlpha: null };

/** What files leave out where a layer is not adapted. */
export const loraOmitted: Readonly<Record<keyof LoraOptions, null>> = { loraRank: null, loraAlpha: null };

export const loraResolvers: {
  readonly loraRank: (given: number | null, who: string) => number | null;
  readonly loraAlpha: (given: number | null, who: string, config: Required<LoraOptions>) => number | null;
} = {
  loraRank: /* @__PURE__ */ optionally(/* @__PURE__ */ positiveInteger('loraRank')),
  loraAlpha: (given, _, { loraRank }) => (loraRank === null ? null : (given ?? loraRank)),
};

/** The two matrices that adapt a weight. */
export interface Lora {
  readonly a: Variable;
  readonly b: Variable;
  readonly rank: number;
  readonly alpha: number;
}

/** A weight in the state of a layer that can be adapted: `enableLora` changes it. */
export interface AdaptableWeight {
  value: Variable;
  lora: Lora | null;
  readonly shape: readonly number[];
  /** How it was made. */
  readonly made: WeightOptions;
}

type Maker = Pick<BuildContext<object, object, unknown>, 'who' | 'addWeight'>;

/** The weight of a layer, adapted if the options say so. */
export function adaptable<W extends AdaptableWeight>(
  weight: W,
  { loraRank: rank, loraAlpha }: Required<LoraOptions>,
  maker: Maker,
): W {
  if (rank !== null) adapt(weight, rank, { loraAlpha }, maker);
  return weight;
}

function adapt(
  weight: AdaptableWeight,
  rank: number,
  { loraAlpha = null, aInitializer = 'he_uniform', bInitializer = 'zeros' }: EnableLoraOptions,
  { who, addWeight }: Maker,
): void {
  const { name } = weight.value;
  const { shape, made } = weight;
  const { regularizer = null, constraint = null } = made;
  if (weight.lora !== null) throw refused(who, 'a layer that is not adapted yet', 'one that is');
  if (constraint !== null) throw refused(who, `no constraint on \`${name}\` to adapt it`, 'one');
  const part = (suffix: string, sizes: readonly number[], given: InitializerLike): Variable =>
    addWeight(`lora_${name}_${suffix}`, sizes, { initializer: initializer(given, who), regularizer });
  weight.lora = {
    rank: positiveInteger('rank')(rank, who),
    alpha: loraAlpha ?? rank,
    a: part('a', [...shape.slice(0, -1), rank], aInitializer),
    b: part('b', [rank, shape.at(-1) ?? 1], bInitializer),
  };
  weight.value.trainable = false;
}

/** The methods of a layer whose state holds such a weight. */
export function loraMethods<S>(
  { who, addWeight, state }: Maker & { readonly state: () => S | undefined },
  weightOf: (state: S) => AdaptableWeight,
): LoraMethods {
  return {
    enableLora(rank, options = {}) {
      const known = state();
      if (known === undefined) throw refused(who, 'a layer with weights', 'one that is not built');
      adapt(weightOf(known), rank, options, { who, addWeight });
    },
  };
}

/** What is added to the weight. */
export function adaption({ a, b, alpha, rank }: Live<Lora>): Tensor {
  return multiply(matmul(a, b), alpha / rank);
}

/** What files say of the adaption. */
export function loraConfig(weight: AdaptableWeight | undefined): WireRecord {
  const lora = weight?.lora ?? null;
  return lora === null ? {} : { lora_rank: lora.rank, lora_alpha: lora.alpha };
}

/** The sum of a weight and its adaption, on the host. */
export async function addAdaption(weight: Float32Array, { a, b, alpha, rank }: Lora): Promise<Float32Array> {
  const [left, right] = await Promise.all([a.read(), b.read()]);
  const columns = right.shape[1] ?? 1;
  return weight.map((value, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let product = 0;
    for (let k = 0; k < rank; k++) {
      product += Number(left.data[row * rank + k]) * Number(right.data[k * columns + column]);
    }
    return value + (alpha / rank) * product;
  });
}

function refused(who: string, expected: string, got: string): StateError {
  return new StateError({ who, expected, got });
}
