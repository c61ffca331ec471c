/**
 * Compiles assembly/ to src/generated/: one WebAssembly module for each kind of SIMD and of memory, deflated and as base64
 * in a TypeScript file, which loads in the same way everywhere (Node, bundlers, workers). A module made for a memory of one
 * thread cannot take one that threads share, nor the other way round.
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
const simdKinds = { baseline: ['simd'], relaxed: ['simd', 'relaxed-simd'] };
const memoryKinds = {
  unshared: { features: [], flags: [], create: () => new WebAssembly.Memory({ initial: 1 }) },
  shared: {
    features: ['threads'],
    flags: ['--sharedMemory', '--maximumMemory', String(maximumPages)],
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

async function compile(features, flags) {
  let text;
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      ...['--baseDir', folder, '--textFile', 'kernels.wat', '--enable', features.join()],
      ...['--runtime', 'stub', '-O3', '--noAssert', '--importMemory', ...flags],
    ],
    { readFile: readSource, writeFile: (_, contents) => void (text = contents), listFiles: () => [] },
  );
  if (error) throw new Error(`assembly/ does not compile.\n${stderr.toString()}`, { cause: error });
  return hoistConstants(text);
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

mkdirSync(output, { recursive: true });
for (const [simd, simdFeatures] of Object.entries(simdKinds)) {
  for (const [memory, { features, flags, create }] of Object.entries(memoryKinds)) {
    const name = `${simd}-${memory}`;
    const binary = await compile([...simdFeatures, ...features], flags);
    assertLodger(name, binary, create);
    const text = deflateRawSync(binary, { level: 9 }).toString('base64');
    writeFileSync(path.join(output, `${name}.ts`), `export const deflated: string =\n  '${text}';\n`);
    console.log(`${name}: ${(binary.length / 1024).toFixed(1)} KB`);
  }
}
