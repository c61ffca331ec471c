import { describe, expect, it } from 'vitest';
import type { FunctionBuilder } from './assembler/function-builder.js';
import { type FunctionType, ModuleBuilder } from './assembler/module-builder.js';
import { type Stage, alone, together } from './operations/lowering.js';
import { writeStep } from './write-step.js';

type Run = (thread: number, threads: number) => void;

const type: FunctionType = { parameters: ['i32', 'i32'], results: [] };
/** Addresses of numbers. */
const [fault, turns, condition] = [0, 4, 8];

/**
 * Runs stages as the first and then as the second of two threads; returns how often each of them met the other.
 *
 * The second one is as late as it may be: until a meeting it sees all that the first one writes before the next.
 */
async function meetings(stages: readonly Stage[], turnsLeft: number): Promise<readonly [number, number]> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const words = new Int32Array(memory.buffer);
  const module = new ModuleBuilder(false);
  const meet = module.import('meet', type);
  const call = (code: FunctionBuilder, index: number): unknown => code.get(0).get(1).call(index);
  const barrier = module.add(type, (code) => call(code, meet));
  const checks: string[] = [];
  const check = (what: string): number => checks.push(what) - 1;
  const step = writeStep(module, stages, { fault, barrier, check });
  module.add(type, (code) => call(code, module.numberOf(step)), 'step');

  const seen: Int32Array[] = [];
  let met = 0;
  const env = {
    memory,
    meet(thread: number) {
      if (thread === 0) seen.push(words.slice());
      else words.set(seen[++met] as Int32Array);
    },
  };
  const { instance } = await WebAssembly.instantiate(module.encode(), { env });
  const run = instance.exports['step'] as Run;
  words[turns / 4] = turnsLeft;
  run(0, 2);
  const first = seen.length;
  seen.push(words.slice());
  words.set(seen[0] as Int32Array);
  run(1, 2);
  return [first, met];
}

/** One turn less. */
const countDown = alone((code) => {
  code.i32(turns).i32(turns).loadI32().i32(1).op('i32.sub').storeI32();
});

/** Whether there are turns left. */
const test = alone((code) => {
  code.i32(condition).i32(0).i32(turns).loadI32().op('i32.lt_u').storeI32();
});

const shared = together(() => undefined);
const checked = (leaves: number): Stage => ({ ...alone((code) => code.i32(leaves)), mayFail: 'soundness' });

describe('threads meet equally often', () => {
  it.each([0, 1, 2, 3])('in a loop of %i turns', async (turnsLeft) => {
    const loop: Stage = { kind: 'while', test: [test], condition, stages: [countDown] };
    const [first, second] = await meetings([loop, shared], turnsLeft);
    expect(second).toBe(first);
    expect(first).toBeGreaterThan(2 * turnsLeft);
  });

  it.each([1, 2])('on one of two ways that only one of them shares, in %i turns', async (turnsLeft) => {
    const branch: Stage = { kind: 'branch', condition, stages: [shared, countDown], otherwise: [countDown] };
    const counter = 16;
    const loop: Stage = { kind: 'loop', times: 4, reverse: false, counter, stages: [test, branch] };
    const [first, second] = await meetings([loop], turnsLeft);
    expect(second).toBe(first);
  });

  it('where a check fails after one that holds', async () => {
    const [first, second] = await meetings([checked(-1), checked(5), shared], 0);
    expect(second).toBe(first);
    expect(first).toBe(4);
  });
});
