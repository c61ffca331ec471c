import { NdArray, type Step, TraceError, Variable, currentScope } from '@myelin/core';
import {
  absolute,
  add,
  cond,
  divide,
  exp,
  greater,
  less,
  lessEqual,
  matmul,
  max,
  mean,
  multiply,
  relu,
  scan,
  subtract,
  sum,
  valueAndGradients,
  whileLoop,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { interpret } from './interpret.js';
import { type Operation, type Program, bodiesOf } from './ir.js';
import { optimize } from './optimize.js';
import { parseProgram } from './parse.js';
import { printProgram } from './print.js';
import { trace } from './trace.js';
import { validateProgram } from './validate.js';

const shapes = [[3, 4], [4, 4], []] as const;
const signature = { inputs: shapes.map((shape) => ({ shape, dtype: 'float32' as const })) };

const numbers = (k: number, shape: readonly number[]): NdArray => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(1.3 * i + k)),
    [...shape],
  );
};

/** What a program returns for some first numbers, checked to be sound, also after it is optimized. */
function results(program: Program, condition: number): number[][] {
  validateProgram(program);
  expect(printProgram(parseProgram(printProgram(program)))).toBe(printProgram(program));
  const inputs = [numbers(0, shapes[0]), numbers(1, shapes[1]), NdArray.from([condition]).reshape([])];
  const [plain, optimized] = [program, optimize(program, undefined, { validate: true })].map((each) =>
    interpret(each, inputs, new Map()).outputs.map(({ data }) => [...(data as Float64Array)]),
  );
  optimized?.forEach((values, i) => {
    expectSame(values, plain?.[i]);
  });
  return plain ?? [];
}

function expectSame(values: readonly number[], expected: readonly number[] = []): void {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? NaN, 10);
  });
}

function opsIn(operations: readonly Operation[]): string[] {
  return operations.flatMap((operation) => [
    operation.op,
    ...bodiesOf(operation).flatMap(([, body]) => opsIn(body.operations)),
  ]);
}

/** Whether a number is above 0, or it is not. */
type Choose = (condition: Tensor, isAbove?: boolean) => Tensor | boolean;

/** A step with choices, which are made when it runs or before it is traced. */
type Choosing = (choose: Choose) => Step;

const gradients: Choosing = (choose) => ({
  name: 'train',
  run([x, kernel, condition]: readonly Tensor[]) {
    const floats = [x, kernel, condition] as [Tensor, Tensor, Tensor];
    const { value, gradients } = valueAndGradients(() => {
      const hidden = matmul(floats[0], floats[1]);
      const y = cond(
        choose(floats[2]),
        () => relu(add(matmul(hidden, floats[1]), floats[2])),
        () => multiply(exp(hidden), 0.5),
      );
      return sum(multiply(y, y));
    }, floats);
    return [value, ...gradients];
  },
});

const withinScan: Choosing = (choose) => ({
  name: 'train',
  run([x, kernel, condition]: readonly Tensor[]) {
    const floats = [x, kernel] as [Tensor, Tensor];
    const { value, gradients } = valueAndGradients(() => {
      const { carry, outputs } = scan(
        ([state], [row], [weight, by]) => {
          const [a, b] = [state as Tensor, row as Tensor];
          const [next, size] = cond(
            choose(by as Tensor),
            () => [add(a, matmul(multiply(b, 1), weight as Tensor)), mean(a)],
            () => [subtract(a, b), sum(b)],
          );
          return { carry: [next], outputs: [size] };
        },
        {
          carry: [floats[1]],
          xs: [floats[0]],
          weights: [floats[1], condition as Tensor],
        },
      );
      return add(sum(multiply(carry[0] as Tensor, carry[0] as Tensor)), sum(outputs[0] as Tensor));
    }, floats);
    return [value, ...gradients];
  },
});

const nested: Choosing = (choose) => ({
  name: 'train',
  run([x, kernel, condition]: readonly Tensor[]) {
    const floats = [x, kernel] as [Tensor, Tensor];
    const { value, gradients } = valueAndGradients(() => {
      const inner = (): Tensor =>
        cond(
          choose(condition as Tensor, false),
          () => multiply(floats[0], 3),
          () => matmul(floats[0], floats[1]),
        );
      return sum(cond(choose(condition as Tensor), () => exp(inner()), inner));
    }, floats);
    return [value, ...gradients];
  },
});

describe.each(Object.entries({ gradients, withinScan, nested }))('a choice, %s,', (_, step) => {
  const chosen = trace(
    step((by, isAbove = true) => (isAbove ? greater(by, 0) : lessEqual(by, 0))),
    signature,
    { keepScans: true },
  );

  it.each([1, 0])('computes what the branch computes that is taken: %i', (condition) => {
    const known = trace(
      step((_, isAbove = true) => (condition === 1) === isAbove),
      signature,
      { keepScans: true },
    );
    expect(opsIn(chosen.operations)).toContain('Cond');
    expect(opsIn(known.operations)).not.toContain('Cond');
    const expected = results(known, condition);
    results(chosen, condition).forEach((values, i) => {
      expectSame(values, expected[i]);
    });
    expect(expected.flat().some((value) => Math.abs(value) > 0.1)).toBe(true);
  });
});

describe('a loop', () => {
  /** Newton's method for the square roots of what is given. */
  const roots = (maximumIterations?: number): Step => ({
    name: 'predict',
    run([x]) {
      const square = add(absolute(x as Tensor), 1);
      const [root, , turns] = whileLoop(
        (_, change) => greater(change, 1e-6),
        (y, _, turns) => {
          const next = multiply(add(y, divide(square, y)), 0.5);
          return [next, max(absolute(subtract(next, y))), add(turns, 1)];
        },
        {
          loopVars: [square, add(multiply(sum(square), 0), 1), multiply(sum(square), 0)],
          ...(maximumIterations === undefined ? {} : { maximumIterations }),
        },
      );
      return [root, turns];
    },
  });
  const squares = [...(numbers(0, shapes[0]).data as Float32Array)].map((value) => 1 + Math.abs(value));

  it('goes on as long as values ask for', () => {
    const [found, turns] = results(trace(roots(), signature), 0);
    expectSame(found ?? [], squares.map(Math.sqrt));
    expect(turns?.[0]).toBeGreaterThan(2);
  });

  it('ends after the turns that it may have', () => {
    const [found, turns] = results(trace(roots(1), signature), 0);
    expectSame(
      found ?? [],
      squares.map((value) => (value + 1) / 2),
    );
    expect(turns).toEqual([1]);
  });
});

it('is told when something leaves a branch that does not return it', () => {
  const variable = new Variable(NdArray.zeros([3, 4]), { name: 'seen', path: 'seen' });
  const step: Step = {
    name: 'train',
    run([x]) {
      const total = sum(x as Tensor);
      const y = cond(
        less(total, 0),
        () => {
          const twice = multiply(x as Tensor, 2);
          currentScope()?.update(variable, twice);
          return add(twice, 1);
        },
        () => x as Tensor,
      );
      return [y];
    },
  };
  expect(() => trace(step, signature)).toThrow(TraceError);
  expect(() => trace(step, signature)).toThrow(
    'the train step: expected loops and branches that return what is used outside of them, got float32 (3, 4)',
  );
});
