import '@tensorflow/tfjs-backend-cpu';
import {
  type Tensor,
  add,
  concat,
  expandDims,
  matMul,
  mul,
  reverse,
  setBackend,
  sigmoid,
  slice,
  squaredDifference,
  sum,
  tanh,
  tensor,
  tidy,
  where,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { valueAndGradients } from '../gradients/gradients.js';
import { gruSequence } from './gru-sequence.js';
import { gruStep } from './gru-step.js';
import { lstmSequence } from './lstm-sequence.js';
import { lstmStep } from './lstm-step.js';
import { scan } from './scan.js';
import type { SequenceOptions, SequenceResult } from './sequence-options.js';
import { simpleRnnSequence } from './simple-rnn-sequence.js';

const [steps, batch, units] = [4, 3, 2];

/** A recurrence by its kernel, and the same by the tape: a scan of its step. */
interface Recurrence {
  readonly shapes: readonly (readonly number[])[];
  readonly kernel: (inputs: readonly Tensor[], options: SequenceOptions) => SequenceResult;
  readonly states: number;
  readonly step: (given: Tensor, states: readonly Tensor[], weights: readonly Tensor[]) => Tensor[];
}

const functions = { activation: tanh, recurrentActivation: sigmoid };
const state = [batch, units];

const gru = (resetAfter: boolean): Recurrence => ({
  shapes: [[steps, batch, 3 * units], state, [units, 3 * units], ...(resetAfter ? [[3 * units]] : [])],
  states: 1,
  kernel: ([projected, hidden, recurrentKernel, recurrentBias = null], options) =>
    gruSequence(
      projected as Tensor,
      { recurrentKernel: recurrentKernel as Tensor, recurrentBias },
      hidden as Tensor,
      { ...options, resetAfter },
    ),
  step: (given, [hidden], [kernel, bias]) => {
    const product = (h: Tensor, from: number, to: number): Tensor => {
      const part = slice(kernel as Tensor, [0, from * units], [units, (to - from) * units]);
      return bias === undefined ? matMul(h, part) : add(matMul(h, part), bias);
    };
    return [gruStep(given, hidden as Tensor, { ...functions, resetAfter, product }).hidden];
  },
});

const recurrences: Readonly<Record<string, Recurrence>> = {
  lstm: {
    shapes: [[steps, batch, 4 * units], state, state, [units, 4 * units]],
    states: 2,
    kernel: ([projected, hidden, carry, recurrentKernel], options) =>
      lstmSequence(
        projected as Tensor,
        recurrentKernel as Tensor,
        [hidden as Tensor, carry as Tensor],
        options,
      ),
    step: (given, [hidden, carry], [kernel]) => {
      const z = add(given, matMul(hidden as Tensor, kernel as Tensor));
      const next = lstmStep(z, carry as Tensor, functions);
      return [next.hidden, next.carry];
    },
  },
  'gru, reset after': gru(true),
  'gru, reset before': gru(false),
  'simple rnn': {
    shapes: [[steps, batch, units], state, [units, units]],
    states: 1,
    kernel: ([projected, hidden, recurrentKernel], options) =>
      simpleRnnSequence(projected as Tensor, recurrentKernel as Tensor, hidden as Tensor, options),
    step: (given, [hidden], [kernel]) => [tanh(add(given, matMul(hidden as Tensor, kernel as Tensor)))],
  },
};

// The first row is masked at both ends, the second in the middle, the third everywhere.
const mask = [
  [0, 1, 0],
  [1, 0, 0],
  [1, 1, 0],
  [0, 1, 0],
];

function example(shape: readonly number[], phase: number): Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(1.7 * i + phase)),
    [...shape],
  );
}

function byTape(recurrence: Recurrence, inputs: readonly Tensor[], options: SequenceOptions): SequenceResult {
  const { states: count, step } = recurrence;
  const [projected, ...rest] = inputs as [Tensor, ...Tensor[]];
  const { mask: given, returnSequences = false, returnState = true } = options;
  const result = scan(
    (carry, [x, lives], weights) => {
      const next = step(x as Tensor, carry, weights);
      const held = next.map((value, i) =>
        lives === undefined ? value : where(lives, value, carry[i] as Tensor),
      );
      return { carry: held, outputs: held };
    },
    {
      carry: rest.slice(0, count),
      xs: [projected, ...(given === undefined || given === null ? [] : [expandDims(given, 2)])],
      weights: rest.slice(count),
    },
  );
  return {
    output: (returnSequences ? result.outputs[0] : result.carry[0]) as Tensor,
    states: returnState ? result.carry : [],
  };
}

/** Weighs every output differently, so that none hides behind another. */
function loss({ output, states }: SequenceResult): Tensor {
  return [output, ...states]
    .map((y, i) => sum(mul(y, example(y.shape, 0.4 + i))))
    .reduce((total, part) => add(total, part));
}

beforeAll(() => setBackend('cpu'));

describe.each(Object.entries(recurrences))('%s', (_, recurrence) => {
  const cases = [false, true].flatMap((returnSequences) =>
    [false, true].flatMap((returnState) =>
      [false, true].map((masked) => ({ returnSequences, returnState, masked })),
    ),
  );
  it.each(cases)('equals a scan of its step: %o', ({ masked, ...options }) => {
    tidy(() => {
      const inputs = recurrence.shapes.map((shape, i) => example(shape, i));
      const lives = masked ? tensor(mask, [steps, batch], 'bool') : null;
      const given = { ...options, mask: lives };
      const kernel = valueAndGradients(() => loss(recurrence.kernel(inputs, given)), inputs);
      const tape = valueAndGradients(() => loss(byTape(recurrence, inputs, given)), inputs);
      expect(kernel.value.dataSync()[0]).toBeCloseTo(tape.value.dataSync()[0] ?? NaN, 5);
      kernel.gradients.forEach((gradient, i) => {
        const expected = tape.gradients[i] as Tensor;
        expect(gradient.shape).toEqual(expected.shape);
        const difference = sum(squaredDifference(gradient, expected)).dataSync()[0];
        expect(difference, `gradient ${i}`).toBeLessThan(1e-10);
      });
    });
  });
});

it('a scan in reverse keeps its outputs in place', () => {
  const xs = tensor([1, 2, 3]);
  const sums = (reversed: boolean): Tensor =>
    scan(
      ([total], [x]) => {
        const next = add(total as Tensor, x as Tensor);
        return { carry: [next], outputs: [next] };
      },
      { carry: [tensor(0)], xs: [xs], reverse: reversed },
    ).outputs[0] as Tensor;
  expect([...sums(false).dataSync()]).toEqual([1, 3, 6]);
  expect([...sums(true).dataSync()]).toEqual([6, 5, 3]);
  expect([...reverse(concat([sums(true)]), 0).dataSync()]).toEqual([3, 5, 6]);
});
