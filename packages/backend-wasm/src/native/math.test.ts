import { beforeAll, describe, expect, test } from 'vitest';
import { type Numerics, loadNative } from './load-native.js';
import type { NativeKernels } from './native-kernels.js';
import { erf, sigmoid, softplus } from './testing/references.js';
import { ulps } from './testing/ulp.js';

type Unary = Extract<keyof NativeKernels, `${string}Array`>;

/** The function in float64, and by how many units a result may be off. */
const functions: Readonly<Record<string, readonly [(x: number) => number, number]>> = {
  expArray: [Math.exp, 1.1],
  expm1Array: [Math.expm1, 1.6],
  logArray: [Math.log, 1],
  log1pArray: [Math.log1p, 1.7],
  tanhArray: [Math.tanh, 1.6],
  sigmoidArray: [sigmoid, 1.6],
  softplusArray: [softplus, 2],
  erfArray: [erf, 1.3],
  rsqrtArray: [(x) => 1 / Math.sqrt(x), 1.6],
};

const COUNT = 1 << 16;
const memory = new WebAssembly.Memory({ initial: 64 });
const [X, Y] = [1 << 20, 2 << 20];
const x = new Float32Array(memory.buffer, X, COUNT);
const y = new Float32Array(memory.buffer, Y, COUNT);

/** Float32 numbers through all signs and exponents. */
function* throughAll(stride: number): Generator<Float32Array> {
  const bits = new Uint32Array(memory.buffer, X, COUNT);
  for (let next = 0; next < 2 ** 32;) {
    for (let i = 0; i < COUNT; i++, next += stride) bits[i] = next;
    yield x;
  }
}

describe.each<{ numerics: Numerics; stride: number }>([
  { numerics: 'portable', stride: 3001 },
  { numerics: 'fastest', stride: 10007 },
])('$numerics numerics', ({ numerics, stride }) => {
  let kernels: NativeKernels;

  beforeAll(async () => {
    ({ kernels } = await loadNative(memory, numerics));
  });

  test.each(Object.entries(functions))('%s', (name, [reference, most]) => {
    let worst = { ulps: 0, at: NaN };
    for (const values of throughAll(stride)) {
      kernels[name as Unary](X, COUNT, Y);
      for (let i = 0; i < COUNT; i++) {
        const value = values[i] ?? NaN;
        const distance = ulps(y[i] ?? NaN, reference(value));
        if (distance > worst.ulps) worst = { ulps: distance, at: value };
      }
    }
    expect(worst.ulps, `${name}(${worst.at})`).toBeLessThan(most);
  });
});
