import { wasm } from '@myelin/backend-wasm';
import { useBackend } from '@myelin/core';
import { tensor } from '@myelin/ops';
import { beforeAll, describe, expect, it } from 'vitest';
import { balancedAccuracy } from './balanced-accuracy.js';

beforeAll(() => useBackend(wasm()));

describe('balancedAccuracy', () => {
  it('counts each class alike, however rare, over all batches', () => {
    const metric = balancedAccuracy({ classes: 3 });
    metric.update(
      tensor([[0], [0], [1]]),
      tensor([
        [0.6, 0.3, 0.1],
        [0.2, 0.7, 0.1],
        [0.1, 0.8, 0.1],
      ]),
    );
    metric.update(
      tensor([0, 0, 2]),
      tensor([
        [0.9, 0.1, 0],
        [0.5, 0.3, 0.2],
        [0.4, 0.3, 0.3],
      ]),
    );
    // 3 of 4, 1 of 1, 0 of 1.
    expect(metric.result().dataSync()[0]).toBeCloseTo((0.75 + 1 + 0) / 3, 6);
  });

  it('weighs examples', () => {
    const metric = balancedAccuracy({ classes: 2 });
    metric.update(
      tensor([0, 0, 1]),
      tensor([
        [0.9, 0.1],
        [0.2, 0.8],
        [0.3, 0.7],
      ]),
      { sampleWeight: tensor([3, 1, 5]) },
    );
    expect(metric.result().dataSync()[0]).toBeCloseTo((3 / 4 + 1) / 2, 6);
  });
});
