import {
  type Initializer,
  NdArray,
  Registry,
  deserializeKerasObject,
  serializeKerasObject,
  setSeed,
} from '@myelin/core';
import { expectClose, loadGolden } from '@myelin/testing';
import { describe, expect, it } from 'vitest';
import { byId } from './by-id.js';
import {
  constant,
  glorotUniform,
  heNormal,
  identity,
  ones,
  orthogonal,
  randomNormal,
  stft,
  truncatedNormal,
  varianceScaling,
  zeros,
} from './index.js';
import { computeFans } from './internal/fans.js';

const registry = new Registry();
for (const [id, unit] of Object.entries(byId)) registry.addClass(unit, [id]);
const rebuild = (serialized: Parameters<typeof deserializeKerasObject>[0]): Initializer =>
  deserializeKerasObject(serialized, registry) as Initializer;
const valuesOf = (array: NdArray): number[] => Array.from(array.data as Float32Array);
const sorted = (array: NdArray): number[] => valuesOf(array).sort((a, b) => a - b);

describe.each(['zeros', 'ones', 'constant', 'identity', 'stft'])('%s', (unit) => {
  it('has the configuration and values of Keras', async () => {
    const { cases } = await loadGolden('initializers', unit);
    for (const { name, config, serialized, values } of cases) {
      const initializer = rebuild(serialized);
      // Keras does not save the gain of an identity; and JavaScript does not tell 3 from 3.0.
      if (name !== 'a whole number') expect(serializeKerasObject(initializer)).toEqual(serialized);
      for (const expected of values as readonly NdArray[]) {
        const made = name === 'gain' ? identity({ gain: config['gain'] as number }) : initializer;
        expectClose(made(expected.shape), expected, { what: `${unit}, ${name}` });
      }
    }
  });
});

const random = [
  'glorot-normal',
  'glorot-uniform',
  'he-normal',
  'he-uniform',
  'lecun-normal',
  'lecun-uniform',
  'random-normal',
  'random-uniform',
  'truncated-normal',
  'variance-scaling',
];

describe.each(random)('%s', (unit) => {
  it('draws from the distribution of Keras', async () => {
    const { cases } = await loadGolden('initializers', unit);
    for (const { name, serialized, sample, shapes = [] } of cases) {
      const initializer = rebuild(serialized);
      expect(serializeKerasObject(initializer)).toEqual(serialized);
      for (const draw of shapes) {
        if (!('distribution' in draw)) throw new Error(`${unit}, ${name}: a draw without distribution`);
        const values = sorted(initializer(draw.shape));
        const [low, high] =
          draw.distribution === 'uniform'
            ? [draw.minval, draw.maxval]
            : [draw.mean - 2 * draw.stddev, draw.mean + 2 * draw.stddev];
        if (values.length === 0 || draw.distribution === 'normal') continue;
        expect(values[0]).toBeGreaterThanOrEqual(Math.fround(low));
        expect(values.at(-1)).toBeLessThanOrEqual(Math.fround(high));
      }
      if (sample === undefined) throw new Error(`${unit}, ${name}: no sample`);
      const values = sorted(initializer(sample.shape));
      const quantiles = valuesOf(sample.quantiles);
      const distance = quantiles.reduce((most, quantile, k) => {
        const below = values.filter((value) => value <= quantile).length / values.length;
        return Math.max(most, Math.abs(below - k / (quantiles.length - 1)));
      }, 0);
      // Kolmogorov and Smirnov: two samples of one distribution differ by more once in a thousand times.
      expect(distance).toBeLessThan(1.95 * Math.sqrt(2 / values.length));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
      );
      const { moments } = sample;
      expect(Math.abs(mean - moments.mean)).toBeLessThan(
        5 * moments.deviation * Math.sqrt(2 / values.length),
      );
      expect(deviation / moments.deviation).toBeCloseTo(1, 1);
    }
  });
});

