import type { NdArray, SavedModel } from '@myelin/core';

/**
 * The arrays of a layer by its path in a file of Keras 3, or by the one that Keras 2 gave it: parts of a layer were private
 * there, and layers of models had another name at first. None if there are none.
 */
export function arraysAt(weights: SavedModel['weights'], path: string): readonly NdArray[] {
  const privately = path.replace(/\/(?=[^/]*$)/, '/_');
  const paths = [path, privately].flatMap((one) => [
    one,
    one.replaceAll(/(?<=^|\/)layers\//g, '_layer_checkpoint_dependencies/'),
  ]);
  const found = paths.find((one) => weights.has(one));
  return (found === undefined ? undefined : weights.get(found)) ?? [];
}
