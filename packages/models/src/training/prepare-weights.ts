import { ArgumentError, type ArrayLike, NdArray, ShapeError, formatShape } from '@myelin/core';
import { distribute } from '../distribute.js';
import { type Ports, nameOf } from '../ports.js';

/** What makes some examples count more than others. */
export interface WeightsGiven {
  readonly sampleWeight?: unknown;
  readonly classWeight?: Readonly<Record<number, number>> | undefined;
}

/**
 * The weights of the examples, in the order of the outputs; null where there are none, or no labels to weigh.
 *
 * @see Keras `keras.src.trainers.data_adapters.array_data_adapter.ArrayDataAdapter`
 */
export function prepareWeights(
  { sampleWeight, classWeight }: WeightsGiven,
  labels: readonly (NdArray | null)[],
  ports: Ports,
  who: string,
): (NdArray | null)[] {
  const given = sampleWeight ?? null;
  if (classWeight !== undefined) {
    if (given !== null)
      throw new ArgumentError({ who, expected: '`classWeight` or `sampleWeight`, not both', got: 'both' });
    if (labels.length > 1)
      throw new ArgumentError({
        who,
        expected: 'a model with one output where `classWeight` is given',
        got: `the outputs ${ports.labels.join(', ')}`,
        hint: 'Give `sampleWeight` for each output.',
      });
    return labels.map((array) => (array === null ? null : weightsOfClasses(array, classWeight)));
  }
  if (given === null) return labels.map(() => null);
  if (labels.length > 1 && isSingle(given)) {
    const weights = toWeights(given);
    checkOneEach(weights, ports, who);
    return labels.map((array) => (array === null ? null : weights));
  }
  const parts = distribute<ArrayLike | null>(given, ports, { who, what: '`sampleWeight`' });
  return parts.map((part, i) => {
    if (labels[i] === null || part === null) return null;
    if (part !== undefined) return toWeights(part);
    throw new ArgumentError({
      who,
      expected: nameOf('sampleWeight', ports, i),
      got: 'none',
      hint: 'Give null for an output whose examples count alike.',
    });
  });
}

function toWeights(given: unknown): NdArray {
  return NdArray.from(given as ArrayLike).cast('float32');
}

/** Whether there is one array for all outputs. */
function isSingle(given: unknown): boolean {
  if (Array.isArray(given)) return given.every((entry) => typeof entry === 'number');
  return NdArray.isNdArray(given) || ArrayBuffer.isView(given);
}

function checkOneEach(weights: NdArray, { labels }: Ports, who: string): void {
  if (weights.rank === 1 || (weights.rank === 2 && weights.shape[1] === 1)) return;
  throw new ShapeError({
    who,
    expected: `one weight for each example in a \`sampleWeight\` for all of the outputs ${labels.join(', ')}`,
    got: formatShape(weights.shape),
    hint: 'Give a list or a dictionary with the weights of each output.',
  });
}

function weightsOfClasses(labels: NdArray, classWeight: Readonly<Record<number, number>>): NdArray {
  const classes = labels.shape.at(-1) ?? 1;
  const oneHot = labels.rank > 1 && classes > 1;
  const examples = labels.shape[0] ?? 0;
  const weights = Float32Array.from({ length: examples }, (_, i) => {
    const row = labels.rows(i, i + 1).data as Float32Array;
    const label = oneHot ? row.indexOf(Math.max(...row)) : Math.round(row[0] ?? 0);
    return classWeight[label] ?? 1;
  });
  return new NdArray(weights);
}
