/** Bundles what is measured, and the program that measures it, to out/, and starts it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const common = {
  absWorkingDir: folder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['@myelin/source'],
  logLevel: 'error',
};
const peers = (names) => names.map((name) => `src/peers/${name}.ts`);

/** Leaves to Node what comes from outside of this repository, as it does for users. */
const fromOutside = {
  name: 'from-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name.startsWith('@myelin/') ? undefined : { path: name, external: true },
    );
  },
};

await build({
  ...common,
  entryPoints: peers(['myelin', 'gflops', 'start-up', 'tfjs-import', 'predict-one']),
  outdir: 'out/peers',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  plugins: [fromOutside],
});
// Modules of TensorFlow.js find each other only in a bundle.
await build({
  ...common,
  entryPoints: peers(['tfjs', 'jax-js']),
  outdir: 'out/peers',
  outExtension: { '.js': '.mjs' },
  // What the CommonJS modules among them take for granted.
  banner: { js: readFileSync(new URL('src/peers/common-js.txt', import.meta.url), 'utf8') },
});
await build({ ...common, entryPoints: ['src/main.ts'], outfile: 'out/main.mjs', packages: 'external' });
process.env.MYELIN_BENCH_FOLDER = folder;
await import(pathToFileURL(path.join(folder, 'out/main.mjs')).href);
