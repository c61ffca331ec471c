import '@tensorflow/tfjs-backend-cpu';
import { SymbolicTensor } from '@myelin/core';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ctcLoss, logSoftmax, sum, tensor, valueAndGradients } from './index.js';

/** By its definition: the sum over every way to go through the steps. */
function byEnumeration(
  labels: readonly number[],
  logits: readonly (readonly number[])[],
  blank: number,
): number {
  const logs = logSoftmax(tensor(logits)).arraySync() as number[][];
  const spelled = (path: readonly number[]): string =>
    path.filter((label, i) => label !== blank && label !== path[i - 1]).join();
  const walk = (path: readonly number[], total: number): number =>
    path.length === logs.length
      ? spelled(path) === labels.join()
        ? Math.exp(total)
        : 0
      : (logs[path.length] ?? []).reduce((all, log, label) => all + walk([...path, label], total + log), 0);
  return -Math.log(walk([], 0));
}

const logits = [
  [0.5, -1, 2],
  [1, 0.3, -0.2],
  [-2, 0.1, 0.7],
  [0.4, 1.6, -0.9],
];

beforeAll(async () => {
  await setBackend('cpu');
});

describe('ctcLoss', () => {
  it.each([
    { labels: [1, 2], steps: 4, maskIndex: 0 },
    { labels: [1, 1], steps: 3, maskIndex: 0 },
    { labels: [2], steps: 2, maskIndex: 1 },
    { labels: [0, 1], steps: 4, maskIndex: -1 },
    { labels: [], steps: 3, maskIndex: 2 },
  ])('sums over all paths: $labels in $steps steps, blank $maskIndex', ({ labels, steps, maskIndex }) => {
    const padded = [...labels, 0, 0].slice(0, 2);
    const loss = ctcLoss(tensor([padded]), tensor([logits]), tensor([labels.length]), tensor([steps]), {
      maskIndex,
    });
    const blank = (maskIndex + 3) % 3;
    expect((loss.arraySync() as number[])[0]).toBeCloseTo(
      byEnumeration(labels, logits.slice(0, steps), blank),
      5,
    );
  });

  it('has no gradient beyond the steps that count', () => {
    const output = tensor([logits]);
    const { gradients } = valueAndGradients(
      () => sum(ctcLoss(tensor([[1, 2]]), output, tensor([2]), tensor([3]))),
      [output],
    );
    const [rows] = gradients[0]?.arraySync() as number[][][];
    expect(rows?.[3]).toEqual([0, 0, 0]);
    for (const row of rows ?? []) expect(row.reduce((a, b) => a + b)).toBeCloseTo(0, 5);
    expect(Math.abs(rows?.[0]?.[1] ?? 0)).toBeGreaterThan(0.1);
  });

  it('stays exact over many steps', () => {
    const many = tensor([Array.from({ length: 300 }, () => [0, 0])]);
    const loss = ctcLoss(tensor([[0]]), many, tensor([0]), tensor([300]));
    expect((loss.arraySync() as number[])[0]).toBeCloseTo(300 * Math.LN2, 3);
  });

  it('extends a graph', () => {
    const loss = ctcLoss(tensor([[1, 2]]), new SymbolicTensor([1, 6, 3]), tensor([2]), tensor([6]));
    expect(loss.shape).toEqual([1]);
  });
});
