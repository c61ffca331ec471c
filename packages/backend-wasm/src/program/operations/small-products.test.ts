import { describe, expect, it } from 'vitest';
import { ModuleBuilder } from '../assembler/module-builder.js';
import { type SmallProduct, isSmallProduct, writeSmallProduct } from './small-products.js';

/** Where the operands lie, with room for the largest of them. */
const place = { a: 1024, b: 32768, bias: 65536, c: 98304 };
const guard = 12345;

/** All sizes up to 17, and both sides of each bound. */
const sizes = [1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 16, 17].flatMap((rows) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16].flatMap((columns) =>
    [1, 2, 3, 4, 5, 8, 16, 17].map((depth) => ({ rows, columns, depth })),
  ),
);

/** Numbers between -1 and 1. */
const noise = Float32Array.from({ length: 1024 }, (_, i) => Math.fround(Math.sin(i * i + 1)));

function productOf(
  { rows, columns, depth }: (typeof sizes)[number],
  transposed: { readonly a: boolean; readonly b: boolean },
  more: Pick<SmallProduct, 'bias' | 'low'>,
): SmallProduct {
  const matrix = (address: number, width: number, height: number, turned: boolean): SmallProduct['a'] =>
    turned ? { address, row: 1, column: height } : { address, row: width, column: 1 };
  return {
    ...{ rows, columns, depth, ...more },
    a: matrix(place.a, depth, rows, transposed.a),
    b: matrix(place.b, columns, depth, transposed.b),
    c: place.c,
  };
}

async function instantiate(products: readonly SmallProduct[], memory: WebAssembly.Memory) {
  const module = new ModuleBuilder(false);
  products.forEach((product, i) => {
    module.add(
      { parameters: [], results: [] },
      (code) => {
        writeSmallProduct(code, product);
      },
      `product${i}`,
    );
  });
  const { instance } = await WebAssembly.instantiate(module.encode(), { env: { memory } });
  return products.map((_, i) => instance.exports[`product${i}`] as () => void);
}

describe('writeSmallProduct', () => {
  it.each([
    { a: false, b: false, bias: undefined, low: -Infinity },
    { a: false, b: false, bias: place.bias, low: 0 },
    { a: true, b: false, bias: undefined, low: -Infinity },
    { a: false, b: true, bias: undefined, low: 0 },
    { a: true, b: true, bias: place.bias, low: -Infinity },
  ])('multiplies as in float64, transposed $a and $b, bias at $bias, at least $low', async (setting) => {
    const memory = new WebAssembly.Memory({ initial: 3 });
    const floats = new Float32Array(memory.buffer);
    for (const start of [place.a, place.b, place.bias]) floats.set(noise, start / 4);
    const at = (address: number): number => floats[address / 4] ?? NaN;
    const products = sizes.map((size) => productOf(size, setting, setting));
    const run = await instantiate(products, memory);
    products.forEach(({ rows, columns, depth, a, b, c, bias, low }, n) => {
      floats.fill(guard, c / 4 - 1, c / 4 + rows * columns + 32);
      run[n]?.();
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = bias === undefined ? 0 : at(bias + 4 * j);
          for (let k = 0; k < depth; k++)
            sum +=
              at(a.address + 4 * (i * a.row + k * a.column)) * at(b.address + 4 * (k * b.row + j * b.column));
          const found = at(c + 4 * (i * columns + j));
          const error = Math.abs(found - Math.max(low, sum));
          if (!(error <= 1e-6 * (depth + 1)))
            expect.fail(`${rows} x ${columns} x ${depth}: ${found} for ${sum} at [${i}, ${j}]`);
        }
      }
      expect([at(c - 4), at(c + 4 * rows * columns)]).toEqual([guard, guard]);
    });
  });

  it('lets NaN pass through a relu', async () => {
    const memory = new WebAssembly.Memory({ initial: 3 });
    const floats = new Float32Array(memory.buffer);
    floats.set([NaN, -1], place.a / 4);
    floats.set([1], place.b / 4);
    const size = { rows: 2, columns: 1, depth: 1 };
    const [run] = await instantiate(
      [productOf(size, { a: false, b: false }, { bias: undefined, low: 0 })],
      memory,
    );
    run?.();
    expect([...floats.subarray(place.c / 4, place.c / 4 + 2)]).toEqual([NaN, 0]);
  });

  it('is for products with something to compute and few columns', () => {
    expect(isSmallProduct({ rows: 32, columns: 8, depth: 16 })).toBe(true);
    expect(isSmallProduct({ rows: 33, columns: 8, depth: 16 })).toBe(false);
    expect(isSmallProduct({ rows: 1, columns: 17, depth: 1 })).toBe(false);
    expect(isSmallProduct({ rows: 0, columns: 8, depth: 16 })).toBe(false);
  });
});
