/**
 * The max poolings of the workloads, for batches of 32 images: milliseconds and the bytes a second that are read and
 * written.
 *
 *   node benchmarks/kernels/pooling.mjs [--portable]
 */
import { Bench, chooseVariant, race, table, writeResults } from './bench.mjs';
import { hostFigures } from './peak.mjs';
import { batch } from './workload-convolutions.mjs';

const pools = [
  { workload: 'cnn', size: 27, channels: 16 },
  { workload: 'cnn', size: 12, channels: 32 },
  { workload: 'cnn-128', size: 127, channels: 16 },
  { workload: 'cnn-128', size: 62, channels: 32 },
  { workload: 'conv-autoencoder', size: 28, channels: 16 },
  { workload: 'conv-autoencoder', size: 14, channels: 8 },
];

const variant = chooseVariant();
const host = await hostFigures(variant);
const bench = new Bench(variant);
const { kernels } = bench;
await bench.startThread();

const results = pools.map(({ workload, size, channels }) => {
  bench.reset();
  const out = size >> 1;
  const geometry = bench.allocateWords([
    ...[batch, 1, size, size, channels, 1, 2, 2, 1, 2, 2],
    ...[0, 0, 0, 1, out, out],
  ]);
  const [inSize, outSize] = [size, out].map((side) => batch * side * side * channels);
  const [x, dx] = [bench.allocate(inSize), bench.allocate(inSize)];
  const [y, dy, places] = [outSize, outSize, outSize / 4].map((count) => bench.allocate(count));
  const pair = (name, ...parameters) => {
    const run = (first, last) => kernels[name](...parameters, first, last);
    return {
      [name]: () => run(0, batch),
      [`${name} two`]: () => bench.both(() => run(0, batch / 2), name, [...parameters, batch / 2, batch]),
    };
  };
  const ms = race({
    ...pair('maxPool', geometry, x, y),
    ...pair('maxPoolGradient', geometry, x, dy, dx),
    ...pair('maxPoolPlaces', geometry, x, y, places),
    ...pair('maxPoolPlacesGradient', geometry, dy, places, y, dx),
  });
  const bytes = {
    maxPool: 4 * (inSize + outSize),
    maxPoolGradient: 4 * (2 * inSize + outSize),
    maxPoolPlaces: 4 * inSize + 5 * outSize,
    maxPoolPlacesGradient: 4 * inSize + 9 * outSize,
  };
  return { name: `${workload} ${size}x${size}x${channels}`, ms, bytes };
});
await bench.stopThread();

const names = Object.keys(results[0].bytes);
console.log('Milliseconds (GB/s) on one thread, and how much faster two are');
console.log(
  table([
    ['', ...names.flatMap((name) => [name, '', 'two'])],
    ...results.map(({ name, ms, bytes }) => [
      name,
      ...names.flatMap((kernel) => [
        ms[kernel].toFixed(3),
        `(${(bytes[kernel] / ms[kernel] / 1e6).toFixed(0)})`,
        ms[kernel] / ms[`${kernel} two`],
      ]),
    ]),
  ]),
);
writeResults(`pooling-${variant}`, { host, results });
