import { type NdArray, type SavedModel, hostOf } from '@myelin/core';
import type { Model } from '../model.js';
import { layersByPath } from './weights-by-path.js';

type HostFiles = Pick<SavedModel, 'named' | 'assets'>;

/** What the layers of a model that compute on the host keep in files, such as vocabularies. */
export function hostFiles(model: Model): HostFiles {
  const named = new Map<string, ReadonlyMap<string, NdArray>>();
  const assets = new Map<string, Uint8Array>();
  for (const [path, layer] of layersByPath(model)) {
    const { arrays, assets: texts = [] } = hostOf(layer)?.save() ?? {};
    if (arrays !== undefined && arrays.size > 0) named.set(path, arrays);
    for (const [file, text] of texts) assets.set(`${path}/${file}`, new TextEncoder().encode(text));
  }
  return { named, assets };
}

/** Gives these layers back their arrays, without further files. */
export function restoreArrays(model: Model, named: SavedModel['named'], skipped: ReadonlySet<unknown>): void {
  for (const [path, layer] of layersByPath(model, skipped)) {
    const arrays = named.get(path);
    if (arrays !== undefined) hostOf(layer)?.load({ arrays, assets: new Map() });
  }
}

/** Gives these layers back what files keep. */
export function restoreHostFiles(model: Model, { named, assets }: HostFiles): void {
  for (const [path, layer] of layersByPath(model)) {
    const prefix = `${path}/`;
    const own = [...assets].filter(
      ([file]) => file.startsWith(prefix) && !file.slice(prefix.length).includes('/'),
    );
    hostOf(layer)?.load({
      arrays: named.get(path) ?? new Map<string, NdArray>(),
      assets: new Map(
        own.map(([file, bytes]) => [file.slice(prefix.length), new TextDecoder().decode(bytes)]),
      ),
    });
  }
}
