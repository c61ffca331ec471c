import { byId as activations } from '@myelin/activations/by-id';
import { type Shape, shapeSize } from '@myelin/core';

/** Numbers that pick a layer, what it is applied to, and its options from what there is. */
export type Choice = readonly [kind: number, from: number, first: number, second: number];

/** A layer as its factory is called: the name of the factory, its options, and what it wraps. */
export interface LayerCall {
  readonly factory: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** For `bidirectional` and `timeDistributed`. */
  readonly wrapped?: LayerCall;
}

/** The layer that two numbers make for a tensor with those axes, the batch left out; undefined if none fits. */
type Maker = (axes: readonly number[], first: number, second: number) => LayerCall | undefined;

export const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
const isOdd = (number: number): boolean => number % 2 === 1;

/**
 * Activations, each by one name.
 *
 * Without `glu`, which halves its input, and those that jump, where the last bit of the input decides about much more
 * than the last bit of the output.
 */
const activationIds = [
  ...new Map(Object.entries(activations).map(([id, unit]) => [unit, id])).values(),
].filter((id) => !['glu', 'hard_shrink', 'threshold', 'exponential'].includes(id));
const calm = ['linear', 'relu', 'tanh', 'sigmoid', 'elu', 'gelu', 'softplus', 'silu'];

const recurrent =
  (factory: string): Maker =>
  (_, first, second) => ({
    factory,
    options: {
      units: 1 + (first % 5),
      returnSequences: isOdd(second),
      goBackwards: isOdd(second >> 1),
      ...((second >> 2) % 4 === 0 ? { activation: pick(calm, first) } : {}),
      ...((second >> 4) % 4 === 0 ? { useBias: false } : {}),
      ...((second >> 6) % 5 === 0 ? { dropout: 0.3 } : {}),
      ...((second >> 9) % 5 === 0 ? { recurrentDropout: 0.3 } : {}),
      ...(factory === 'gru' ? { resetAfter: isOdd(second >> 12) } : {}),
    },
  });

/** Pools windows that fit. */
const pooling =
  (factory: string): Maker =>
  ([height = 1, width = 1], first, second) => ({
    factory,
    options: {
      poolSize: [1 + (first % Math.min(height, 3)), 1 + ((first >> 2) % Math.min(width, 3))],
      strides: 1 + (second % 2),
      padding: pick(['valid', 'same'], second >> 1),
    },
  });

const anywhere: readonly Maker[] = [
  (_, first, second) => ({
    factory: 'dense',
    options: {
      units: 1 + (first % 7),
      activation: pick(calm, second),
      useBias: second % 5 !== 0,
      kernelRegularizer: pick([null, null, 'l1', 'l2'], first >> 3),
    },
  }),
  (_, first) => ({ factory: 'activation', options: { activation: pick(activationIds, first) } }),
  (_, first) => ({
    factory: 'relu',
    options: { negativeSlope: pick([0, 0.1], first), maxValue: pick([null, 2], first >> 1) },
  }),
  (_, first) => ({ factory: 'dropout', options: { rate: pick([0.2, 0.5], first) } }),
  (_, first, second) => ({
    factory: 'batchNormalization',
    options: {
      momentum: pick([0.9, 0.5], first),
      scale: isOdd(second),
      center: isOdd(second >> 1),
      renorm: second % 7 === 0,
    },
  }),
  (_, first, second) => ({
    factory: 'layerNormalization',
    options: { scale: isOdd(first), center: isOdd(second) },
  }),
  () => ({ factory: 'flatten', options: {} }),
  (axes, first) => ({ factory: 'reshape', options: { targetShape: reshaped(axes, first) } }),
];

const onSequences: readonly Maker[] = [
  recurrent('lstm'),
  recurrent('gru'),
  recurrent('simpleRnn'),
  (axes, first, second) => {
    const wrapped = pick([recurrent('lstm'), recurrent('gru'), recurrent('simpleRnn')], first)(
      axes,
      first,
      second,
    );
    return {
      factory: 'bidirectional',
      options: { mergeMode: pick(['concat', 'sum', 'mul', 'ave'], first >> 2) },
      ...(wrapped === undefined ? {} : { wrapped }),
    };
  },
  (_, first, second) => ({
    factory: 'timeDistributed',
    wrapped: { factory: 'dense', options: { units: 1 + (first % 4), activation: pick(calm, second) } },
  }),
  ([length = 1], first, second) => ({
    factory: 'conv1d',
    options: {
      filters: 1 + (first % 5),
      kernelSize: 1 + (second % Math.min(length, 3)),
      padding: pick(['valid', 'same', 'causal'], second >> 2),
      ...(isOdd(second >> 4)
        ? { strides: 1 + ((second >> 5) % 2) }
        : { dilationRate: 1 + ((second >> 5) % 2) }),
      activation: pick(calm, first >> 3),
    },
  }),
  (_, first) => ({
    factory: 'einsumDense',
    options: { equation: 'abc,cd->abd', outputShape: [null, 1 + (first % 4)], biasAxes: 'd' },
  }),
  () => ({ factory: 'globalAveragePooling1d', options: {} }),
  (_, first) => ({ factory: 'masking', options: { maskValue: pick([0, 1], first) } }),
];

const onImages: readonly Maker[] = [
  ([height = 1, width = 1, channels = 1], first, second) => {
    const kernel = [1 + (first % Math.min(height, 3)), 1 + ((first >> 2) % Math.min(width, 3))];
    const dilated = second % 7 === 0 && kernel.every((size, i) => 2 * size - 1 <= (i === 0 ? height : width));
    const grouped = first % 5 === 0;
    return {
      factory: 'conv2d',
      options: {
        ...(grouped
          ? { groups: channels, filters: channels * (1 + (first % 3)) }
          : { filters: 1 + ((first >> 4) % 9) }),
        kernelSize: kernel,
        padding: pick(['valid', 'same'], second),
        ...(dilated ? { dilationRate: 2 } : { strides: 1 + ((second >> 1) % 2) }),
        activation: pick(calm, second >> 2),
      },
    };
  },
  (_, first, second) => ({
    factory: 'conv2dTranspose',
    options: {
      filters: 1 + (first % 5),
      kernelSize: 1 + (second % 3),
      strides: 1 + ((second >> 2) % 2),
      padding: pick(['valid', 'same'], first >> 3),
      activation: pick(calm, first >> 4),
    },
  }),
  pooling('maxPooling2d'),
  pooling('averagePooling2d'),
  () => ({ factory: 'globalAveragePooling2d', options: {} }),
  () => ({ factory: 'globalMaxPooling2d', options: {} }),
];

/** A layer for a tensor with those axes, the batch left out. */
export function layerFor(shape: Shape, [kind, , first, second]: Choice): LayerCall | undefined {
  const axes = shape.slice(1).map((size) => size ?? 1);
  const own = axes.length === 2 ? onSequences : axes.length === 3 ? onImages : [];
  // Twice: what only images and sequences have is what there is most to get wrong in.
  return pick([...own, ...own, ...anywhere], kind)(axes, first, second);
}

/** The same elements as a vector, a sequence or an image. */
function reshaped(axes: readonly number[], number: number): number[] {
  const size = shapeSize(axes);
  const divisor = pick(
    [2, 3, 4, 1].filter((part) => size % part === 0),
    number,
  );
  return pick(
    [[size], [divisor, size / divisor], [divisor, size / divisor, 1], [1, divisor, size / divisor]],
    number >> 2,
  );
}
