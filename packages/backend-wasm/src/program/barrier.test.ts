import { expect, test, vi } from 'vitest';
import { ModuleBuilder } from './assembler/module-builder.js';
import { writeBarrier, writeMeeting } from './barrier.js';

type Meet = (thread: number, threads: number) => void;

/** A function that calls a barrier of its own; a thread that died is told at address 0, and found by `findDead`. */
async function barrier(
  patience: number,
  findDead = vi.fn<(words: Int32Array) => void>(),
): Promise<{ meet: Meet; words: Int32Array }> {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const module = new ModuleBuilder(true);
  const position = writeBarrier(module, 64, 0, patience);
  module.add(
    { parameters: ['i32', 'i32'], results: [] },
    (code) => {
      writeMeeting(code, module, position);
    },
    'meet',
  );
  const words = new Int32Array(memory.buffer);
  const { instance } = await WebAssembly.instantiate(module.encode(), {
    env: {
      memory,
      findDead() {
        findDead(words);
      },
    },
  });
  return { meet: instance.exports['meet'] as Meet, words };
}

test('one thread waits for nobody', async () => {
  const { meet } = await barrier(2);
  expect(() => {
    meet(0, 1);
  }).not.toThrow();
});

test('the first thread does not wait forever for one that does not come', async () => {
  const { meet } = await barrier(2);
  expect(() => {
    meet(0, 2);
  }).toThrow(WebAssembly.RuntimeError);
});

test.each([0, 1])('thread %i does not wait once another has died', async (thread) => {
  const { meet, words } = await barrier(1_000_000);
  words[0] = 1;
  expect(() => {
    meet(thread, 2);
  }).toThrow(WebAssembly.RuntimeError);
});

test('the first thread, while it waits, finds out that another has died; the others leave that to it', async () => {
  const find = vi.fn((words: Int32Array) => {
    words[0] = 1;
  });
  const { meet, words } = await barrier(1_000_000, find);
  expect(() => {
    meet(0, 2);
  }).toThrow(WebAssembly.RuntimeError);
  expect(find).toHaveBeenCalledTimes(1);
  expect(() => {
    meet(1, 3);
  }).toThrow(WebAssembly.RuntimeError);
  expect(words[0]).toBe(1);
  expect(find).toHaveBeenCalledTimes(1);
});
