import { FormatError, type SavedModel, type WireValue, isRecord } from '@myelin/core';
import { parseJson } from './json/parse-json.js';
import { printJson } from './json/print-json.js';
import type { Weights } from './weight-groups.js';
import { decodeWeights, encodeWeights } from './weights-h5.js';
import { readZip } from './zip/read-zip.js';
import { writeZip } from './zip/write-zip.js';

/** The version of Keras whose format is written. */
const kerasVersion = '3.15.1';

const members = {
  metadata: 'metadata.json',
  config: 'config.json',
  weights: 'model.weights.h5',
  assets: 'assets/',
};

/**
 * The bytes of a `.keras` file, as Keras 3 writes and reads it.
 *
 * @see Keras `keras.src.saving.saving_lib.save_model`
 */
export function encodeKeras(saved: SavedModel): Uint8Array {
  const encoder = new TextEncoder();
  const metadata = { keras_version: kerasVersion, date_saved: timestamp(new Date()) };
  return writeZip(
    new Map([
      [members.metadata, encoder.encode(printJson(metadata))],
      [members.config, encoder.encode(printJson(saved.config))],
      [members.weights, encodeWeights(saved)],
      ...[...saved.assets].map(([name, bytes]): [string, Uint8Array] => [members.assets + name, bytes]),
    ]),
  );
}

/**
 * What a `.keras` file holds; code in it is never run, nothing is read but the given bytes.
 *
 * @param file - the name for errors.
 * @throws FormatError naming the file and the place in it.
 */
export function decodeKeras(bytes: Uint8Array, file: string): SavedModel {
  const zip = readZip(bytes, file);
  const config = parseJson(
    new TextDecoder().decode(memberOf(zip, members.config, file)),
    `${file}, ${members.config}`,
  );
  if (!isRecord(config)) throw notAModel(file, config);
  const stored = weightsIn(zip, file);
  const assets = [...zip].filter(([name]) => name.startsWith(members.assets));
  return {
    config: config,
    ...stored,
    assets: new Map(assets.map(([name, content]) => [name.slice(members.assets.length), content])),
  };
}

/** The weights in a `.keras` file alone. @throws FormatError naming the file and the place in it. */
export function decodeKerasWeights(bytes: Uint8Array, file: string): Weights {
  return weightsIn(readZip(bytes, file), file);
}

function weightsIn(zip: ReadonlyMap<string, Uint8Array>, file: string): Weights {
  return decodeWeights(memberOf(zip, members.weights, file), `${file}, ${members.weights}`);
}

function memberOf(zip: ReadonlyMap<string, Uint8Array>, name: string, file: string): Uint8Array {
  const found = zip.get(name);
  if (found !== undefined) return found;
  throw new FormatError({
    who: file,
    expected: `a .keras file with the member ${name}`,
    got: `an archive with ${[...zip.keys()].slice(0, 10).join(', ')}`,
  });
}

function notAModel(file: string, got: WireValue): FormatError {
  return new FormatError({
    who: `${file}, ${members.config}`,
    expected: 'the configuration of a model',
    got: typeof got,
  });
}

/** `2026-01-31@13:05:00`, as Keras writes it. */
function timestamp(date: Date): string {
  const iso = date.toISOString();
  return `${iso.slice(0, 10)}@${iso.slice(11, 19)}`;
}
