/**
 * What the micro-benchmarks share: the kernels on a memory, a second thread, and timing of several candidates in turn.
 */
/* global WebAssembly */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';

export const packageFolder = new URL('../../packages/backend-wasm/', import.meta.url);
/** Resolves as the package does whose kernels are measured. */
export const requireFromPackage = createRequire(new URL('package.json', packageFolder));

const PAGES = 12_000;
const WORKSPACE_BYTES = 4 << 20;

function moduleBytes(variant) {
  const text = readFileSync(new URL(`src/generated/${variant}.ts`, packageFolder), 'utf8');
  const part = (name) =>
    Buffer.from(text.match(new RegExp(`const ${name}: string =\\s+'([^']*)'`))[1], 'base64');
  return Buffer.concat([part('head'), part('shared'), inflateRawSync(part('deflatedRest'))]);
}

/** Whether vectors are joined, as `wideVectors` of the backend does. */
const wide = process.argv.includes('--wide');
if (wide) setFlagsFromString('--experimental-wasm-revectorize');

/** The fastest variant of this Node, or the baseline when `--portable` is given. */
export function chooseVariant() {
  const portable = process.argv.includes('--portable');
  return !portable && WebAssembly.validate(moduleBytes('relaxed')) ? 'relaxed' : 'baseline';
}

/** The kernels of one variant on a shared memory of their own, with a second thread. */
export class Bench {
  #top = 2 * WORKSPACE_BYTES;
  #worker;
  #control = new Int32Array(new SharedArrayBuffer(64));
  #parameters = new Float64Array(new SharedArrayBuffer(512));

  constructor(variant, bytes = moduleBytes(variant)) {
    this.variant = variant;
    this.module = new WebAssembly.Module(bytes);
    this.memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
    this.kernels = new WebAssembly.Instance(this.module, { env: { memory: this.memory } }).exports;
    this.kernels.setWorkspace(1024, wide);
    this.floats = new Float32Array(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
    this.start = this.#top;
  }

  async startThread() {
    this.#worker = new Worker(new URL('second-thread.mjs', import.meta.url), {
      workerData: {
        module: this.module,
        memory: this.memory,
        workspace: WORKSPACE_BYTES,
        wide,
        control: this.#control,
        parameters: this.#parameters,
      },
    });
    // Blocking this thread before the other has said it is ready would keep it from starting.
    await new Promise((resolve) => this.#worker.once('message', resolve));
    this.#warm();
  }

  stopThread() {
    Atomics.store(this.#control, 2, -1);
    this.#release();
    return this.#worker.terminate();
  }

  /** Calls a kernel in the second thread while `mine` runs in this one. */
  both(mine, name, theirs) {
    Atomics.store(this.#control, 2, names(this.kernels).indexOf(name));
    Atomics.store(this.#control, 3, theirs.length);
    this.#parameters.set(theirs);
    this.#release();
    mine();
    while (Atomics.load(this.#control, 1) !== Atomics.load(this.#control, 0));
  }

  reset() {
    this.#top = this.start;
  }

  /** Address of new floats, between -0.5 and 0.5; on a cache line of its own. */
  allocate(count, fill = true) {
    const address = this.#top;
    this.#top += (4 * count + 127) & ~63;
    if (this.#top > this.memory.buffer.byteLength)
      throw new Error('The memory of the benchmark is too small.');
    if (fill) for (let i = 0; i < count; i++) this.floats[address / 4 + i] = Math.random() - 0.5;
    return address;
  }

  /** Address of int32 words. */
  allocateWords(words) {
    const address = this.allocate(words.length, false);
    this.words.set(words, address / 4);
    return address;
  }

  #release() {
    Atomics.add(this.#control, 0, 1);
    Atomics.notify(this.#control, 0);
  }

  /**
   * The operating system may wake the second thread on the first one's core, and take up to a second of load to move
   * it: waits for that.
   */
  #warm() {
    const size = 256;
    const [a, b, c, d] = [0, 1, 2, 3].map(() => this.allocate(size * size));
    const product = (to) => [0, 0, size, size, size, a, size, b, size, to, size, 0, -Infinity];
    const one = () => this.kernels.gemm(...product(c));
    let alone = Infinity;
    for (let i = 0; i < 30; i++) alone = Math.min(alone, elapsed(one));
    const deadline = performance.now() + 4000;
    for (let good = 0; good < 20 && performance.now() < deadline;) {
      good = elapsed(() => this.both(one, 'gemm', product(d))) < 1.4 * alone ? good + 1 : 0;
    }
    this.reset();
  }
}

function names(kernels) {
  return Object.keys(kernels).sort();
}

function elapsed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/**
 * Milliseconds of every candidate at its best: all of them run one after the other, again and again. What else runs on
 * the machine only ever makes a run longer, so the shortest of many short ones is closest to the truth.
 */
export function race(candidates, { rounds = 25, minimumMs = 1 } = {}) {
  const entries = Object.entries(candidates).map(([name, run]) => {
    for (let i = 0; i < 2; i++) run();
    let repeats = 1;
    while (
      elapsed(() => {
        for (let i = 0; i < repeats; i++) run();
      }) < minimumMs
    )
      repeats *= 2;
    return { name, run, repeats };
  });
  const times = Object.fromEntries(entries.map(({ name }) => [name, Infinity]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run, repeats } of entries) {
      const ms = elapsed(() => {
        for (let i = 0; i < repeats; i++) run();
      });
      times[name] = Math.min(times[name], ms / repeats);
    }
  }
  return times;
}

export function table(rows) {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : String(cell ?? '-'))),
  );
  const widths = texts[0].map((_, column) => Math.max(...texts.map((row) => (row[column] ?? '').length)));
  return texts.map((row) => row.map((text, column) => text.padStart(widths[column])).join('  ')).join('\n');
}

/** Writes results, with what they were measured on, to `out/`, which is not committed. */
export function writeResults(name, results) {
  const folder = new URL('out/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${name}.json`, folder);
  const machine = { cpu: os.cpus()[0]?.model, node: process.version };
  writeFileSync(file, `${JSON.stringify({ machine, ...results }, null, 1)}\n`);
  console.log(`\n${fileURLToPath(file)}`);
}
