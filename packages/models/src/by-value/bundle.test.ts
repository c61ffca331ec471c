import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const kinds = ['losses', 'metrics', 'optimizers'];

/** The losses, metrics and optimizers whose files leave something in the bundle of a program. */
async function unitsIn(program: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['@myelin/source'],
    external: ['@tensorflow/tfjs-core'],
    logLevel: 'silent',
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const units = (await Promise.all(kinds.map(unitFiles))).flat();
  return units.filter((unit) => used.some((file) => file.endsWith(`packages/${unit}`))).sort();
}

/** The files of the units of one kind: those that its map from string ids imports; those in folders are of other kinds. */
async function unitFiles(kind: string): Promise<string[]> {
  const map = await readFile(new URL(`../../../${kind}/src/by-id.ts`, import.meta.url), 'utf8');
  return Array.from(map.matchAll(/from '\.\/([^/]+)\.js'/g), ([, file]) => `${kind}/src/${file ?? ''}.ts`);
}

const program = (entry: string): string => `
  import { meanSquaredError } from '@myelin/losses';
  import { dense } from '@myelin/layers';
  import { sequential } from '${entry}';
  import { sgd } from '@myelin/optimizers';
  const model = sequential([dense({ units: 1, inputShape: [2] })]);
  model.compile({ optimizer: sgd({ learningRate: 0.1 }), loss: meanSquaredError() });
  console.log(await model.fit([[1, 2]], [[3]]));
`;

describe('a bundle for browsers', () => {
  it('carries the loss and the optimizer that it uses and no others, where models know no string ids', async () => {
    expect(await unitsIn(program('./index.js'))).toEqual([
      'losses/src/mean-squared-error.ts',
      'optimizers/src/sgd.ts',
    ]);
  });

  it('carries all of them where models know string ids', async () => {
    const all = (await Promise.all(kinds.map(unitFiles))).flat();
    expect(all.length).toBeGreaterThan(30);
    expect(await unitsIn(program('../index.js'))).toEqual(all.sort());
  });
});
