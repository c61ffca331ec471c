/**
 * Compiles assembly/ to src/generated/: one WebAssembly module for each kind of SIMD and of memory, as base64 in a
 * TypeScript file, which loads in the same way everywhere (Node, bundlers, workers). A module made for a memory of one
 * thread cannot take one that threads share, nor the other way round; they differ in what they say about the memory that
 * they import, and in nothing else.
 */
/* global WebAssembly */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import asc from 'assemblyscript/asc';
import { hoistConstants } from './hoist-constants.mjs';
import { mathArraysSource } from './math-arrays.mjs';
import { tilesSource } from './tiles.mjs';
import { winogradSource } from './winograd.mjs';

const folder = fileURLToPath(new URL('../', import.meta.url));
const output = path.join(folder, 'src/generated');
const maximumPages = 65536;
const simdKinds = { baseline: 'simd', relaxed: 'simd,relaxed-simd' };
const memoryKinds = {
  unshared: { text: '(memory $0 0)', create: () => new WebAssembly.Memory({ initial: 1 }) },
  shared: {
    text: `(memory $0 0 ${maximumPages} shared)`,
    create: () => new WebAssembly.Memory({ initial: 1, maximum: maximumPages, shared: true }),
  },
};

const writtenSources = {
  'assembly/tiles.ts': tilesSource(),
  'assembly/math-arrays.ts': mathArraysSource(),
  'assembly/winograd-transforms.ts': winogradSource(),
};

function readSource(name, base) {
  if (name in writtenSources) return writtenSources[name];
  try {
    return inlined(readFileSync(path.join(base, name), 'utf8'));
  } catch {
    return null; // The compiler looks in several places.
  }
}

/**
 * Functions below the comment `// @inline` become parts of those that use them: V8 does not do it, and a call in a loop
 * costs as much as they compute. AssemblyScript's decorator itself is no TypeScript.
 */
function inlined(source) {
  return source.replaceAll(/^\/\/ @inline\n/gm, '@inline ');
}

/** The text of the module for a memory of one thread. */
async function compile(features) {
  let text;
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      ...['--baseDir', folder, '--textFile', 'kernels.wat', '--enable', features],
      ...['--runtime', 'stub', '-O3', '--noAssert', '--importMemory'],
    ],
    { readFile: readSource, writeFile: (_, contents) => void (text = contents), listFiles: () => [] },
  );
  if (error) throw new Error(`assembly/ does not compile.\n${stderr.toString()}`, { cause: error });
  return text;
}

/** Numbers of the sections of a module, as the WebAssembly specification has them. */
function sectionIds(binary) {
  const ids = [];
  for (let at = 8; at < binary.length;) {
    ids.push(binary[at++]);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = (binary[at] & 0x80) !== 0;
      size |= (binary[at++] & 0x7f) << shift;
    }
    at += size;
  }
  return ids;
}

/**
 * The module is a lodger in its memory: it must bring no data of its own, which would overwrite that of others, and
 * need nothing else.
 */
function assertLodger(name, binary, createMemory) {
  const dataSection = 11;
  if (sectionIds(binary).includes(dataSection)) throw new Error(`${name} has a data segment.`);
  if (!WebAssembly.validate(binary)) return; // This Node does not know the instructions: no closer look.
  new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory: createMemory() } });
}

/** What two binaries share at their beginning and at their end, and what is different between. */
function difference(one, other) {
  let head = 0;
  while (one[head] === other[head]) head++;
  let rest = 0;
  while (one.at(-1 - rest) === other.at(-1 - rest)) rest++;
  const [inOne, inOther] = [one, other].map((binary) => binary.subarray(head, binary.length - rest));
  if (inOne.length + inOther.length > 64) throw new Error('The builds differ in more than their memory.');
  return { head: one.subarray(0, head), inOne, inOther, rest: one.subarray(one.length - rest) };
}

const base64 = (bytes) => `'${Buffer.from(bytes).toString('base64')}'`;

mkdirSync(output, { recursive: true });
for (const [simd, features] of Object.entries(simdKinds)) {
  const text = await compile(features);
  const { unshared, shared } = memoryKinds;
  if (!text.includes(unshared.text)) throw new Error(`The ${simd} module does not say ${unshared.text}.`);
  const build = (kind) => {
    const binary = hoistConstants(text.replace(unshared.text, kind.text));
    assertLodger(simd, binary, kind.create);
    return binary;
  };
  const binaries = { unshared: build(unshared), shared: build(shared) };
  console.log(`${simd}: ${(binaries.shared.length / 1024).toFixed(1)} KB`);
  const { head, inOne, inOther, rest } = difference(binaries.unshared, binaries.shared);
  writeFileSync(
    path.join(output, `${simd}.ts`),
    `/** A module in base64: its beginning, what says which memory it takes, and, deflated, the rest. */
export const head: string = ${base64(head)};
export const unshared: string = ${base64(inOne)};
export const shared: string = ${base64(inOther)};
export const deflatedRest: string =
  ${base64(deflateRawSync(rest, { level: 9 }))};
`,
  );
}
