import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Runs a step on two threads, so that the helper waits for the next; then does what the program is told. */
const program = `
import { NdArray } from '@myelin/core';
import { matmul } from '@myelin/ops';
import { Engine } from './engine.js';

const engine = await Engine.create({ numerics: 'portable', threads: 2 });
const signature = { inputs: [{ shape: [64, 64], dtype: 'float32' }] };
const step = { name: 'predict', run: ([x]) => [matmul(x, x)] };
const compiled = await engine.compile(step, signature);
compiled.run([NdArray.zeros([64, 64])]);
console.log('threads', engine.threadCount.threads);
if (process.argv[2] === 'exit') process.exit(3);
if (process.argv[2] === 'throw') throw new Error('thrown');
`;

let folder = '';
const file = (): string => path.join(folder, 'program.mjs');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'myelin-'));
  await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@myelin/source'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire('${import.meta.url}');`,
    },
    outfile: file(),
    logLevel: 'error',
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test.each([
  { how: 'at its end', word: '', status: 0 },
  { how: 'when told to', word: 'exit', status: 3 },
  { how: 'at an error', word: 'throw', status: 1 },
])('a process ends $how, and its workers with it', ({ word, status }) => {
  const ended = spawnSync(process.execPath, [file(), word], { encoding: 'utf8', timeout: 30_000 });
  expect(ended.stdout).toContain('threads 2');
  expect(ended.status, ended.stderr).toBe(status);
});
