import { expect, it } from 'vitest';
import { ThreadChoice } from './thread-choice.js';

/** Runs so often, at the speed that the number of threads has; returns with how many the last run was. */
function run(choice: ThreadChoice, times: number, stepMs: Readonly<Record<number, number>>): number {
  let threads = 0;
  for (let i = 0; i < times; i++) {
    threads = choice.next();
    choice.took(threads, stepMs[threads] ?? NaN);
  }
  return threads;
}

it.each([
  [{ 1: 2, 4: 1 }, 4],
  [{ 1: 1, 4: 2 }, 1],
])('finds out what is faster: %j', (stepMs, expected) => {
  const choice = new ThreadChoice(4);
  expect(choice.reason).toBe('not tried yet which number is faster');
  run(choice, 20, stepMs);
  expect(choice.threads).toBe(expected);
  expect(run(choice, 1, stepMs)).toBe(expected);
  expect(choice.reason).toBe('the fastest number of those tried');
});

it('finds out again after a while, for another program may have been in the way', () => {
  const choice = new ThreadChoice(2);
  run(choice, 100, { 1: 1, 2: 2 });
  expect(choice.threads).toBe(1);
  run(choice, 100, { 1: 1, 2: 0.5 });
  expect(choice.threads).toBe(2);
});

it('is not put off by first runs in which helpers are late', () => {
  const choice = new ThreadChoice(2);
  run(choice, 7, { 1: 1, 2: 1.5 });
  run(choice, 2, { 1: 1, 2: 0.5 });
  expect(choice.reason).toBe('the fastest number of those tried');
  expect(run(choice, 10, { 1: 1, 2: 0.5 })).toBe(2);
});

it('has nothing to find out where there is one thread', () => {
  const choice = new ThreadChoice(1);
  expect(run(choice, 300, { 1: 1 })).toBe(1);
  expect(choice.reason).toBeUndefined();
});
