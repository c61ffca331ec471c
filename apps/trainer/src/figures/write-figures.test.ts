import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFigures } from './write-figures.js';

const splits = [
  { name: 'concrete-50-50-1', title: '50-50-1', epochs: 50, seeds: [1, 2], r2: [0.9, 0.88], mean: 0.89 },
];
const digits = [{ name: 'digits-cnn', title: 'CNN', seed: 1, testAccuracy: [0.97, 0.985] }];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'myelin-figures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writeFigures', () => {
  it('writes numbers and a page', async () => {
    expect(await writeFigures(folder, { splits, digits })).toEqual([]);
    const saved: unknown = JSON.parse(readFileSync(path.join(folder, 'figures.json'), 'utf8'));
    expect(saved).toMatchObject({ node: process.version, splits, digits });
    const page = readFileSync(path.join(folder, 'FIGURES.md'), 'utf8');
    expect(page).toContain('| 50-50-1 | 50     | **0.890** | 0.900, 0.880 | 0.88 (0.87-0.91)    |');
    expect(page).toContain('| CNN     | **98.50 %**          | 97.00, 98.50');
    expect(page).toContain('(seeds 1, 2)');
  });

  it('tells what was not reached', async () => {
    const worse = { splits: [{ ...(splits[0] as (typeof splits)[number]), mean: 0.8 }], digits };
    expect(await writeFigures(folder, worse)).toEqual([
      'concrete-50-50-1: expected at least 0.86, got 0.8000.',
    ]);
  });
});