describe('orthogonal', () => {
  it('makes matrices whose shorter side is orthogonal, for the shapes of Keras', async () => {
    const { cases } = await loadGolden('initializers', 'orthogonal');
    for (const { serialized, shapes = [] } of cases) {
      const initializer = rebuild(serialized);
      expect(serializeKerasObject(initializer)).toEqual(serialized);
      for (const draw of shapes) {
        if (!('gain' in draw)) throw new Error('a draw without gain');
        const columns = draw.shape.at(-1) as number;
        const values = valuesOf(initializer(draw.shape));
        const rows = values.length / columns;
        const at = (i: number, k: number): number =>
          (rows < columns ? values[i * columns + k] : values[k * columns + i]) ?? NaN;
        for (let i = 0; i < Math.min(rows, columns); i++) {
          for (let j = 0; j < Math.min(rows, columns); j++) {
            let product = 0;
            for (let k = 0; k < Math.max(rows, columns); k++) product += at(i, k) * at(j, k);
            expect(product).toBeCloseTo(i === j ? draw.gain ** 2 : 0, 5);
          }
        }
      }
    }
  });

  it('prefers no direction', () => {
    const draws = Array.from({ length: 400 }, (_, seed) => valuesOf(orthogonal({ seed })([2, 2])));
    const mean = draws.reduce((sum, [first = 0]) => sum + first, 0) / draws.length;
    // The first element is the cosine of a uniform angle: mean 0, deviation √½.
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(0.5 / draws.length));
    expect(draws.filter(([a = 0, b = 0, c = 0, d = 0]) => a * d - b * c < 0).length).toBeGreaterThan(150);
  });
});

describe('initializers', () => {
  it('with a seed draw the same each time, without one follow setSeed', () => {
    const seeded = heNormal({ seed: 3 });
    expect(valuesOf(seeded([3, 4]))).toEqual(valuesOf(seeded([3, 4])));
    const run = (): number[][] => {
      setSeed(5);
      return [valuesOf(randomNormal()([4])), valuesOf(randomNormal()([4]))];
    };
    const [first, second] = run();
    expect(run()).toEqual([first, second]);
    expect(first).not.toEqual(second);
  });

  it('cut normal distributions off at two standard deviations', () => {
    const values = sorted(truncatedNormal({ mean: 1, stddev: 0.5, seed: 1 })([20000]));
    expect(values[0]).toBeGreaterThan(0);
    expect(values.at(-1)).toBeLessThan(2);
    const beyond = values.filter((value) => Math.abs(value - 1) > 0.5).length / values.length;
    // P(|z| > 1 given |z| < 2) = (0.9545 - 0.6827) / 0.9545
    expect(Math.abs(beyond - 0.2848)).toBeLessThan(4 * Math.sqrt((0.2848 * 0.7152) / values.length));
  });

  it('count what leads in and out', () => {
    expect(computeFans([])).toEqual({ fanIn: 1, fanOut: 1 });
    expect(computeFans([3, 3, 2, 8])).toEqual({ fanIn: 18, fanOut: 72 });
    expect(computeFans([4, 2, 5], { inputAxes: [0], outputAxes: [1, 2] })).toEqual({ fanIn: 4, fanOut: 10 });
  });

  it('make whole numbers where the weight asks for them', () => {
    expect(ones()([2], 'int32').data).toEqual(Int32Array.of(1, 1));
    expect(constant({ value: 3 })([1], 'int64').data).toEqual(BigInt64Array.of(3n));
    expect(zeros()([1], 'bool').toArray()).toEqual([false]);
  });

  it('refuse what makes no sense', () => {
    expect(() => identity()([2, 2, 2])).toThrow('identity: expected the shape of a matrix, got (2, 2, 2)');
    expect(() => stft()([3, 4])).toThrow('stft: expected the shape (samples, 1, frequencies), got (3, 4)');
    expect(() => stft({ window: [1, 2] })([3, 1, 4])).toThrow('a window of 3 numbers, one a sample, got 2');
    // @ts-expect-error an unknown window
    expect(() => stft({ window: 'han' })).toThrow('`window` to be one of boxcar, hann');
    expect(() => orthogonal()([3])).toThrow('orthogonal: expected at least two axes, got (3,)');
    expect(() => varianceScaling({ scale: 0 })).toThrow('expected `scale` to be positive, got 0');
    // @ts-expect-error an unknown mode
    expect(() => varianceScaling({ mode: 'fan' })).toThrow('`mode` to be one of fan_in, fan_out, fan_avg');
    // @ts-expect-error an unknown distribution
    expect(() => varianceScaling({ distribution: 'gauss' })).toThrow('`distribution` to be one of');
    expect(varianceScaling({ distribution: 'normal' }).getConfig()).toMatchObject({
      distribution: 'truncated_normal',
    });
    expect(() => glorotUniform({ seed: 0.5 })([1])).toThrow('expected `seed` to be a whole number');
    // @ts-expect-error an unknown option
    expect(() => glorotUniform({ sed: 1 })).toThrow('GlorotUniform: expected known options, got "sed".');
  });
});
