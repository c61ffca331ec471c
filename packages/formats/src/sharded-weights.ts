import { ArgumentError, FormatError, type NdArray, PyFloat, isRecord } from '@myelin/core';
import { parseJson } from './json/parse-json.js';
import { printJson } from './json/print-json.js';
import { type Weights, groupsOf, readGroups, weightsOf, writeGroups } from './weight-groups.js';

/**
 * Weights in several files, by name: `<base>_00000.weights.h5` and so on, none with more than `maxBytes` of arrays, and
 * behind them `<base>.weights.json`, which says where each group is.
 *
 * The arrays of one group may lie in several of the files.
 *
 * @throws ArgumentError for an array that is larger than `maxBytes`.
 * @see Keras `keras.src.saving.saving_lib.ShardedH5IOStore`
 */
export function encodeShards(weights: Weights, base: string, maxBytes: number): Map<string, Uint8Array> {
  const shards: Map<string, Map<string, NdArray>>[] = [];
  const places = new Map<string, string[]>();
  let [total, filled] = [0, Infinity];
  for (const [path, arrays] of groupsOf(weights)) {
    for (const [name, array] of arrays) {
      const size = byteLength(array);
      if (size > maxBytes) throw tooLarge(`${path}/vars/${name}`, size, maxBytes);
      if (filled + size > maxBytes) {
        shards.push(new Map());
        filled = 0;
      }
      filled += size;
      total += size;
      const shard = shards.at(-1) as Map<string, Map<string, NdArray>>;
      const group = shard.get(path) ?? new Map<string, NdArray>();
      shard.set(path, group.set(name, array));
      const key = path === '' ? '/vars' : `/${path}/vars`;
      places.set(key, [...new Set([...(places.get(key) ?? []), shardName(base, shards.length - 1)])]);
    }
  }
  // Keras opens the first file even where there is nothing to read.
  if (shards.length === 0) shards.push(new Map());
  const index = {
    metadata: { total_size: new PyFloat(total) },
    weight_map: Object.fromEntries(
      [...places].map(([key, files]) => [key, files.length === 1 ? (files[0] as string) : files]),
    ),
  };
  return new Map([
    ...shards.map((groups, i): [string, Uint8Array] => [shardName(base, i), writeGroups(groups)]),
    [`${base}.weights.json`, new TextEncoder().encode(printJson(index))],
  ]);
}

/**
 * Reads what {@link encodeShards} or Keras wrote, from files that lie beside the index.
 *
 * @param file - the name of the index, for errors.
 * @param read - the bytes of the file of that name.
 * @throws FormatError naming the file and the place in it.
 */
export async function decodeShards(
  index: Uint8Array,
  file: string,
  read: (name: string) => Promise<Uint8Array>,
): Promise<Weights> {
  const groups = new Map<string, Map<string, NdArray>>();
  for (const name of shardNames(index, file)) {
    for (const [path, arrays] of readGroups(await read(name), name)) {
      groups.set(path, new Map([...(groups.get(path) ?? []), ...arrays]));
    }
  }
  return weightsOf(groups);
}

/** The files that an index names, each once. */
function shardNames(bytes: Uint8Array, file: string): Set<string> {
  const index = parseJson(new TextDecoder().decode(bytes), file);
  const map = isRecord(index) ? index['weight_map'] : undefined;
  if (!isRecord(map)) {
    throw new FormatError({
      who: file,
      expected: 'the index of sharded weights, with a `weight_map`',
      got: isRecord(index) ? `one with ${Object.keys(index).join(', ')}` : typeof index,
    });
  }
  const names = Object.values(map).flat();
  const odd = names.find((name) => typeof name !== 'string' || !/^[^/\\:]+\.weights\.h5$/.test(name));
  if (odd !== undefined) {
    throw new FormatError({
      who: `${file}, weight_map`,
      expected: 'names of .weights.h5 files beside it',
      got: typeof odd === 'string' ? JSON.stringify(odd) : typeof odd,
    });
  }
  return new Set(names as string[]);
}

function shardName(base: string, number: number): string {
  return `${base}_${String(number).padStart(5, '0')}.weights.h5`;
}

function byteLength({ data }: NdArray): number {
  return 'byteLength' in data ? data.byteLength : 0;
}

function tooLarge(array: string, size: number, maxBytes: number): ArgumentError {
  return new ArgumentError({
    who: 'saveWeights',
    expected: `a \`maxShardSize\` that the largest array fits into`,
    got: `${maxBytes} bytes where ${array} has ${size}`,
  });
}
