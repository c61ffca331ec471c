/**
 * Times 100,000 short texts through TextVectorization, `adapt` and a call, in turn with Keras in MYELIN_BENCH_PYTHON:
 * `node texts.mjs`. Both run once to warm up; three pairs, each run in a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const python = process.env.MYELIN_BENCH_PYTHON;
if (python === undefined) {
  console.error('Set MYELIN_BENCH_PYTHON to a Python that has Keras (tools/goldens/requirements.txt).');
  process.exit(2);
}
const folder = fileURLToPath(new URL('.', import.meta.url));
const temporary = mkdtempSync(path.join(tmpdir(), 'myelin-texts-'));

/** Words of which the first are the most frequent, as in a language, with capitals and punctuation. */
function makeTexts(count) {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = () => `w${Math.floor(20_000 * random() ** 4).toString(36)}`;
  const text = () => {
    const words = Array.from({ length: 4 + Math.floor(16 * random()) }, word);
    return `${words[0].toUpperCase()}, ${words.slice(1).join(' ')}.`;
  };
  return Array.from({ length: count }, text).join('\n');
}

function run(command, ...given) {
  const { stdout, stderr } = spawnSync(command, given, { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1);
  if (!line?.startsWith('{')) throw new Error(stderr);
  return JSON.parse(line);
}

try {
  await build({
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@myelin/source'],
    logLevel: 'error',
    entryPoints: ['src/peers/texts.ts'],
    outfile: 'out/texts.mjs',
    external: ['@tensorflow/*'],
  });
  const file = path.join(temporary, 'texts.txt');
  writeFileSync(file, makeTexts(100_000));
  for (let pair = 0; pair < 3; pair++) {
    const ours = run(process.execPath, path.join(folder, 'out/texts.mjs'), file);
    const keras = run(python, path.join(folder, 'keras_texts.py'), file);
    if (ours.sum !== keras.sum)
      throw new Error(`The indices are not those of Keras: ${ours.sum}, ${keras.sum}`);
    const [mine, theirs] = [ours, keras].map(({ adapt, vectorize }) => adapt + vectorize);
    const each = (name) => `${name} ${ours[name].toFixed(0)} and ${keras[name].toFixed(0)} ms`;
    console.log(`${(theirs / mine).toFixed(2)} times Keras: ${each('adapt')}, ${each('vectorize')}`);
  }
} finally {
  rmSync(temporary, { recursive: true });
}
