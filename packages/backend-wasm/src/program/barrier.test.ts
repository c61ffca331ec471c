import { expect, test } from 'vitest';
import { ModuleBuilder } from './assembler/module-builder.js';
import { writeBarrier, writeMeeting } from './barrier.js';

type Meet = (thread: number, threads: number) => void;

/** A function that calls a barrier of its own; a thread that died is told at address 0. */
async function barrier(patience: number): Promise<{ meet: Meet; words: Int32Array }> {
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
  const { instance } = await WebAssembly.instantiate(module.encode(), { env: { memory } });
  return { meet: instance.exports['meet'] as Meet, words: new Int32Array(memory.buffer) };
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
