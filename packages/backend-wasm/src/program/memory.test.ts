import { MemoryError, NdArray, type Signature, type Step, Variable, currentScope } from '@myelin/core';
import { add, matmul, sum } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Engine } from './engine.js';
import { HeldData } from './held-data.js';

const heap = 16 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

afterEach(() => {
  vi.restoreAllMocks();
});

function weight(size: number): Variable {
  return new Variable(NdArray.zeros([size, size]), { name: 'kernel', path: 'dense/kernel' });
}

/** Adds the sum of what a weight makes of the input to the weight. */
function training(kernel: Variable): Step {
  return {
    name: 'train',
    run([x]) {
      const scope = currentScope();
      const value = scope?.read(kernel) as Tensor;
      const product = matmul(x as Tensor, value);
      scope?.update(kernel, add(value, sum(product)));
      return [product];
    },
  };
}

const batchOf = (rows: number, size: number): Signature => ({
  inputs: [{ shape: [rows, size], dtype: 'float32' }],
});

describe('a step that is larger than the memory', () => {
  test('is refused before anything is taken or changed, with the bytes', async () => {
    const engine = await Engine.create({ numerics: 'portable', threads: 1, maximumBytes: heap });
    const kernel = weight(2048);
    const before = engine.arena.used;
    const error = await engine.compile(training(kernel), batchOf(1, 2048)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MemoryError);
    const { who, expected, got, hint } = error as MemoryError;
    expect(who).toBe('the train step');
    // The weight, its input, and product.
    expect(Number(/\d+/.exec(expected)?.[0])).toBeGreaterThanOrEqual(4 * (2048 * 2048 + 2 * 2048));
    expect(got).toBe(`${engine.arena.available} of ${heap} that are free`);
    expect(hint).toMatch('smaller batches or fewer units');
    expect(engine.arena.used).toBe(before);
    expect([...(await kernel.read()).data].some((value) => value !== 0)).toBe(false);
  });

  test('is refused for its batch, and a smaller batch is computed', async () => {
    const engine = await Engine.create({ numerics: 'portable', threads: 1, maximumBytes: heap });
    const step = training(weight(256));
    await expect(engine.compile(step, batchOf(8192, 256))).rejects.toThrow(MemoryError);
    const program = await engine.compile(step, batchOf(16, 256));
    const [product] = await (await program.run([NdArray.zeros([16, 256])])).read();
    expect(product?.shape).toEqual([16, 256]);
  });

  test('is refused where the machine has less memory than WebAssembly could address', async () => {
    const engine = await Engine.create({ numerics: 'portable', threads: 1, maximumBytes: heap });
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    });
    const compiling = engine.compile(training(weight(1024)), batchOf(1, 1024));
    await expect(compiling).rejects.toThrow(/which this machine does not have/);
    await expect(compiling).rejects.toThrow(MemoryError);
  });
});

test('data leaves memory for programs, or is not held', async () => {
  const { arena } = await Engine.create({ numerics: 'portable', threads: 1, maximumBytes: heap });
  const before = arena.used;
  const bytes = Math.floor(arena.available * 0.9);
  expect(() => new HeldData(arena, [NdArray.zeros([1, Math.floor(bytes / 4)])])).toThrow(MemoryError);
  expect(arena.used).toBe(before);
  const held = new HeldData(arena, [NdArray.zeros([1000, 100])]);
  held.dispose();
  expect(arena.used).toBe(before);
});

test('what a program has taken is free after it is disposed, once, and it does not run any more', async () => {
  const engine = await Engine.create({ numerics: 'portable', threads: 2, maximumBytes: heap });
  const step = training(weight(8));
  const first = await engine.compile(step, batchOf(4, 8));
  const used = engine.arena.used;
  first.dispose();
  expect(engine.arena.used).toBeLessThan(used);
  const second = await engine.compile(step, batchOf(4, 8));
  first.dispose();
  expect(engine.arena.used).toBe(used);
  expect(() => first.run([NdArray.zeros([4, 8])])).toThrow(/one that was disposed/);
  expect((await (await second.run([NdArray.zeros([4, 8])])).read())[0]?.shape).toEqual([4, 8]);
});

test('what a program has taken is free when it cannot be compiled', async () => {
  const engine = await Engine.create({ numerics: 'portable', threads: 1, maximumBytes: heap });
  const step = training(weight(8));
  (await engine.compile(step, batchOf(4, 8))).dispose();
  const before = engine.arena.used;
  vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new RangeError('no memory for code'));
  await expect(engine.compile(step, batchOf(4, 8))).rejects.toThrow('no memory for code');
  expect(engine.arena.used).toBe(before);
});

test('memory of programs and variables that nobody knows any more is free', async () => {
  const engine = await Engine.create({ numerics: 'portable', threads: 2, maximumBytes: heap });
  const before = engine.arena.used;
  // In functions of their own, so that nothing stays on the stack.
  const compileAndForget = async (run: boolean): Promise<void> => {
    const program = await engine.compile(training(weight(64)), batchOf(4, 64));
    if (run) await (await program.run([NdArray.zeros([4, 64])])).read();
  };
  await compileAndForget(true);
  await compileAndForget(false);
  expect(engine.arena.used).toBeGreaterThan(before + 2 * 4 * 64 * 64);
  await vi.waitFor(() => {
    collectGarbage();
    expect(engine.arena.used).toBe(before);
  });
});
