import { type Weights, groupsOf, readGroups, weightsOf, writeGroups } from './weight-groups.js';

/**
 * The bytes of a `.weights.h5`: for each path a group `<path>/vars` with the arrays `0`, `1`, ….
 *
 * @see Keras `keras.src.saving.saving_lib.H5IOStore`
 */
export function encodeWeights(weights: Weights): Uint8Array {
  return writeGroups(groupsOf(weights));
}

/** Reads what {@link encodeWeights} or Keras wrote. @throws FormatError naming the file and the place in it. */
export function decodeWeights(bytes: Uint8Array, file: string): Weights {
  return weightsOf(readGroups(bytes, file));
}
