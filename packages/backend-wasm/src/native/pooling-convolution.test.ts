import { beforeAll, describe, expect, test } from 'vitest';
import type { Address } from './native-kernels.js';
import { KernelMemory, kernelVariants } from './testing/kernel-memory.js';

interface Setting {
  readonly size: number;
  readonly channels: number;
  readonly filter: number;
  readonly filters: number;
  readonly pad: number;
}

const batch = 5;

/** Everything in memory that one convolution with a relu and a 2x2 pooling needs. */
function arrange(memory: KernelMemory, { size, channels, filter, filters, pad }: Setting) {
  memory.reset();
  const { kernels } = memory;
  const out = size + 2 * pad - filter + 1;
  const pooled = out >> 1;
  const sizes = {
    x: batch * size * size * channels,
    filter: filter * filter * channels * filters,
    z: batch * out * out * filters,
    y: batch * pooled * pooled * filters,
  };
  const geometry = memory.words([
    ...[batch, size, size, channels, filter, filter],
    ...[1, 1, pad, pad, out, out, filters],
  ]);
  const pool = memory.words([
    ...[batch, 1, out, out, filters, 1, 2, 2, 1, 2, 2],
    ...[0, 0, 0, 1, pooled, pooled],
  ]);
  const scratchBytes = Math.max(
    kernels.poolingConvolutionScratch(geometry),
    kernels.poolingGradientsScratch(geometry),
    kernels.inputGradientScratch(geometry),
    kernels.filterGradientScratch(geometry),
  );
  return {
    ...{ sizes, geometry, pool },
    x: memory.noise(sizes.x, 1),
    filter: memory.noise(sizes.filter, 2),
    bias: memory.noise(filters, 3),
    dy: memory.noise(sizes.y, 4),
    scratch: memory.noise(Math.ceil(scratchBytes / 4), 5),
    sums: memory.noise(kernels.filterGradientSums(geometry) / 4, 6),
  };
}

describe.each(kernelVariants)(
  'convolution and pooling in one, $numerics, in pairs: $wide',
  ({ numerics, wide }) => {
    let memory: KernelMemory;

    beforeAll(async () => {
      memory = await KernelMemory.create(numerics, wide);
    });

    test.each<Setting>([
      { size: 13, channels: 16, filter: 2, filters: 32, pad: 0 },
      { size: 12, channels: 3, filter: 3, filters: 8, pad: 1 },
      { size: 8, channels: 1, filter: 2, filters: 5, pad: 0 },
      { size: 90, channels: 1, filter: 3, filters: 16, pad: 1 },
    ])('equal the kernels one by one: $size, $channels to $filters', (setting) => {
      const { sizes, geometry, pool, x, filter, bias, dy, scratch, sums } = arrange(memory, setting);
      const { kernels } = memory;
      const fresh = (count: number): Address => memory.noise(count, 7);
      const values = (address: Address, count: number): number[] => [...memory.view(address, count)];

      const [z, y, places] = [fresh(sizes.z), fresh(sizes.y), fresh(Math.ceil(sizes.y / 4))] as const;
      kernels.convolution(geometry, x, filter, bias, z, 0, scratch, 0, batch);
      kernels.maxPoolPlaces(pool, z, y, places, 0, batch);
      const [dz, dx, dFilter] = [fresh(sizes.z), fresh(sizes.x), fresh(sizes.filter)] as const;
      kernels.maxPoolPlacesGradient(pool, dy, places, y, dz, 0, batch);
      kernels.inputGradient(geometry, dz, filter, dx, scratch, 0, batch);
      const parts = kernels.filterGradientParts(geometry);
      kernels.filterGradient(geometry, x, dz, sums, scratch, 0, parts);
      kernels.filterGradientSum(geometry, sums, dFilter);

      const [fusedY, fusedPlaces] = [fresh(sizes.y), fresh(Math.ceil(sizes.y / 4))] as const;
      kernels.poolingConvolution(geometry, pool, x, filter, bias, fusedY, fusedPlaces, 0, scratch, 0, 3);
      kernels.poolingConvolution(geometry, pool, x, filter, bias, fusedY, fusedPlaces, 0, scratch, 3, batch);
      expect(values(fusedY, sizes.y)).toEqual(values(y, sizes.y));
      expect([...memory.bytes(fusedPlaces, sizes.y)]).toEqual([...memory.bytes(places, sizes.y)]);

      const run = (to: Address, part: number, end: number): void => {
        kernels.poolingGradients(geometry, pool, x, filter, dy, places, y, to, sums, scratch, part, end);
      };
      const [fusedDx, fusedFilter, again] = [
        fresh(sizes.x),
        fresh(sizes.filter),
        fresh(sizes.filter),
      ] as const;
      run(fusedDx, 0, parts);
      kernels.filterGradientSum(geometry, sums, fusedFilter);
      for (let part = 0; part < parts; part++) run(0, part, part + 1);
      kernels.filterGradientSum(geometry, sums, again);
      expect(values(fusedDx, sizes.x)).toEqual(values(dx, sizes.x));
      expect(values(again, sizes.filter)).toEqual(values(fusedFilter, sizes.filter));
      const wanted = values(dFilter, sizes.filter);
      const largest = Math.max(...wanted.map(Math.abs));
      values(fusedFilter, sizes.filter).forEach((value, i) => {
        expect(Math.abs(value - (wanted[i] ?? NaN)) / largest).toBeLessThan(2e-6);
      });
    });
  },
);
