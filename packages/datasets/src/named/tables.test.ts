import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { NdArray } from '@myelin/core';
import { describe, expect, it } from 'vitest';
import {
  type ClassTable,
  autoMpg,
  breastCancer,
  californiaHousing,
  diabetes,
  iris,
  penguins,
  wine,
} from '../index.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];
const needsMirror = '(runs where MYELIN_DATA_MIRROR is set)';

const read = async (path: string): Promise<string> => {
  const bytes = await readFile(`${mirror}/${path}`);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim();
};
const numbers = (text: string, separator: string | RegExp): number[][] =>
  text.split('\n').map((line) => line.split(separator).map(Number));
const countsOf = ({ y, classes }: ClassTable): number[] =>
  classes.map((_, label) => Array.from(y.data, Number).filter((one) => one === label).length);
const meansOf = (x: NdArray): number[] => {
  const [rows = 0, columns = 0] = x.shape;
  const values = Array.from(x.data, Number);
  return Array.from({ length: columns }, (_, column) => {
    return values.filter((__, i) => i % columns === column).reduce((sum, value) => sum + value, 0) / rows;
  });
};

describe('tables of classes', () => {
  it('iris has 50 flowers of each species', async () => {
    const table = await iris();
    expect([table.x.shape, table.x.dtype, table.y.shape, table.y.dtype]).toEqual([
      [150, 4],
      'float32',
      [150],
      'uint8',
    ]);
    expect(countsOf(table)).toEqual([50, 50, 50]);
    expect([table.features.length, table.target]).toEqual([4, 'species']);
    // The means that the literature gives.
    [5.8433, 3.0573, 3.758, 1.1993].forEach((mean, i) => {
      expect(meansOf(table.x)[i]).toBeCloseTo(mean, 3);
    });
  });

  it('wine and breastCancer have as many of each class as their sources', async () => {
    const [wines, tumours] = [await wine(), await breastCancer()];
    expect([wines.x.shape, countsOf(wines)]).toEqual([
      [178, 13],
      [59, 71, 48],
    ]);
    expect([tumours.x.shape, countsOf(tumours)]).toEqual([
      [569, 30],
      [212, 357],
    ]);
    expect(wines.x.at(0, 12)).toBe(1065);
    expect([tumours.features.at(9), tumours.features.at(29)]).toEqual([
      'mean_fractal_dimension',
      'worst_fractal_dimension',
    ]);
  });

  it.runIf(mirror)(`equal the tables of scikit-learn ${needsMirror}`, async () => {
    for (const [table, file] of [
      [await iris(), 'iris.csv'],
      [await wine(), 'wine_data.csv'],
      [await breastCancer(), 'breast_cancer.csv'],
    ] as const) {
      const text = await read(`tabular/${file}`);
      const rows = numbers(text.slice(text.indexOf('\n') + 1), ',');
      expect(text.split('\n')[0]?.split(',').slice(2)).toEqual(table.classes);
      expect(table.x.data).toEqual(Float32Array.from(rows.flatMap((row) => row.slice(0, -1))));
      expect(table.y.data).toEqual(Uint8Array.from(rows.map((row) => row.at(-1) ?? NaN)));
    }
  });
});

describe('penguins', () => {
  it('leaves out whom it does not know all about, and gives categories a column each', async () => {
    const table = await penguins();
    expect(table.features).toEqual([
      'island_Biscoe',
      'island_Dream',
      'island_Torgersen',
      'bill_length_mm',
      'bill_depth_mm',
      'flipper_length_mm',
      'body_mass_g',
      'sex_female',
      'sex_male',
    ]);
    expect(countsOf(table)).toEqual([146, 68, 119]);
    expect(table.x.rows(0, 1).data).toEqual(Float32Array.of(0, 0, 1, 39.1, 18.7, 181, 3750, 0, 1));
  });

  it('has more of them without categories, and all with what is missing', async () => {
    const measured = await penguins({ categories: false });
    expect([measured.x.shape, countsOf(measured)]).toEqual([
      [342, 4],
      [151, 68, 123],
    ]);
    expect(meansOf(measured.x)[3]).toBeCloseTo(4201.75, 2);
    const all = await penguins({ missing: 'nan' });
    expect([all.x.shape, countsOf(all)]).toEqual([
      [344, 9],
      [152, 68, 124],
    ]);
    expect(all.x.rows(3, 4).toArray()).toEqual([[0, 0, 1, NaN, NaN, NaN, NaN, NaN, NaN]]);
    expect(Array.from(all.x.data, Number).filter(Number.isNaN)).toHaveLength(2 * 4 + 11 * 2);
  });

  it.runIf(mirror)(`equals the published table ${needsMirror}`, async () => {
    const [, ...lines] = (await read('tabular/penguins.csv')).replaceAll('"', '').split('\n');
    const { x, y, classes } = await penguins({ categories: false, missing: 'nan' });
    const rows = lines.map((line) => line.split(','));
    expect(x.data).toEqual(Float32Array.from(rows.flatMap((row) => row.slice(2, 6).map(Number))));
    expect(Array.from(y.data, Number).map((label) => classes[label])).toEqual(
      rows.map(([species]) => species),
    );
  });
});

