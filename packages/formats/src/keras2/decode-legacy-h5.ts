import { FormatError, type SavedModel, type WireRecord, isRecord } from '@myelin/core';
import type { Hdf5Group } from '@myelin/hdf5';
import { parseJson } from '../json/parse-json.js';
import { openHdf5, readArray } from '../read-arrays.js';
import { modernizeTraining } from './modernize-training.js';

/** How each HDF5 file begins. */
const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether bytes are HDF5 rather than an archive. */
export function isHdf5(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/**
 * What an `.h5` file holds, as Keras 2 writes whole models, and Keras 3 on demand. Slots of the optimizer stay behind.
 *
 * @param file - the name for errors.
 * @throws FormatError naming the file and the place in it.
 * @see Keras `keras.src.legacy.saving.legacy_h5_format.load_model_from_hdf5`
 */
export function decodeLegacyH5(bytes: Uint8Array, file: string): SavedModel {
  return openHdf5(bytes, file, (root) => {
    const config = jsonOf(root, 'model_config', file);
    if (config === undefined) {
      throw new FormatError({
        who: file,
        expected: 'a model with its configuration in the attribute model_config',
        got: 'none',
        hint: 'A file of weights alone has no model: make the model, then call `loadWeights`.',
      });
    }
    const training = jsonOf(root, 'training_config', file);
    return {
      config: {
        ...config,
        ...(training === undefined ? {} : { compile_config: modernizeTraining(training) }),
      },
      weights: new Map(),
      named: new Map(),
      weightsByLayer: layerWeights(root.group('model_weights')),
      optimizer: null,
      assets: new Map(),
    };
  });
}

/**
 * The weights in an `.h5` file of a model or of weights alone, as Keras 2 writes them; undefined where it is a file of
 * another kind.
 *
 * @throws FormatError naming the file and the place in it.
 * @see Keras `keras.src.legacy.saving.legacy_h5_format.load_weights_from_hdf5_group`
 */
export function decodeLegacyWeights(bytes: Uint8Array, file: string): SavedModel['weightsByLayer'] {
  return openHdf5(bytes, file, (root) => {
    const hasLayers = ({ attributes }: Hdf5Group): boolean =>
      attributes.has('layer_names') || attributes.has('layer_names0');
    if (hasLayers(root)) return layerWeights(root);
    return root.children.has('model_weights') ? layerWeights(root.group('model_weights')) : undefined;
  });
}

function jsonOf({ attributes }: Hdf5Group, name: string, file: string): WireRecord | undefined {
  const [text] = texts(attributes.get(name)?.read());
  if (text === undefined) return undefined;
  const value = parseJson(text, `${file}, ${name}`);
  if (isRecord(value)) return value;
  throw new FormatError({ who: `${file}, ${name}`, expected: 'an object', got: typeof value });
}

/** The weights of the layers that have some, in the order of the model. */
function layerWeights(group: Hdf5Group): NonNullable<SavedModel['weightsByLayer']> {
  const names = listOf(group, 'layer_names');
  return names
    .map((name) => {
      const layer = group.group(name);
      const arrays = listOf(layer, 'weight_names').map((weight) => readArray(layer.dataset(weight)));
      return { name, arrays };
    })
    .filter(({ arrays }) => arrays.length > 0);
}

/** A list of names, in pieces where it is too long for one attribute. */
function listOf({ attributes }: Hdf5Group, name: string): readonly string[] {
  const whole = attributes.get(name);
  if (whole !== undefined) return texts(whole.read());
  const found: string[] = [];
  for (let part = 0; attributes.has(`${name}${part}`); part++)
    found.push(...texts(attributes.get(`${name}${part}`)?.read()));
  return found;
}

/** Strings of any length; an empty list is kept as numbers. */
function texts(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.map((text) => String(text).replace(/\0+$/, '')) : [];
}
