import type { GoldenCases, KerasFileRecord, LegacyFile } from './golden-cases.js';
import { type Golden, type GoldenKinds, decodeGolden, readGolden } from './read-golden.js';

/** Apart from its use: bundlers replace `new URL(..., import.meta.url)` as a whole, and fail where the path varies. */
const here: string = import.meta.url;

/** From the folder of goldens on disk in Node, from the test server in a browser. */
async function load(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(`../../../conformance/goldens/${file}`, here);
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function loadJson(file: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await load(`${file}.json`)));
}

/**
 * What Keras computed for one unit.
 *
 * @example
 * ```ts
 * (await loadGolden('layers', 'dense')).cases[0]?.name; // 'plain'
 * ```
 */
export async function loadGolden<Kind extends keyof GoldenCases>(
  kind: Kind,
  name: string,
): Promise<Golden<GoldenKinds[Kind]>> {
  return readGolden(kind, await loadJson(`${kind}/${name}`));
}

/** What Keras computed for a layer of the host. */
export async function loadHostLayerGolden(name: string): Promise<Golden<GoldenKinds['layers/host']>> {
  return readGolden('layers/host', await loadJson(`layers/${name}`));
}

/** What Keras computed for `InputLayer`. */
export async function loadInputLayerGolden(): Promise<Golden<GoldenKinds['layers/input-layer']>> {
  return readGolden('layers/input-layer', await loadJson('layers/input-layer'));
}

/** A model that Keras saved: the bytes of its `.keras` file, and what Keras does with it. */
export async function loadKerasFile(
  name: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; record: KerasFileRecord }> {
  const [bytes, json] = await Promise.all([load(`files/${name}.keras`), loadJson(`files/${name}`)]);
  return { bytes, record: decodeGolden(json) as KerasFileRecord };
}

/** A file that Keras 2 wrote, or an `.h5` file: its bytes, inputs, and the outputs of the model for them. */
export async function loadLegacyFile(name: string): Promise<LegacyFile> {
  const [bytes, json] = await Promise.all([load(`keras2/${name}`), loadJson(`keras2/${name}`)]);
  return { bytes, ...(decodeGolden(json) as Omit<LegacyFile, 'bytes'>) };
}
