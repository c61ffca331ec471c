import { wasm } from '@myelin/backend-wasm';
import { type NdArray, useBackend } from '@myelin/core';
import { encodeDna } from '@myelin/datasets';
import { pretrained } from '@myelin/zoo';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Training } from '../lesson.js';
import { accuracy } from '../measures/accuracy.js';
import { largestOfRows } from '../measures/largest-of-rows.js';
import { genomes } from './genomes.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

function trainingOf(id: string): Training {
  const training = genomes.trainings.find((one) => one.id === id);
  if (training === undefined) throw new TypeError(`There is no training ${id}.`);
  return training as Training;
}

/** Each sequence as text that can be compared. */
const rowsOf = (x: NdArray): string[] =>
  Array.from({ length: x.shape[0] ?? 0 }, (_, i) => x.rows(i, i + 1).data.join(''));

beforeAll(async () => {
  await useBackend(wasm());
});

describe('the model of splice junctions that ships', () => {
  it('knows the rule that introns begin with GT and end with AG', async () => {
    const { model } = await pretrained('splice-conv-lstm');
    const exon = 'ACGGATCTCGAGGACTTCGAGGCATGCCGA';
    const sequences = [
      `${exon.slice(0, 27)}CAGGTAAGT${exon.slice(3, 27)}`,
      `${exon.slice(0, 12)}TCTTTTCCTCTCTTGCAG${exon}`,
      `${exon}${exon}`,
    ];
    const said = await model.predict(encodeDna(sequences), { verbose: 0 });
    expect(largestOfRows(said)).toEqual([0, 1, 2]);
  });

  it.runIf(mirror)(
    'is right on the sequences that its seed held out (runs where MYELIN_DATA_MIRROR is set: they are downloaded)',
    async () => {
      const { model, figure, seed } = await pretrained('splice-conv-lstm');
      const { test } = await trainingOf('splice-conv-lstm').loadData(seed);
      const value = accuracy(test.y, await model.predict(test.x, { verbose: 0 }));
      expect(value).toBeCloseTo(figure.value, 2);
      expect(value).toBeGreaterThan(0.94);
    },
  );
});

describe.runIf(mirror)('genomes (runs where MYELIN_DATA_MIRROR is set: the sequences are downloaded)', () => {
  it('has no sequence both to learn from and to test on', async () => {
    const { train, test } = await trainingOf('splice-lstm').loadData(2);
    const [learned, tested] = [rowsOf(train.x), rowsOf(test.x)];
    expect([learned.length, tested.length, new Set([...learned, ...tested]).size]).toEqual([2104, 901, 3005]);
  });

  it('holds out every promoter once', async () => {
    const training = trainingOf('promoters-conv-lstm');
    const parts = await Promise.all(training.seeds.map((seed) => training.loadData(seed)));
    expect(parts.map(({ train, test }) => rowsOf(train.x).length + rowsOf(test.x).length)).toEqual(
      Array<number>(10).fill(106),
    );
    expect(new Set(parts.flatMap(({ test }) => rowsOf(test.x))).size).toBe(106);
  });
});
