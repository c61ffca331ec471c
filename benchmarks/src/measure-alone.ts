import { execPath } from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Alone } from './results.js';
import { median } from './statistics.js';
import { runProcess, valueOf } from './run-process.js';

const attempts = 5;

async function msOf(script: string, args: readonly string[] = []): Promise<number> {
  return valueOf(await runProcess<{ readonly ms: number }>(execPath, [script, ...args]), script).ms;
}

async function medianOf(script: string, args: readonly string[] = []): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) times.push(await msOf(script, args));
  return median(times);
}

/** Those that browsers of today choose. */
const kernels = 'generated/relaxed.ts';

/** Everything that a page loads before it has trained, minified and gzipped. */
async function pageBytes(entry: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@myelin/source'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const byName = new Map(Object.entries(metafile.outputs));
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of byName.get(name)?.imports ?? []) if (kind === 'import-statement') load(path);
  };
  // Of the parts that come by `import()`, a step that is compiled needs the kernels alone.
  for (const [name, { entryPoint }] of byName)
    if (entryPoint?.endsWith('train-perceptron.ts') === true || entryPoint?.endsWith(kernels) === true)
      load(name);
  const isLoaded = (path: string): boolean =>
    [...loaded].some((name) => path.endsWith(name.replace(/^.*\//, '/')));
  return outputFiles
    .filter(({ path }) => isLoaded(path))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0);
}

/** Measures what needs no other framework. */
export async function measureAlone(peer: (name: string) => string, pageEntry: string): Promise<Alone> {
  const tfjs = await medianOf(peer('tfjs-import'));
  const startUp = async (name: string): Promise<number> => (await medianOf(peer('start-up'), [name])) - tfjs;
  return {
    startUpMs: { mlp: await startUp('mlp'), cnn: await startUp('cnn') },
    predictOneMs: await medianOf(peer('predict-one')),
    pageBytes: await pageBytes(pageEntry),
  };
}
