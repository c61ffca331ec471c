import { type AnyLayer, type Stored, isLayer, snakeCase, snakeCaseClass } from '@myelin/core';

/**
 * The weights of a model by their group in Keras' files: a layer's own under its path, layers within it under the
 * attribute that holds them, those of a list under the snake case of their class, counted.
 *
 * @see Keras `keras.src.saving.saving_lib._save_state`
 */
export function weightsByPath(model: AnyLayer): Map<string, readonly Stored[]> {
  return new Map([...layersByPath(model)].map(([path, layer]) => [path, layer.stored]));
}

/**
 * The layers of a model, those within layers included, by their group in Keras' files.
 *
 * @param skipped - layers to leave out, with those within them.
 */
export function layersByPath(
  model: AnyLayer,
  skipped: ReadonlySet<unknown> = new Set(),
): Map<string, AnyLayer> {
  const groups = new Map<string, AnyLayer>();
  const seen = new Set(skipped);
  const visit = (layer: AnyLayer, path: string): void => {
    if (seen.has(layer)) return;
    seen.add(layer);
    groups.set(path, layer);
    const sublayers = [...layer.sublayers].map(([key, value]): [string, typeof value] => [
      snakeCase(key),
      value,
    ]);
    for (const [attribute, value] of sublayers.sort(byAttribute)) {
      const at = path === '' ? attribute : `${path}/${attribute}`;
      if (isLayer(value)) visit(value, at);
      else visitList(value, at);
    }
  };
  const visitList = (layers: readonly AnyLayer[], path: string): void => {
    const used = new Map<string, number>();
    for (const layer of layers) {
      const name = snakeCaseClass(layer.countedAs);
      const count = used.get(name) ?? 0;
      used.set(name, count + 1);
      visit(layer, `${path}/${count === 0 ? name : `${name}_${count}`}`);
    }
  };
  visit(model, '');
  return groups;
}

/** Alphabetical, private attributes last. */
function byAttribute([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const rank = (name: string): string => (name.startsWith('_') ? '1' : '0') + name;
  return rank(a) < rank(b) ? -1 : 1;
}
