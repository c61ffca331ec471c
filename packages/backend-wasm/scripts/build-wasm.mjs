/**
 * Compiles assembly/ to src/generated/: one WebAssembly module for each kind of SIMD, as base64 in a TypeScript file,
 * which loads in the same way everywhere (Node, bundlers, workers).
 */
/* global WebAssembly */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { tilesSource } from './tiles.mjs';

const folder = fileURLToPath(new URL('../', import.meta.url));
const output = path.join(folder, 'src/generated');
const variants = { baseline: 'simd', relaxed: 'simd,relaxed-simd' };

function readSource(name, base) {
  if (name === 'assembly/tiles.ts') return tilesSource();
  try {
    return readFileSync(path.join(base, name), 'utf8');
  } catch {
    return null; // The compiler looks in several places.
  }
}

async function compile(features) {
  let binary;
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      ...['--baseDir', folder, '--outFile', 'kernels.wasm', '--enable', features],
      ...['--runtime', 'stub', '-O3', '--noAssert', '--importMemory'],
    ],
    { readFile: readSource, writeFile: (_, contents) => void (binary = contents), listFiles: () => [] },
  );
  if (error) throw new Error(`assembly/ does not compile.\n${stderr.toString()}`, { cause: error });
  return binary;
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

/** The module shares its memory with others, so it must bring no data of its own, which would overwrite theirs. */
function assertLodger(name, binary) {
  const dataSection = 11;
  if (sectionIds(binary).includes(dataSection)) throw new Error(`${name} has a data segment.`);
  if (!WebAssembly.validate(binary)) return; // This Node does not know the instructions: no closer look.
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(binary)).map((entry) => entry.name);
  if (imports.join() !== 'memory') throw new Error(`${name} imports ${imports.join()}, not only a memory.`);
}

mkdirSync(output, { recursive: true });
for (const [name, features] of Object.entries(variants)) {
  const binary = await compile(features);
  assertLodger(name, binary);
  const text = Buffer.from(binary).toString('base64');
  writeFileSync(path.join(output, `${name}.ts`), `export const ${name}: string =\n  '${text}';\n`);
  console.log(`${name}: ${(binary.length / 1024).toFixed(1)} KB`);
}
