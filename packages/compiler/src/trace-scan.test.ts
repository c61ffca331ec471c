import { NdArray } from '@myelin/core';
import { add, matmul, multiply, relu, scan, subtract, sum, valueAndGradients, where } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { interpret } from './interpret.js';
import type { Program } from './ir.js';
import { optimize } from './optimize.js';
import { parseProgram } from './parse.js';
import { printProgram } from './print.js';
import { trace } from './trace.js';
import { validateProgram } from './validate.js';

const [steps, batch, units] = [4, 2, 3];
const shapes = [[batch, units], [steps, batch, units], [units, units], [units], [steps, batch, 1]] as const;

/** A recurrence with a mask, a carry beside it, and a constant; its loss and gradients. */
const step = (reverse: boolean) => ({
  name: 'train',
  run([first, xs, kernel, bias, mask]: readonly Tensor[]): readonly Tensor[] {
    const floats = [first, xs, kernel, bias] as [Tensor, Tensor, Tensor, Tensor];
    const { value, gradients } = valueAndGradients(() => {
      const { carry, outputs } = scan(
        ([state, count], [x, lives], [weight, offset]) => {
          const next = relu(
            add(add(x as Tensor, matmul(state as Tensor, weight as Tensor)), offset as Tensor),
          );
          const held = where(lives as Tensor, next, state as Tensor);
          return { carry: [held, add(count as Tensor, 1)], outputs: [multiply(held, 0.5)] };
        },
        {
          carry: [floats[0], sum(subtract(floats[3], floats[3]))],
          xs: [floats[1], mask as Tensor],
          weights: [floats[2], floats[3]],
          reverse,
        },
      );
      const [last, count] = carry as [Tensor, Tensor];
      return add(multiply(sum(multiply(last, last)), count), sum(multiply(outputs[0] as Tensor, 3)));
    }, floats);
    return [value, ...gradients];
  },
});

const inputs = shapes.map((shape, k) => {
  const size = shape.reduce((product: number, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => (k === 4 ? Number(i % 3 !== 1) : Math.sin(1.3 * i + k))),
    [...shape],
  );
});

function results(program: Program): number[][] {
  validateProgram(program);
  return interpret(program, inputs, new Map()).outputs.map(({ data }) => [...(data as Float64Array)]);
}

const opsOf = ({ operations }: Program): string[] => operations.map(({ op }) => op);

describe.each([false, true])('a scan, reverse: %s', (reverse) => {
  const signature = { inputs: shapes.map((shape) => ({ shape, dtype: 'float32' as const })) };
  const unrolled = trace(step(reverse), signature);
  const kept = trace(step(reverse), signature, { keepScans: true });

  it('is one operation, and its gradient another', () => {
    expect(opsOf(unrolled)).not.toContain('Scan');
    expect(opsOf(kept).filter((op) => op === 'Scan')).toHaveLength(2);
    expect(printProgram(parseProgram(printProgram(kept)))).toBe(printProgram(kept));
  });

  it('computes what its steps compute one by one', () => {
    const expected = results(unrolled);
    results(kept).forEach((values, i) => {
      expect(values).toHaveLength(expected[i]?.length ?? 0);
      values.forEach((value, j) => {
        expect(value, `result ${i}`).toBeCloseTo(expected[i]?.[j] ?? NaN, 10);
      });
    });
    expect(expected.flat().some((value) => Math.abs(value) > 0.1)).toBe(true);
  });

  it('stays what it is when it is optimized', () => {
    const optimized = optimize(kept, undefined, { validate: true });
    expect(opsOf(optimized).filter((op) => op === 'Scan')).toHaveLength(2);
    expect(results(optimized)).toEqual(results(kept));
  });
});
