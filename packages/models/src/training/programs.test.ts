import type { Program, Runtime, Signature, Step } from '@myelin/core';
import { expect, it } from 'vitest';
import { makePrograms } from './programs.js';

const step = (name: string): Step => ({ name, run: () => [] });
const layout = { x: [0], y: [], sampleWeight: [] };
const ofLength = (length: number): Signature => ({ inputs: [{ shape: [1, length], dtype: 'float32' }] });

/** A runtime that says which programs it has made and has not been told to dispose. */
function recordingRuntime(): { runtime: Runtime; living: Map<Program, number>; made: () => number } {
  const living = new Map<Program, number>();
  let made = 0;
  const runtime: Runtime = {
    name: 'recording',
    ready: () => Promise.resolve(),
    prepare(_, { inputs }) {
      made++;
      const program: Program = {
        run: () => ({ read: () => Promise.resolve([]), dispose: () => undefined }),
        dispose() {
          living.delete(program);
        },
      };
      living.set(program, inputs[0]?.shape[1] ?? 0);
      return Promise.resolve(program);
    },
  };
  return { runtime, living, made: () => made };
}

it('keeps 16 programs of a step, those that were used last', async () => {
  const { runtime, living, made } = recordingRuntime();
  const programs = makePrograms();
  const get = (length: number): Promise<Program> =>
    programs.get(runtime, step('train'), layout, ofLength(length));
  const first = await get(0);
  for (let length = 1; length < 40; length++) {
    expect(living.has(await get(length))).toBe(true);
    // It is used again and again.
    expect(await get(0)).toBe(first);
  }
  expect(living.size).toBe(16);
  expect(made()).toBe(40);
  expect([...living.values()].sort((a, b) => a - b)).toEqual([
    0,
    ...Array.from({ length: 15 }, (_, i) => 25 + i),
  ]);
  expect(living.has(await get(1))).toBe(true);
  expect(made()).toBe(41);
});

it('counts each step for itself', async () => {
  const { runtime, living } = recordingRuntime();
  const programs = makePrograms();
  const train = await programs.get(runtime, step('train'), layout, ofLength(7));
  for (let length = 0; length < 40; length++) {
    await programs.get(runtime, step('predict'), layout, ofLength(length));
  }
  expect(living.has(train)).toBe(true);
  expect(living.size).toBe(17);
  programs.clear();
  expect(living.size).toBe(0);
});
