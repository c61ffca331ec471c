import { beforeAll, describe, expect, test } from 'vitest';
import { type Numerics, loadNative } from './load-native.js';
import type { NativeKernels } from './native-kernels.js';
import { erf, sigmoid, softplus } from './testing/references.js';
import { ulps } from './testing/ulp.js';

type Unary =
  `${'exp' | 'expm1' | 'log' | 'log1p' | 'tanh' | 'sigmoid' | 'softplus' | 'erf' | 'sin' | 'cos' | 'tan' | 'sinh' | 'cosh' | 'asinh' | 'acosh' | 'atanh' | 'asin' | 'acos' | 'atan' | 'rsqrt'}Array`;
type Binary = `${'pow' | 'atan2' | 'mod' | 'floorDivide' | 'modInt' | 'floorDivideInt'}Array`;

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
  sinArray: [Math.sin, 1.6],
  cosArray: [Math.cos, 1.6],
  tanArray: [Math.tan, 0.6],
  sinhArray: [Math.sinh, 1.6],
  coshArray: [Math.cosh, 0.6],
  asinhArray: [Math.asinh, 0.6],
  acoshArray: [Math.acosh, 0.6],
  atanhArray: [Math.atanh, 0.6],
  asinArray: [Math.asin, 0.6],
  acosArray: [Math.acos, 0.6],
  atanArray: [Math.atan, 0.6],
  rsqrtArray: [(x) => 1 / Math.sqrt(x), 1.6],
};

const COUNT = 1 << 16;
const memory = new WebAssembly.Memory({ initial: 64 });
const [X, Y, Z] = [1 << 20, 2 << 20, 3 << 20];
const x = new Float32Array(memory.buffer, X, COUNT);
const y = new Float32Array(memory.buffer, Y, COUNT);
const z = new Float32Array(memory.buffer, Z, COUNT);

/** Float32 numbers through all signs and exponents. */
function* throughAll(stride: number): Generator<Float32Array> {
  const bits = new Uint32Array(memory.buffer, X, COUNT);
  for (let next = 0; next < 2 ** 32;) {
    for (let i = 0; i < COUNT; i++, next += stride) bits[i] = next;
    yield x;
  }
}

const special = [
  ...[0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1.5, -1.5, Infinity, -Infinity, NaN],
  ...[1e-45, -1e-45, 3.4e38, -3.4e38, 1e10, 16777217, 1.0000001, 0.99999994, 8388609, -8388607, 1e-30],
];

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

  test('the sign of 0 stays', () => {
    x.fill(-0);
    for (const name of ['expm1Array', 'log1pArray', 'tanhArray', 'erfArray', 'sinArray'] as const) {
      kernels[name](X, 5, Y);
      expect([...y.subarray(0, 5)], name).toEqual([-0, -0, -0, -0, -0]);
    }
  });

  test('every count, and nothing beyond it', () => {
    for (let count = 0; count < 10; count++) {
      x.fill(1);
      y.fill(7);
      kernels.expArray(X, count, Y);
      expect([...y.subarray(0, 12)].map((value) => value.toFixed(3))).toEqual(
        Array.from({ length: 12 }, (_, i) => (i < count ? '2.718' : '7.000')),
      );
    }
  });

  /** Results for all pairs of the values. */
  function table(name: Binary, values: readonly number[]): readonly (readonly [number, number, number])[] {
    const pairs = values.flatMap((a) => values.map((b) => [Math.fround(a), Math.fround(b)] as const));
    x.set(pairs.map(([a]) => a));
    y.set(pairs.map(([, b]) => b));
    kernels[name](X, 4, Y, 4, pairs.length, Z);
    return pairs.map(([a, b], i) => [a, b, z[i] ?? NaN]);
  }

  test('powArray of special values, as IEEE 754 has it', () => {
    for (const [a, b, result] of table('powArray', special)) {
      const isOne = a === 1 || (a === -1 && Math.abs(b) === Infinity); // where JavaScript has NaN
      const truth = isOne ? 1 : a ** b;
      expect(ulps(result, truth), `${a} ** ${b} = ${result}`).toBeLessThan(0.51);
      if (truth === 0) expect(result, `${a} ** ${b}`).toBe(Math.fround(truth));
    }
  });

  test('atan2Array', () => {
    for (const [a, b, result] of table('atan2Array', special)) {
      const truth = Math.atan2(a, b);
      expect(ulps(result, truth), `atan2(${a}, ${b}) = ${result}`).toBeLessThan(0.6);
      if (truth === 0) expect(result, `atan2(${a}, ${b})`).toBe(truth);
    }
  });

  test('powArray', () => {
    let worst = 0;
    for (let round = 0; round < 8; round++) {
      for (let i = 0; i < COUNT; i++) {
        const part = ((i * 0.6180339887 + round / 8) % 1) * 2 - 1;
        x[i] = 2 ** ((i / COUNT - 0.5) * 2 ** round);
        y[i] = (part * 150) / Math.max(1e-6, Math.abs(Math.log2(x[i] ?? NaN)));
      }
      kernels.powArray(X, 4, Y, 4, COUNT, Z);
      for (let i = 0; i < COUNT; i++) {
        worst = Math.max(worst, ulps(z[i] ?? NaN, (x[i] ?? NaN) ** (y[i] ?? NaN)));
      }
    }
    expect(worst).toBeLessThan(0.51);
  });

  test('modArray and floorDivideArray', () => {
    for (const [a, b, result] of table('modArray', special)) {
      const rest = Math.fround(a % b);
      const truth = rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
      expect(ulps(result, Math.fround(truth)), `${a} mod ${b} = ${result}`).toBe(0);
    }
    for (const [a, b, result] of table('floorDivideArray', special)) {
      expect(ulps(result, Math.floor(Math.fround(a / b))), `⌊${a} / ${b}⌋ = ${result}`).toBe(0);
    }
  });

  test('modIntArray and floorDivideIntArray', () => {
    const ints = [0, 1, -1, 2, -2, 3, -7, 10, 12345, -99999, 2 ** 31 - 1, -(2 ** 31), 2 ** 30 + 1];
    const pairs = ints.flatMap((a) => ints.map((b) => [a, b] as const));
    new Int32Array(memory.buffer, X).set(pairs.map(([a]) => a));
    new Int32Array(memory.buffer, Y).set(pairs.map(([, b]) => b));
    const results = new Int32Array(memory.buffer, Z);
    kernels.floorDivideIntArray(X, 4, Y, 4, pairs.length, Z);
    pairs.forEach(([a, b], i) => {
      expect(results[i], `⌊${a} / ${b}⌋`).toBe(b === 0 ? 0 : Math.floor(a / b) | 0);
    });
    kernels.modIntArray(X, 4, Y, 4, pairs.length, Z);
    pairs.forEach(([a, b], i) => {
      expect(results[i], `${a} mod ${b}`).toBe(b === 0 ? 0 : a - Math.floor(a / b) * b + 0);
    });
  });

  test('an operand of one value', () => {
    x.set([2, 99]);
    y.set([1, 2, 3, 4, 5]);
    kernels.powArray(X, 0, Y, 4, 5, Z);
    expect([...z.subarray(0, 5)]).toEqual([2, 4, 8, 16, 32]);
    kernels.powArray(Y, 4, X, 0, 5, Z);
    expect([...z.subarray(0, 5)]).toEqual([1, 4, 9, 16, 25]);
  });
});
