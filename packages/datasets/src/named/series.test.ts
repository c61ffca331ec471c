import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import {
  airlinePassengers,
  beijingPollution,
  dailyTemperatures,
  encodeDna,
  promoters,
  spliceJunctions,
  sunspots,
} from '../index.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

const cells = async (file: string): Promise<string[][]> =>
  (await readFile(`${mirror}/timeseries/${file}`, 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));

const digest = (values: NdArray['data'], perUnit: number): string => {
  const stored = new DataView(new ArrayBuffer(2 * values.length));
  Array.from(values, Number).forEach((value, i) => {
    stored.setInt16(2 * i, Math.round(value * perUnit), true);
  });
  return createHash('sha256').update(stored).digest('hex');
};

describe('series that come along', () => {
  it('are those of their source', async () => {
    const [air, spots] = [await airlinePassengers(), await sunspots()];
    expect(digest(air.values.data, 1)).toBe(
      'fca07ff664c750c4416f9a6789dff4175a08189fd79366a378d55aedeca53182',
    );
    expect(digest(spots.values.data, 10)).toBe(
      '4c25cac43cd670d6feeed9969de487a22bdcef1e98e7df664988cc363a18b8d1',
    );
    expect([air.times[11], air.times[12], air.times.at(-1)]).toEqual(['1949-12', '1950-01', '1960-12']);
    expect([spots.times[0], spots.times.at(-1), spots.values.at(2819, 0)]).toEqual([
      '1749-01',
      '1983-12',
      Math.fround(33.4),
    ]);
  });

  it.runIf(mirror)('are those that courses download (runs where MYELIN_DATA_MIRROR is set)', async () => {
    for (const [load, file] of [
      [airlinePassengers, 'airline-passengers.csv'],
      [sunspots, 'monthly-sunspots.csv'],
    ] as const) {
      const { times, values } = await load();
      const rows = await cells(file);
      expect(times).toEqual(rows.map(([month]) => month));
      expect(values.data).toEqual(Float32Array.from(rows, ([, value]) => Number(value)));
    }
  });
});

describe.runIf(mirror)(
  'data that are downloaded (runs where MYELIN_DATA_MIRROR is set: they may not all come along)',
  () => {
    it('has ten years of nights in Melbourne', async () => {
      const { times, values, names } = await dailyTemperatures();
      expect([values.shape, names]).toEqual([[3650, 1], ['temperature']]);
      expect([times[0], times.at(-1)]).toEqual(['1981-01-01', '1990-12-31']);
      expect(values.rows(0, 2).toArray()).toEqual([[20.7], [17.9]].map((row) => row.map(Math.fround)));
      expect(Array.from(values.data, Number).every(Number.isFinite)).toBe(true);
    });

    it('has five years of hours in Beijing, with what is missing', async () => {
      const { times, values, names } = await beijingPollution();
      expect([values.shape, times[1], times.at(-1)]).toEqual([[43824, 11], '2010-01-01T01', '2014-12-31T23']);
      expect(Array.from(values.data, Number).filter(Number.isNaN)).toHaveLength(2067);
      const row = values.rows(43823, 43824).toArray();
      expect(row).toEqual([[12, -21, -3, 1034, Math.fround(249.85), 0, 0, 0, 1, 0, 0]]);
      expect(names.slice(7)).toEqual(['wind_ne', 'wind_nw', 'wind_se', 'wind_cv']);
      const data = Array.from(values.data, Number);
      const winds = times.map((_, i) => data.slice(i * 11 + 7, i * 11 + 11).reduce((a, b) => a + b));
      expect(new Set(winds)).toEqual(new Set([1]));
    });

    it('has 53 promoters and as many others', async () => {
      const { sequences, y, names, classes } = await promoters();
      expect([sequences.length, new Set(sequences).size, names[0]]).toEqual([106, 106, 'S10']);
      expect(Array.from(y.data, Number).reduce((a, b) => a + b)).toBe(53);
      expect(classes[Number(y.data[0])]).toBe('promoter');
      expect(encodeDna(sequences).shape).toEqual([106, 57, 4]);
    });

    it('has splice junctions, of which some repeat others', async () => {
      const { sequences, y, classes, names } = await spliceJunctions();
      const count = (kind: number): number => Array.from(y.data, Number).filter((k) => k === kind).length;
      expect(classes.map((_, kind) => count(kind))).toEqual([767, 768, 1655]);
      expect([names[0], new Set(sequences).size]).toEqual(['ATRINS-DONOR-521', 3005]);
      expect(new Set(sequences.join(''))).toEqual(new Set('ACGTDNRS'));
      expect(encodeDna(sequences).shape).toEqual([3190, 60, 4]);
      // An intron begins with GT and ends with AG, with few exceptions.
      const share = (kind: number, at: number, letters: string): number =>
        sequences.filter((text, i) => y.data[i] === kind && text.startsWith(letters, at)).length /
        count(kind);
      expect(share(0, 30, 'GT')).toBeGreaterThan(0.98);
      expect(share(1, 28, 'AG')).toBeGreaterThan(0.98);
      expect(share(2, 30, 'GT')).toBeLessThan(0.1);
    });
  },
);

describe('encodeDna', () => {
  it('shares out letters that stand for several bases', () => {
    const all = encodeDna(['ACGTRYSWKMBDHVN']);
    const rows = all.reshape([15, 4]).toArray() as number[][];
    expect(rows.every((row) => Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-6)).toBe(true);
    expect(rows[11]).toEqual([1 / 3, 0, 1 / 3, 1 / 3].map(Math.fround));
    expect(encodeDna(['acgt'])).toEqual(encodeDna(['ACGT']));
    expect(encodeDna([]).shape).toEqual([0, 0, 4]);
  });

  it('refuses what is no DNA, and lengths that differ', () => {
    expect(() => encodeDna(['AC', 'AE'])).toThrow(
      'encodeDna: expected letters of ACGTRYSWKMBDHVN, got "E" in sequence 1, position 1',
    );
    expect(() => encodeDna(['AC', 'A'])).toThrow(
      'encodeDna: expected sequences of 2 letters, got 1 in sequence 1',
    );
  });
});
