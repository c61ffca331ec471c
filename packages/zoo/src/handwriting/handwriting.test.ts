import { wasm } from '@myelin/backend-wasm';
import { NdArray, setSeed, useBackend } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeLetters } from './encode-letters.js';
import { letterWriter } from './letter-writer.js';
import { mixtureDensity } from './mixture-density.js';
import { writeLetter } from './write-letter.js';

beforeAll(() => useBackend(wasm({ eager: true })));

const pens = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** The loss of one point in doubles, by the density itself. */
function surprise(dx: number, dy: number, pen: number, said: readonly number[], mixtures: number): number {
  const at = (part: number, j: number): number => said[part * mixtures + j] ?? NaN;
  const softmax = (logits: readonly number[]): number[] => {
    const all = logits.map(Math.exp);
    return all.map((one) => one / all.reduce((sum, value) => sum + value, 0));
  };
  const weights = softmax(said.slice(0, mixtures));
  const density = weights.reduce((sum, weight, j) => {
    const [sx, sy] = [Math.exp(Math.max(at(3, j), -3)), Math.exp(Math.max(at(4, j), -3))];
    const rho = 0.98 * Math.tanh(at(5, j));
    const [x, y] = [(dx - at(1, j)) / sx, (dy - at(2, j)) / sy];
    const exponent = -(x * x + y * y - 2 * rho * x * y) / (2 * (1 - rho * rho));
    return sum + (weight * Math.exp(exponent)) / (2 * Math.PI * sx * sy * Math.sqrt(1 - rho * rho));
  }, 0);
  return -Math.log(density) - Math.log(softmax(said.slice(6 * mixtures))[pen] ?? NaN);
}

describe('mixtureDensity', () => {
  const said = [0.3, -0.8, 0.5, -1, 0.2, 1.4, -0.4, 0.1, -5, 0.6, 0.9, -2, 0.4, -0.3, 1.1];

  it('is the mean surprise of the points that count', async () => {
    const moves = [
      [0.4, -0.2, 0],
      [-1.5, 2, 1],
      [3, 0.5, 2],
    ] as const;
    const truth = [...moves.map(([dx, dy, pen]) => [dx, dy, ...(pens[pen] ?? [])]), [9, 9, 0, 0, 0]];
    const value = mixtureDensity({ mixtures: 2 })(tensor([truth]), tensor([[said, said, said, said]]));
    const each = moves.map(([dx, dy, pen]) => surprise(dx, dy, pen, said, 2));
    expect((await value.data())[0]).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / 3, 4);
  });

  it('stays finite far from every Gaussian', async () => {
    const value = mixtureDensity({ mixtures: 2 })(tensor([[[500, -500, 1, 0, 0]]]), tensor([[said]]));
    expect(Number.isFinite((await value.data())[0])).toBe(true);
  });
});

describe('encodeLetters', () => {
  const cross = {
    text: 't',
    strokes: [
      [
        [10, 20],
        [10, 0],
      ],
      [
        [6, 14],
        [16, 14],
      ],
    ],
  } as const;

  it('gives offsets from the middle of the left side, and what the pen does', () => {
    const { x, y } = encodeLetters([cross], 5);
    expect(y.toArray()).toEqual([
      [
        [4, 10, 1, 0, 0],
        [0, -20, 0, 1, 0],
        [-4, 14, 1, 0, 0],
        [10, 0, 0, 0, 1],
        [0, 0, 0, 0, 0],
      ],
    ]);
    const steps = x.toArray() as number[][][];
    expect(steps[0]?.map((step) => step.slice(0, 3))).toEqual([
      [0, 0, 1],
      [4, 10, 0],
      [0, -20, 1],
      [-4, 14, 0],
      [0, 0, 0],
    ]);
    expect(steps[0]?.map((step) => step.indexOf(1, 3))).toEqual([22, 22, 22, 22, -1]);
  });

  it('leaves out what is too long', () => {
    expect(encodeLetters([cross], 3).x.shape).toEqual([0, 3, 29]);
  });
});

describe('writeLetter', () => {
  it('repeats itself with a seed, and ends with the last point at the latest', async () => {
    setSeed(4);
    const model = letterWriter({ length: 12, units: 6, mixtures: 3 });
    const [first, again, other] = [
      await writeLetter(model, 'q', { seed: 1 }),
      await writeLetter(model, 'q', { seed: 1 }),
      await writeLetter(model, 'q', { seed: 2 }),
    ];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    expect(first.flat().length).toBeLessThanOrEqual(12);
    expect(first.flat().flat().every(Number.isFinite)).toBe(true);
  });

  it('follows what the model says', async () => {
    // Always the second of two Gaussians, one unit to the right, and done at once or never.
    const says = (pen: number) => {
      const model = letterWriter({ length: 6, units: 2, mixtures: 2 });
      const bias = [
        -40,
        40,
        0,
        1,
        0,
        0,
        -3,
        -3,
        -3,
        -3,
        0,
        0,
        ...[0, 1, 2].map((one) => (one === pen ? 40 : 0)),
      ];
      return { model, bias };
    };
    for (const [pen, points, strokes] of [
      [0, 6, 1],
      [1, 6, 6],
      [2, 1, 1],
    ] as const) {
      const { model, bias } = says(pen);
      const weights = await model.getWeights();
      model.setWeights(
        weights.map((weight, i) =>
          i === weights.length - 1 ? NdArray.from(bias) : NdArray.zeros(weight.shape),
        ),
      );
      const written = await writeLetter(model, 'a', { bias: 3, seed: 1 });
      expect([written.flat().length, written.length]).toEqual([points, strokes]);
      written.flat().forEach(([x, y], i) => {
        expect(Math.abs(x - (i + 1))).toBeLessThan(0.1);
        expect(Math.abs(y)).toBeLessThan(0.1);
      });
    }
  });

  it('refuses what is no letter', async () => {
    await expect(writeLetter(letterWriter({ units: 2 }), 'B')).rejects.toThrow(
      'writeLetter: expected a letter from a to z, got "B"',
    );
  });
});
