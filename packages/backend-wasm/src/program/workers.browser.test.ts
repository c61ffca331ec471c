import { StateError } from '@myelin/core';
import { expect, test } from 'vitest';
import { batches, failingAt, growKernel, inOrder, rows } from './testing/grow-kernel.js';

test.each([1, 2])('a run of %i workers that fails leaves the weights, and others go on', async (threads) => {
  const { engine, program, held, weights } = await growKernel(threads);
  expect(engine.threadCount.threads).toBe(Math.min(threads, navigator.hardwareConcurrency));
  await program.runSteps(held, inOrder(), 0, batches);
  const before = await weights();
  // A copy is kept for fifty times what it took.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const run = program.runSteps(held, failingAt(rows - 1), 0, batches);
  expect(run).toBeInstanceOf(Promise);
  await expect(run).rejects.toThrow(StateError);
  expect(await weights()).toEqual(before);
  await program.runSteps(held, inOrder(), 0, batches);
  expect(await weights()).not.toEqual(before);
  expect(engine.team?.broken).toBe(false);
});
