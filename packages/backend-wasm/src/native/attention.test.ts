import { beforeEach, expect, test } from 'vitest';
import type { Address } from './native-kernels.js';
import { type Heap, describeNative, expectNear, noise } from './testing/heap.js';

interface Case {
  readonly batch: number;
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
  readonly size: number;
  readonly valueSize: number;
  readonly causal: boolean;
  /** Whether there is a mask, and whether each head and query has its own. */
  readonly mask: 'none' | 'keys' | 'queries' | 'heads';
  /** Floats that each time step has too many. */
  readonly slack: number;
}

const names = ['q', 'k', 'v', 'dy'] as const;
type Values = Record<(typeof names)[number], Float32Array>;

/** Shapes of queries, keys, values and results: time steps, size and stride. */
function shapesOf({ queries, keys, size, valueSize, heads, slack }: Case) {
  const shape = (steps: number, width: number) => ({ steps, width, row: heads * width + slack });
  return {
    q: shape(queries, size),
    k: shape(keys, size),
    v: shape(keys, valueSize),
    dy: shape(queries, valueSize),
  };
}

/** Whether a query of a head sees a key. */
function visible(
  mask: ArrayLike<number>,
  setting: Case,
  place: readonly [number, number, number, number],
): boolean {
  const [b, h, i, j] = place;
  const { heads, queries, keys } = setting;
  if (setting.causal && j > i) return false;
  if (setting.mask === 'none') return true;
  if (setting.mask === 'keys') return mask[b * keys + j] !== 0;
  if (setting.mask === 'queries') return mask[(b * queries + i) * keys + j] !== 0;
  return mask[((b * heads + h) * queries + i) * keys + j] !== 0;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Attention and its gradients in float64, one number after the other. */
function reference(setting: Case, values: Values, mask: ArrayLike<number>) {
  const { batch, heads, queries, keys, size, valueSize } = setting;
  const shapes = shapesOf(setting);
  const place = (name: keyof Values, b: number, h: number, t: number, i: number): number => {
    const { steps, width, row } = shapes[name];
    return (b * steps + t) * row + h * width + i;
  };
  const at = (name: keyof Values, ...index: [number, number, number, number]): number =>
    values[name][place(name, ...index)] ?? NaN;
  const y = new Float64Array(values.dy.length);
  const dq = new Float64Array(values.q.length);
  const dk = new Float64Array(values.k.length);
  const dv = new Float64Array(values.v.length);
  const scale = 1 / Math.sqrt(size);
  for (const b of range(batch)) {
    for (const h of range(heads)) {
      for (const i of range(queries)) {
        const seen = range(keys).map((j) => visible(mask, setting, [b, h, i, j]));
        const scores = range(keys).map((j) =>
          seen[j]
            ? scale * range(size).reduce((sum, s) => sum + at('q', b, h, i, s) * at('k', b, h, j, s), 0)
            : -1e30,
        );
        const most = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - most));
        const total = powers.reduce((sum, power) => sum + power, 0);
        const p = powers.map((power) => power / total);
        const dp = range(keys).map((j) =>
          range(valueSize).reduce((sum, s) => sum + at('dy', b, h, i, s) * at('v', b, h, j, s), 0),
        );
        const mean = dp.reduce((sum, value, j) => sum + value * (p[j] ?? NaN), 0);
        for (const j of range(keys)) {
          const probability = p[j] ?? NaN;
          for (const s of range(valueSize)) {
            y[place('dy', b, h, i, s)] =
              (y[place('dy', b, h, i, s)] ?? NaN) + probability * at('v', b, h, j, s);
            dv[place('v', b, h, j, s)] =
              (dv[place('v', b, h, j, s)] ?? NaN) + probability * at('dy', b, h, i, s);
          }
          if (!seen[j]) continue;
          const slope = scale * probability * ((dp[j] ?? NaN) - mean);
          for (const s of range(size)) {
            dq[place('q', b, h, i, s)] = (dq[place('q', b, h, i, s)] ?? NaN) + slope * at('k', b, h, j, s);
            dk[place('k', b, h, j, s)] = (dk[place('k', b, h, j, s)] ?? NaN) + slope * at('q', b, h, i, s);
          }
        }
      }
    }
  }
  return { y, dq, dk, dv };
}

