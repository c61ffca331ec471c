import { gruSequence, lstmSequence, simpleRnnSequence, valueAndGradients } from '@myelin/ops';
import { type Tensor, add, mul, setBackend, sum, tensor, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { noise, prepareBoth } from '../testing/run-kernel.js';

interface Size {
  readonly steps: number;
  readonly batch: number;
  readonly units: number;
}

interface Recurrence {
  readonly gates: number;
  /** Shapes of what follows the projected input. */
  readonly shapes: (size: Size) => readonly (readonly number[])[];
  readonly run: (
    inputs: readonly Tensor[],
    mask: Tensor | null,
    returnSequences: boolean,
  ) => readonly Tensor[];
}

const options = (mask: Tensor | null, returnSequences: boolean) => ({ mask, returnSequences });
const all = ({ output, states }: ReturnType<typeof lstmSequence>): readonly Tensor[] => [output, ...states];

const recurrences: Readonly<Record<string, Recurrence>> = {
  lstm: {
    gates: 4,
    shapes: ({ batch, units }) => [
      [units, 4 * units],
      [batch, units],
      [batch, units],
    ],
    run: ([x, kernel, h, c], ...rest) =>
      all(lstmSequence(x as Tensor, kernel as Tensor, [h as Tensor, c as Tensor], options(...rest))),
  },
  'gru, reset after': {
    gates: 3,
    shapes: ({ batch, units }) => [[units, 3 * units], [batch, units], [3 * units]],
    run: ([x, recurrentKernel, h, recurrentBias], ...rest) =>
      all(
        gruSequence(
          x as Tensor,
          { recurrentKernel: recurrentKernel as Tensor, recurrentBias: recurrentBias as Tensor },
          h as Tensor,
          options(...rest),
        ),
      ),
  },
  'gru, reset before': {
    gates: 3,
    shapes: ({ batch, units }) => [
      [units, 3 * units],
      [batch, units],
    ],
    run: ([x, recurrentKernel, h], ...rest) =>
      all(
        gruSequence(x as Tensor, { recurrentKernel: recurrentKernel as Tensor }, h as Tensor, {
          ...options(...rest),
          resetAfter: false,
        }),
      ),
  },
  'simple rnn': {
    gates: 1,
    shapes: ({ batch, units }) => [
      [units, units],
      [batch, units],
    ],
    run: ([x, kernel, h], ...rest) =>
      all(simpleRnnSequence(x as Tensor, kernel as Tensor, h as Tensor, options(...rest))),
  },
};

const sizes: readonly Size[] = [
  { steps: 1, batch: 1, units: 1 },
  { steps: 4, batch: 3, units: 2 },
  { steps: 3, batch: 7, units: 5 },
  { steps: 5, batch: 2, units: 16 },
  { steps: 2, batch: 9, units: 35 },
];

function make(shape: readonly number[], seed: number): Tensor {
  return tensor(Float32Array.from(noise(shape, seed).values), [...shape]);
}

/** Outputs, states and gradients on one backend. */
async function resultsOn(
  backend: string,
  { gates, shapes, run }: Recurrence,
  size: Size,
  masked: boolean,
  returnSequences: boolean,
): Promise<number[][]> {
  await setBackend(backend);
  const { steps, batch, units } = size;
  return tidy(() => {
    const inputs = [[steps, batch, gates * units], ...shapes(size)].map(make);
    const lives = Uint8Array.from({ length: steps * batch }, (_, i) => Number(i % 3 !== 1));
    const mask = masked ? tensor(lives, [steps, batch], 'bool') : null;
    const outputs = run(inputs, mask, returnSequences);
    const { gradients } = valueAndGradients(
      () =>
        run(inputs, mask, returnSequences)
          .map((y, i) => sum(mul(y, make(y.shape, 20 + i))))
          .reduce((total, part) => add(total, part)),
      inputs,
    );
    return [...outputs, ...gradients].map((result) => [...result.dataSync()]);
  });
}

describe.each(Object.entries(recurrences))('%s', (_, recurrence) => {
  test.each(sizes)('gives what the cpu backend gives: %o', async (size) => {
    const backends = await prepareBoth();
    for (const masked of [false, true]) {
      for (const returnSequences of [false, true]) {
        const expected = await resultsOn('cpu', recurrence, size, masked, returnSequences);
        for (const backend of backends) {
          const found = await resultsOn(backend, recurrence, size, masked, returnSequences);
          found.forEach((values, i) => {
            const wanted = expected[i] ?? [];
            expect(values).toHaveLength(wanted.length);
            const scale = Math.max(1, ...wanted.map(Math.abs));
            const off = Math.max(...values.map((value, j) => Math.abs(value - (wanted[j] ?? NaN)) / scale));
            expect(off, `${backend}, masked ${masked}, result ${i}`).toBeLessThan(2e-6);
          });
        }
      }
    }
  });
});
