import {
  type AnyLayer,
  FormatError,
  type NdArray,
  type Optimizer,
  type SavedModel,
  StateError,
  detailsOf,
  isRecord,
} from '@myelin/core';
import type { Model } from '../model.js';
import { isFresh } from './fresh-state.js';
import { restoreArrays } from './host-files.js';
import { type Match, assignMatch, matchWeights, mismatchOf } from './match-weights.js';
import { type FileSource, besides, nameOf, readBytes } from './read-bytes.js';

/** Options of `loadWeights`. */
export interface LoadWeightsOptions {
  /** Whether layers that the file does not fit stay as they are, with a warning, instead of an error. @defaultValue false */
  readonly skipMismatch?: boolean;
  /** What stays as it is whatever the file holds: layers, with those within them, and the optimizer. @defaultValue [] */
  readonly objectsToSkip?: readonly (AnyLayer | Optimizer)[];
}

type FileWeights = Pick<SavedModel, 'weights' | 'weightsByLayer' | 'named' | 'optimizer'>;

/** Gives a model the weights of a file; see `Model.loadWeights`. */
export async function loadWeights(
  model: Model,
  source: FileSource,
  { skipMismatch = false, objectsToSkip = [] }: LoadWeightsOptions,
): Promise<void> {
  if (!model.built) {
    throw new StateError({
      who: model.name,
      expected: 'a model with weights',
      got: 'one that does not know the shape of its input yet',
      hint: 'Give the first layer an `inputShape`, or call the model on data before weights are loaded.',
    });
  }
  const skipped = new Set<unknown>(objectsToSkip);
  const saved = await readWeights(source);
  const matches = await matchWeights(model, saved, skipped);
  const optimizer = skipped.has(model.optimizer)
    ? undefined
    : matchOptimizer(model.optimizer, saved.optimizer);
  const found = [...matches, ...(optimizer === undefined ? [] : [optimizer])].map((match) => ({
    match,
    mismatch: mismatchOf(match),
  }));
  const mismatches = found.flatMap(({ mismatch }) => (mismatch === undefined ? [] : [mismatch]));
  if (mismatches.length > 0) report(mismatches, skipMismatch);

  for (const { match, mismatch } of found) {
    if (mismatch !== undefined) continue;
    if (match === optimizer) model.optimizer?.restore(match.arrays);
    else assignMatch(match);
  }
  restoreArrays(model, saved.named, skipped);
}

/** Tells which layers a file does not fit: by an error, or by a warning where they may stay as they are. */
function report(mismatches: readonly FormatError[], skipMismatch: boolean): void {
  if (skipMismatch) {
    const lines = mismatches.map(({ who, expected, got }) => `${who}: expected ${expected}, got ${got}`);
    console.warn(['loadWeights leaves as they were:', ...lines].join('\n  '));
    return;
  }
  const [first, ...others] = mismatches as [FormatError, ...FormatError[]];
  const also =
    others.length === 0 ? '' : `Others that do not fit: ${others.map(({ who }) => who).join('; ')}. `;
  throw new FormatError({
    ...detailsOf(first),
    hint: `${also}With \`skipMismatch: true\` what does not fit stays as it is.`,
  });
}

/** Keras, too, leaves an optimizer as it is whose slots are not there yet, or are others. */
function matchOptimizer(
  optimizer: Optimizer | undefined,
  state: readonly NdArray[] | null,
): Match | undefined {
  if (optimizer === undefined || state === null) return undefined;
  const { built, variables } = optimizer;
  if (!built && state.every(isFresh)) {
    const [, learningRate] = state;
    if (learningRate !== undefined && !isRecord(optimizer.getConfig()['learning_rate']))
      optimizer.setLearningRate(Number(learningRate.item()));
    return undefined;
  }
  if (variables.length === state.length) return { who: 'the optimizer', variables, arrays: state };
  const hint = built
    ? ''
    : ' To go on where it stood, call `model.optimizer.build(model.trainableWeights)` before.';
  console.warn(
    `loadWeights: the file holds ${state.length} variables of the optimizer where there are ${variables.length}; it stays as it is.${hint}`,
  );
  return undefined;
}

/** Files of Keras 3, of weights or of a whole model, in one piece or several, and of Keras 2. */
async function readWeights(source: FileSource): Promise<FileWeights> {
  const { decodeKerasWeights, decodeLegacyWeights, decodeShards, decodeWeights, isHdf5 } =
    await import('@myelin/formats');
  const bytes = await readBytes(source, 'loadWeights');
  const name = nameOf(source);
  if (bytes[0] === '{'.charCodeAt(0)) {
    return decodeShards(bytes, name, (shard) =>
      readBytes(besides(source, shard, 'loadWeights'), 'loadWeights'),
    );
  }
  if (!isHdf5(bytes)) return decodeKerasWeights(bytes, name);
  const weightsByLayer = decodeLegacyWeights(bytes, name);
  if (weightsByLayer === undefined) return decodeWeights(bytes, name);
  return { weights: new Map(), weightsByLayer, named: new Map(), optimizer: null };
}
