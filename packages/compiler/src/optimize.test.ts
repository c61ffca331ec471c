import { NdArray } from '@myelin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from './interpret.js';
import type { Program } from './ir.js';
import { optimize, standardPasses } from './optimize.js';
import { parseProgram } from './parse.js';
import { foldConstants } from './passes/fold-constants.js';
import type { Pass } from './passes/pass.js';
import { randomInputs, randomPrograms } from './testing/random-program.js';
import { validateProgram } from './validate.js';

/** Numbers from 0 to 1 by Park and Miller's generator. */
function generator(seed: number): () => number {
  let last = seed;
  return () => (last = (last * 48271) % 2147483647) / 2147483647;
}

/** The same bits, but for those of NaN. */
function expectEqual(found: NdArray | undefined, expected: NdArray, what: string): void {
  const numbers = ({ data }: NdArray): number[] => [...data].map(Number);
  expect(found?.shape, what).toEqual(expected.shape);
  expect(numbers(found as NdArray), what).toEqual(numbers(expected));
}

function expectSame(optimized: Program, original: Program, seed: number): void {
  const { inputs, state } = randomInputs(original, generator(seed));
  const expected = interpret(original, inputs, state);
  const found = interpret(optimized, inputs, state);
  expected.outputs.forEach((output, i) => {
    expectEqual(found.outputs[i], output, `output ${i}`);
  });
  for (const [variable, value] of expected.updates)
    expectEqual(flushed(found.updates.get(variable)), flushed(value) as NdArray, variable.path);
}

/** What is kept for the next step may be 0 where it is less than 1e-30. */
function flushed(array: NdArray | undefined): NdArray | undefined {
  if (array === undefined) return undefined;
  const numbers = Float64Array.from(array.data as Float64Array, (x) => (Math.abs(x) < 1e-30 ? 0 : x));
  return new NdArray(numbers, array.shape);
}

describe('optimize', () => {
  // Folded constants are rounded to their type, which float64 shows.
  const isExact = (pass: Pass): boolean => pass !== foldConstants;
  const exact = standardPasses.map((pass) => (typeof pass === 'function' ? pass : pass.filter(isExact)));
  const seeds = fc.integer({ min: 1, max: 2 ** 31 - 2 });

  it('changes no bit of what any program computes', () => {
    fc.assert(
      fc.property(randomPrograms, seeds, (program, seed) => {
        validateProgram(program);
        expectSame(optimize(program, exact, { validate: true }), program, seed);
      }),
      { numRuns: 200 },
    );
  });

  it.each([...new Set(exact.flat())].map((pass) => [pass.name, pass] as const))(
    '%s alone does not either',
    (_, pass) => {
      fc.assert(
        fc.property(randomPrograms, seeds, (program, seed) => {
          expectSame(optimize(program, [pass], { validate: true }), program, seed);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('repeats simplifications until there is nothing left to simplify', () => {
    const repeated = standardPasses.flatMap((pass) => (typeof pass === 'function' ? [] : [pass]));
    fc.assert(
      fc.property(randomPrograms, (program) => {
        const simplified = optimize(program, repeated);
        for (const pass of repeated.flat()) expect(pass(simplified), pass.name).toBe(simplified);
      }),
    );
  });

  it('names the pass that broke a program', () => {
    const program = parseProgram(
      'program p\n%0 = input 0 : float32[2]\n%1 = Neg(x=%0) : float32[2]\nreturn %1',
    );
    const breakIt = (given: Program): Program => ({ ...given, operations: [] });
    expect(() => optimize(program, [breakIt], { validate: true })).toThrow(
      /program p after breakIt, return: expected values that are defined before, got %1/,
    );
  });
});