describe('tables of numbers', () => {
  it('diabetes has its raw columns', async () => {
    const { x, y, target } = await diabetes();
    expect([x.shape, y.shape, target]).toEqual([[442, 10], [442], 'progression']);
    expect(x.rows(0, 1).data).toEqual(Float32Array.of(59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87));
    expect(Array.from(y.data, Number).reduce((sum, value) => sum + value, 0) / 442).toBeCloseTo(152.1335, 4);
  });

  it('autoMpg has the complete rows, and the origin by name', async () => {
    const { x, y, features } = await autoMpg();
    expect(x.rows(0, 1).data).toEqual(Float32Array.of(8, 307, 130, 3504, 12, 70, 1, 0, 0));
    expect([x.shape, y.data[0], features[0]]).toEqual([[392, 9], 18, 'cylinders']);
    // 245 from the USA, 68 from Europe, 79 from Japan.
    meansOf(x)
      .slice(6)
      .forEach((share, i) => {
        expect(share * 392).toBeCloseTo([245, 68, 79][i] ?? NaN, 6);
      });
    expect((await autoMpg({ categories: false })).x.shape).toEqual([392, 6]);
  });

  it.runIf(mirror)(`equal their sources ${needsMirror}`, async () => {
    const raw = numbers(await read('regression/diabetes_data_raw.csv.gz'), ' ');
    const targets = numbers(await read('regression/diabetes_target.csv.gz'), ' ');
    const patients = await diabetes();
    expect(patients.x.data).toEqual(Float32Array.from(raw.flat()));
    expect(patients.y.data).toEqual(Float32Array.from(targets.flat()));

    const [, ...lines] = (await read('regression/auto-mpg.data')).split('\n');
    const rows = lines
      .map((line) => line.split('"')[0]?.trim().split(/\s+/) ?? [])
      .filter((row) => !row.includes('?'))
      .map((row) => row.map(Number));
    const cars = await autoMpg();
    const origins = [1, 2, 3];
    expect(cars.y.data).toEqual(Float32Array.from(rows.map((row) => row[0] ?? NaN)));
    expect(cars.x.data).toEqual(
      Float32Array.from(
        rows.flatMap((row) => [...row.slice(1, 7), ...origins.map((origin) => (origin === row[7] ? 1 : 0))]),
      ),
    );
  });
});

describe.runIf(mirror)(
  'californiaHousing (runs where MYELIN_DATA_MIRROR is set: its file is too large to come along)',
  () => {
    it('has a row for each district whose bedrooms are known', async () => {
      const { x, y, features, target } = await californiaHousing();
      expect([x.shape, y.shape, target]).toEqual([[20_433, 13], [20_433], 'median_house_value']);
      expect(features.slice(7, 10)).toEqual([
        'median_income',
        'ocean_proximity_<1H OCEAN',
        'ocean_proximity_INLAND',
      ]);
      const [first] = x.rows(0, 1).toArray() as number[][];
      const expected = [-122.23, 37.88, 41, 880, 129, 322, 126, 8.3252, 0, 0, 0, 1, 0];
      expect(first).toEqual(Array.from(Float32Array.from(expected)));
      expect(y.data[0]).toBe(452_600);
      expect(Math.max(...Array.from(y.data, Number))).toBe(500_001);
    });

    it('has them all with what is missing, and Keras’ eight columns without categories', async () => {
      const { x } = await californiaHousing({ categories: false, missing: 'nan' });
      expect(x.shape).toEqual([20_640, 8]);
      expect(Array.from(x.data, Number).filter(Number.isNaN)).toHaveLength(207);
    });
  },
);
