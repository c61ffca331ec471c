import {
  type AnyLayer,
  FormatError,
  type NdArray,
  type SavedModel,
  type Stored,
  formatShape,
} from '@myelin/core';
import type { Model } from '../model.js';
import { layersByPath } from './weights-by-path.js';

/** The weights of one layer, without those of layers within, and the arrays that a file has for them. */
export interface Match {
  /** The layer, for errors. */
  readonly who: string;
  readonly variables: readonly Stored[];
  readonly arrays: readonly NdArray[];
}

/**
 * Finds what a file has for each layer: by paths, or by the order of layers where the file has none.
 *
 * @param skipped - layers to leave out, with those within them.
 * @throws FormatError when a file without paths has more or fewer layers.
 */
export async function matchWeights(
  model: Model,
  { weights, weightsByLayer }: Pick<SavedModel, 'weights' | 'weightsByLayer'>,
  skipped: ReadonlySet<unknown> = new Set(),
): Promise<Match[]> {
  if (weightsByLayer !== undefined) return matchByOrder(model, weightsByLayer, skipped);
  const { arraysAt } = await import('@myelin/formats');
  return [...layersByPath(model, skipped)].map(([path, layer]) => ({
    who: path === '' ? `weights of ${model.name}` : `weights of ${layer.name}, at ${path}`,
    variables: layer.stored,
    arrays: arraysAt(weights, path),
  }));
}

/** Layers are told apart by their order alone, as in Keras. */
function matchByOrder(
  model: Model,
  stored: NonNullable<SavedModel['weightsByLayer']>,
  skipped: ReadonlySet<unknown>,
): Match[] {
  const layers = model.layers.filter(({ weights }) => weights.length > 0);
  if (layers.length !== stored.length) {
    throw new FormatError({
      who: model.name,
      expected: `weights of the ${layers.length} layers ${namesOf(layers)}`,
      got: `those of ${stored.length}: ${namesOf(stored)}`,
    });
  }
  return layers.flatMap((layer, i): Match[] => {
    const variables = [...layer.trainableWeights, ...layer.nonTrainableWeights];
    return skipped.has(layer)
      ? []
      : [{ who: `weights of ${layer.name}`, variables, arrays: stored[i]?.arrays ?? [] }];
  });
}

function namesOf(all: readonly Pick<AnyLayer, 'name'>[]): string {
  return all.map(({ name }) => name).join(', ');
}

/** What keeps the arrays from being these weights, if anything does. */
export function mismatchOf({ who, variables, arrays }: Match): FormatError | undefined {
  if (arrays.length !== variables.length) {
    const names = variables.map(({ path }) => path.split('/').at(-1)).join(', ');
    return new FormatError({
      who,
      expected: `${variables.length} arrays${names === '' ? '' : ` (${names})`}`,
      got: String(arrays.length),
    });
  }
  const place = variables.findIndex(
    ({ shape }, i) => formatShape(arrays[i]?.shape ?? []) !== formatShape(shape),
  );
  const variable = variables[place];
  if (variable === undefined) return undefined;
  return new FormatError({
    who: `${who}, number ${place}`,
    expected: `the shape ${formatShape(variable.shape)} of ${variable.path}`,
    got: formatShape(arrays[place]?.shape ?? []),
  });
}

/** Gives the weights the values of the arrays, which fit. */
export function assignMatch({ variables, arrays }: Match): void {
  variables.forEach((variable, i) => {
    variable.assign(arrays[i] as NdArray);
  });
}