function maskOf({ mask, batch, heads, queries, keys }: Case): { bytes: Uint8Array; strides: number[] } {
  const inner = mask === 'heads' ? heads * queries : mask === 'queries' ? queries : 1;
  const random = noise(batch * inner * keys, 9);
  const bytes = Uint8Array.from(random, (value) => (value > -0.3 ? 1 : 0));
  bytes.fill(0, 0, keys); // A query, or a batch of them, that sees nothing.
  const strides = [inner * keys, mask === 'heads' ? queries * keys : 0, mask === 'keys' ? 0 : keys];
  return { bytes, strides };
}

function run(heap: Heap, setting: Case, values: Values, units: readonly (readonly [number, number])[]) {
  const { kernels } = heap;
  const { batch, heads, queries, keys, size, valueSize, causal } = setting;
  const shapes = shapesOf(setting);
  const { bytes, strides } = maskOf(setting);
  const mask = setting.mask === 'none' ? 0 : heap.take(bytes.length);
  if (mask) new Uint8Array(heap.memory.buffer, mask, bytes.length).set(bytes);
  const rows = [shapes.q.row, shapes.k.row, shapes.v.row, shapes.dy.row];
  const geometry = heap.putInts([
    batch,
    heads,
    queries,
    keys,
    size,
    valueSize,
    ...rows,
    causal ? 1 : 0,
    ...strides,
  ]);
  const [q, k, v, dy] = names.map((name) => heap.put(values[name])) as [Address, Address, Address, Address];
  const [y, dq, dk, dv] = (['dy', 'q', 'k', 'v'] as const).map((name) => heap.put(new Float32Array(values[name].length))) as [Address, Address, Address, Address]; // prettier-ignore
  const probabilities = heap.put(new Float32Array(batch * heads * queries * keys).fill(NaN));
  const scratch = heap.take(kernels.attentionScratch(geometry) / 4);
  const gradientScratch = heap.put(
    new Float32Array(kernels.attentionGradientScratch(geometry) / 4).fill(NaN),
  );
  const scale = 1 / Math.sqrt(size);
  for (const [first, last] of units) {
    kernels.attention(geometry, q, k, v, mask, scale, first, last, probabilities, y, scratch);
    kernels.attentionGradient(geometry, q, k, v, mask, scale, probabilities, dy, first, last, dq, dk, dv, gradientScratch); // prettier-ignore
  }
  const read = (address: Address, name: keyof Values) => heap.floats(address, values[name].length);
  return { results: { y: read(y, 'dy'), dq: read(dq, 'q'), dk: read(dk, 'k'), dv: read(dv, 'v') }, bytes };
}

const basic = { batch: 2, heads: 3, queries: 7, keys: 7, size: 5, valueSize: 6, causal: false, mask: 'none', slack: 0 } as const; // prettier-ignore

describeNative('attention', (heap) => {
  beforeEach(() => {
    heap.kernels.setWorkspace(heap.take(heap.kernels.workspaceBytes() / 4));
  });

  test.each<Case>([
    basic,
    { ...basic, causal: true },
    { ...basic, queries: 1, keys: 1 },
    { ...basic, queries: 40, keys: 64, causal: true },
    { ...basic, queries: 64, keys: 40, causal: true },
    { ...basic, queries: 64, keys: 64, size: 16, valueSize: 16, causal: true, slack: 96 },
    { ...basic, queries: 33, keys: 70, slack: 3 },
    { ...basic, mask: 'keys' },
    { ...basic, mask: 'queries', causal: true, queries: 35, keys: 37 },
    { ...basic, mask: 'heads', queries: 5, keys: 66 },
    { ...basic, mask: 'heads', causal: true, queries: 40, keys: 80, size: 8 },
  ])('%o', (setting) => {
    const shapes = shapesOf(setting);
    const values = Object.fromEntries(
      names.map((name, i) => [name, noise(setting.batch * shapes[name].steps * shapes[name].row, i + 1)]),
    ) as Values;
    const units = setting.batch * setting.heads;
    const { results, bytes } = run(heap, setting, values, [[0, units]]);
    const expected = reference(setting, values, bytes);
    for (const name of ['y', 'dq', 'dk', 'dv'] as const)
      expectNear(results[name], expected[name], 2e-6, name);
    const copies = Object.fromEntries(Object.entries(results).map(([name, result]) => [name, [...result]]));
    heap.clear();

    heap.kernels.setWorkspace(heap.take(heap.kernels.workspaceBytes() / 4));
    const apart = run(heap, setting, values, [[2, units], [0, 1], [1, 2]]).results; // prettier-ignore
    for (const [name, result] of Object.entries(apart)) expect([...result], name).toEqual(copies[name]);
    heap.clear();
  });
});
