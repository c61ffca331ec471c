import '@tensorflow/tfjs-backend-cpu';
import {
  type Tensor,
  add,
  any,
  clone,
  memory,
  mul,
  notEqual,
  ones,
  setBackend,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type LayerConfig,
  type LayerFactory,
  type MaskOf,
  attachMask,
  clearSession,
  defineLayer,
  maskOf,
  withMask,
} from './index.js';

const custom = { module: null, defaults: {}, build: () => ({}) } as const;

/** Masks the steps whose features are all 0. */
const masked: LayerFactory<LayerConfig> = defineLayer({
  ...custom,
  className: 'Masked',
  call: (x: Tensor) => mul(x, 2),
  computeMask: (x) => any(notEqual(x, 0), -1),
});

const passing: LayerFactory<LayerConfig> = defineLayer({
  ...custom,
  className: 'Passing',
  supportsMasking: true,
  call: (x: Tensor) => x,
});

const dropping: LayerFactory<LayerConfig> = defineLayer({
  ...custom,
  className: 'Dropping',
  call: (x: Tensor) => add(x, 1),
});

const seen: (MaskOf<Tensor> | undefined)[] = [];
const taking: LayerFactory<LayerConfig> = defineLayer({
  ...custom,
  className: 'Taking',
  takesMask: true,
  call(x: Tensor, { mask }) {
    seen.push(mask);
    return add(x, 1);
  },
});

const both: LayerFactory<LayerConfig, readonly Tensor[]> = defineLayer({
  ...custom,
  className: 'Both',
  supportsMasking: true,
  call: ([a, b]: readonly Tensor[]) => add(a as Tensor, b as Tensor),
  computeMask: (_, [mask = null]) => mask,
});

const maskValues = (x: Tensor): unknown => maskOf(x)?.arraySync() ?? null;
const steps = (): Tensor => tensor([[[1], [0]]]);

beforeAll(async () => {
  await setBackend('cpu');
});
beforeEach(() => {
  clearSession();
  seen.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('masks', () => {
  it('belong to their tensor and go with it', () => {
    const before = memory().numTensors;
    const x = steps();
    const y = masked()(x);
    x.dispose();
    expect(maskValues(y)).toEqual([[1, 0]]);
    const z = tidy(() => passing()(clone(y)));
    expect(maskValues(z)).toBeNull();
    const w = tidy(() => passing()(withMask(z, maskOf(y))));
    y.dispose();
    expect(maskValues(w)).toEqual([[1, 0]]);
    w.dispose();
    z.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('are replaced, and the old one freed', () => {
    const before = memory().numTensors;
    const x = steps();
    for (const value of [0, 1]) {
      tidy(() => {
        attachMask(x, tensor([[value, 1]], [1, 2], 'bool'));
      });
    }
    expect(maskValues(x)).toEqual([[1, 1]]);
    x.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('pass through layers that support them', () => {
    tidy(() => {
      expect(maskValues(passing()(masked()(steps())))).toEqual([[1, 0]]);
    });
  });

  it('are dropped by other layers, with one warning a layer', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    tidy(() => {
      const layer = dropping();
      expect(maskValues(layer(masked()(steps())))).toBeNull();
      layer(masked()(steps()));
      dropping()(steps());
    });
    expect(warn.mock.calls).toEqual([
      [
        'dropping (Dropping): drops the mask of its input, since it does not support masks; the layers after it count every step.',
      ],
    ]);
  });

  it('reach the call of layers that take them: their own, or the one that is given', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    tidy(() => {
      const layer = taking();
      layer(steps());
      layer(masked()(steps()));
      layer(masked()(steps()), { mask: tensor([[0, 1]], [1, 2], 'bool') });
      expect(seen.map((mask) => mask?.arraySync() ?? null)).toEqual([null, [[1, 0]], [[0, 1]]]);
    });
    expect(warn).not.toHaveBeenCalled();
  });

  it('of lists come as lists', () => {
    tidy(() => {
      const x = steps();
      expect(maskValues(both()([masked()(x), x]))).toEqual([[1, 0]]);
      expect(maskValues(both()([x, masked()(x)]))).toBeNull();
      expect(both().supportsMasking).toBe(true);
    });
  });

  it('never change under the hands of the caller', () => {
    tidy(() => {
      const x = steps();
      const layer = defineLayer({
        ...custom,
        className: 'Same',
        call: (y: Tensor) => y,
        computeMask: () => ones([1, 2]),
      })();
      const y = layer(x);
      expect(maskValues(y)).toEqual([[1, 1]]);
      expect(maskOf(x)).toBeNull();
    });
  });

  it('are refused by layers that have no use for them', () => {
    tidy(() => {
      expect(() => passing()(steps(), { mask: ones([1, 2]) })).toThrow(
        'passing (Passing): expected no `mask`, which this layer has no use for, got one. Masks that inputs carry pass by themselves.',
      );
    });
  });
});
