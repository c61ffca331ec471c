import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { flowers } from './flowers.js';

const mirror = process.env['MYELIN_DATA_MIRROR'];

describe.runIf(mirror !== undefined && existsSync(`${mirror}/photos`))(
  'flowers (runs where the mirror has them: no server is known to have them for good)',
  () => {
    it('has 80 photos of each of the five kinds', async () => {
      const { x, y, classNames } = await flowers();
      expect([x.shape, x.dtype, y.shape, y.dtype]).toEqual([[400, 128, 128, 3], 'uint8', [400], 'uint8']);
      expect(classNames).toEqual(['daisy', 'dandelion', 'roses', 'sunflowers', 'tulips']);
      expect(Array.from(y.data, Number)).toEqual(Array.from({ length: 400 }, (_, i) => Math.floor(i / 80)));
      // The mean of all pixels, as TensorFlow decodes them.
      const mean = Array.from(x.data, Number).reduce((sum, value) => sum + value, 0) / x.size;
      expect(mean).toBeCloseTo(103.09, 0);
    });
  },
);

describe('flowers', () => {
  it('says where it looks, where there is nothing', async () => {
    vi.stubEnv('MYELIN_DATA_MIRROR', '');
    const cacheDir = path.join(tmpdir(), 'myelin-no-flowers');
    await expect(flowers({ cacheDir })).rejects.toThrow(/MYELIN_DATA_MIRROR.*`baseUrl`/);
    vi.unstubAllEnvs();
  });
});
