import { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import { interpret } from './interpret.js';
import { optimize } from './optimize.js';
import { parseProgram } from './parse.js';
import { printProgram } from './print.js';
import { programOf } from './testing/expect-pass.js';
import { validateProgram } from './validate.js';

const run = (text: string, ...inputs: (number | number[] | number[][])[]): unknown[] => {
  const program = programOf(text);
  const arrays = inputs.map((input) => NdArray.from(input));
  const outputs = interpret(program, arrays, new Map()).outputs.map((output) => output.toArray());
  const optimized = optimize(program, undefined, { validate: true });
  expect(interpret(optimized, arrays, new Map()).outputs.map((output) => output.toArray())).toEqual(outputs);
  return outputs;
};

/** `carry = carry + slice · scale`; returns each carry and half of it. */
const scan = (reverse: boolean): string => `
  %0 = input 0 : float32[2]
  %1 = input 1 : float32[3,2]
  %2 = input 2 : float32[]
  %3, %4, %5 = Scan(0=%0, 1=%1, 2=%2) {carries: 1, steps: 1, length: 3, reverse: ${reverse}} : float32[2], float32[3,2], float32[3,2]
    body(%6 : float32[2], %7 : float32[2], %8 : float32[])
      %9 = Multiply(a=%7, b=%8) : float32[2]
      %10 = Add(a=%6, b=%9) : float32[2]
      %11 = Fill() {shape: [], value: 2, dtype: "float32"} : float32[]
      %12 = RealDiv(a=%10, b=%11) : float32[2]
      return %10, %10, %12
  return %3, %4, %5`;

const steps = [
  [1, 2],
  [3, 4],
  [5, 6],
];

describe('Scan', () => {
  it('runs its body for each step, from what the step before left', () => {
    expect(run(scan(false), [0, 1], steps, 10)).toEqual([
      [90, 121],
      [
        [10, 21],
        [40, 61],
        [90, 121],
      ],
      [
        [5, 10.5],
        [20, 30.5],
        [45, 60.5],
      ],
    ]);
  });

  it('runs from the last step to the first, and leaves the results of a step in its place', () => {
    expect(run(scan(true), [0, 1], steps, 10)).toEqual([
      [90, 121],
      [
        [90, 121],
        [80, 101],
        [50, 61],
      ],
      [
        [45, 60.5],
        [40, 50.5],
        [25, 30.5],
      ],
    ]);
  });

  it('may have no carries and no steps to read', () => {
    const text = `
  %0 = input 0 : float32[]
  %1 = Scan(0=%0) {carries: 0, steps: 0, length: 2, reverse: false} : float32[2]
    body(%2 : float32[])
      %3 = Neg(x=%2) : float32[]
      return %3
  return %1`;
    expect(run(text, 3)).toEqual([[-3, -3]]);
  });
});

describe('While', () => {
  const doubling = `
  %0 = input 0 : float32[]
  %1 = input 1 : float32[]
  %2 = While(0=%0, 1=%1) {carries: 1} : float32[]
    test(%3 : float32[], %4 : float32[])
      %5 = Less(a=%3, b=%4) : bool[]
      return %5
    body(%6 : float32[], %7 : float32[])
      %8 = Add(a=%6, b=%6) : float32[]
      return %8
  return %2`;

  it('runs its body while its test holds', () => {
    expect(run(doubling, 3, 40)).toEqual([48]);
  });

  it('may not run at all', () => {
    expect(run(doubling, 3, 2)).toEqual([3]);
  });
});

describe('Cond', () => {
  const text = `
  %0 = input 0 : float32[]
  %1 = input 1 : float32[2]
  %2 = const [0] : float32[]
  %3 = Greater(a=%0, b=%2) : bool[]
  %4, %5 = Cond(0=%3, 1=%1, 2=%0) : float32[2], float32[]
    body(%6 : float32[2], %7 : float32[])
      %8 = Add(a=%6, b=%7) : float32[2]
      return %8, %7
    otherwise(%9 : float32[2], %10 : float32[])
      %11 = Exp(x=%10) : float32[]
      return %9, %11
  return %4, %5`;

  it('runs one of its bodies', () => {
    expect(run(text, 1, [3, 4])).toEqual([[4, 5], 1]);
    expect(run(text, 0, [3, 4])).toEqual([[3, 4], 1]);
  });
});

it('prints and reads bodies within bodies', () => {
  const text = `program nested
%0 = input 0 : float32[2]
%12 = Scan(0=%0) {carries: 1, steps: 0, length: 3, reverse: false} : float32[2]
  body(%1 : float32[2])
    %2 = Sum(x=%1) {axis: [0], keepDims: false} : float32[]
    %11 = While(0=%1, 1=%2) {carries: 1} : float32[2]
      test(%3 : float32[2], %4 : float32[])
        %5 = Max(x=%3) {reductionIndices: [0], keepDims: false} : float32[]
        %6 = Less(a=%5, b=%4) : bool[]
        return %6
      body(%7 : float32[2], %8 : float32[])
        %9 = Add(a=%7, b=%8) : float32[2]
        return %9
    return %11
return %12`;
  expect(printProgram(parseProgram(text))).toBe(text);
  const program = parseProgram(text);
  const optimized = optimize(program, undefined, { validate: true });
  const outputs = [program, optimized].map((p) => interpret(p, [[1, 2]], new Map()).outputs[0]?.toArray());
  expect(outputs[0]).toEqual(outputs[1]);
});

describe('validateProgram', () => {
  const fused = (body: string): string => `program p
%0 = input 0 : float32[2]
%1 = input 1 : float32[3]
%2 = Fused(0=%0) : float32[2]
${body}
return %2`;

  it.each([
    [
      'a value from outside',
      '  body(%3 : float32[2])\n    %4 = Add(a=%3, b=%0) : float32[2]\n    return %4',
      /values that are defined before, got %0/,
    ],
    [
      'a number that is taken',
      '  body(%1 : float32[2])\n    %4 = Neg(x=%1) : float32[2]\n    return %4',
      /a new value, got %1 a second time/,
    ],
    [
      'parameters that are no operands',
      '  body(%3 : float32[3])\n    %4 = Neg(x=%3) : float32[3]\n    return %4',
      /parameters of Fused: expected float32\[2\], got float32\[3\]/,
    ],
    [
      'results that are no outputs',
      '  body(%3 : float32[2])\n    %4 = Greater(a=%3, b=%3) : bool[2]\n    return %4',
      /results of Fused: expected float32\[2\], got bool\[2\]/,
    ],
    [
      'another result than that of its kernel',
      '  body(%3 : float32[2])\n    %4 = Neg(x=%3) : float32[3]\n    return %4',
      /Neg: expected float32\[2\], got float32\[3\]/,
    ],
    [
      'no loop and no reduction',
      '  body(%3 : float32[2])\n    %4 = Softmax(logits=%3) {dim: 0} : float32[2]\n    return %4',
      /Fused: expected a loop or a reduction/,
    ],
    [
      'another body',
      '  test(%3 : float32[2])\n    %4 = Neg(x=%3) : float32[2]\n    return %4',
      /the bodies body, got test/,
    ],
  ])('refuses a body with %s', (_, body, message) => {
    expect(() => {
      validateProgram(parseProgram(fused(body)));
    }).toThrow(message);
  });

  it.each([
    ['Cond(0=%0, 1=%0)', /a bool of no axes as its first operand, got float32/],
    ['While(0=%0) {carries: 2}', /a number of operands from 0 to 1, got 2/],
    ['Scan(0=%0) {carries: 0, steps: 1, length: 3, reverse: false}', /3 steps, got 2/],
    ['Scan(0=%0) {carries: 1, steps: 0, length: 0, reverse: false}', /a length of at least 1, got 0/],
    [
      'Scan(0=%0) {carries: 1, steps: 1, length: 2, reverse: false}',
      /a number of operands from 0 to 0, got 1/,
    ],
  ])('refuses %s', (operation, message) => {
    const text = `program p\n%0 = input 0 : float32[2]\n%1 = ${operation} : float32[2]\nreturn %1`;
    expect(() => {
      validateProgram(parseProgram(text));
    }).toThrow(message);
  });
});
