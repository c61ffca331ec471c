/**
 * The convolutions of the workloads: forward, gradient of the input, gradient of the filter, on one thread and on two.
 *
 *   node benchmarks/kernels/convolutions.mjs [--portable] [--only <part of a name>]
 */
import { Bench, chooseVariant, race, table, writeResults } from './bench.mjs';
import { hostFigures } from './peak.mjs';
import { batch, convolutions } from './workload-convolutions.mjs';

const variant = chooseVariant();
const host = await hostFigures(variant);
const bench = new Bench(variant);
const { kernels } = bench;
await bench.startThread();

/** The three products, each on one thread and on two. */
function runsOf({ words, sizes, isFirst }) {
  bench.reset();
  const geometry = bench.allocateWords(words);
  const [x, filter, dy] = [sizes.x, sizes.filter, sizes.y].map((count) => bench.allocate(count));
  const [y, dx, dFilter] = [sizes.y, sizes.x, sizes.filter].map((count) => bench.allocate(count, false));
  const bias = bench.allocate(words.at(-1));
  const sums = bench.allocate(kernels.filterGradientSums(geometry) / 4, false);
  const parts = kernels.filterGradientParts(geometry);
  const scratchBytes = Math.max(
    kernels.convolutionScratch(geometry),
    kernels.inputGradientScratch(geometry),
    kernels.filterGradientScratch(geometry),
  );
  const scratches = [0, 1].map(() => bench.allocate(Math.ceil(scratchBytes / 4), false));

  const pair = (name, units, parametersOf, finish = () => {}) => {
    const run = (thread, first, last) => kernels[name](...parametersOf(scratches[thread], first, last));
    const half = units >> 1;
    return {
      one: () => {
        run(0, 0, units);
        finish();
      },
      two: () => {
        bench.both(() => run(0, 0, half), name, parametersOf(scratches[1], half, units));
        finish();
      },
    };
  };
  return {
    forward: pair('convolution', batch, (scratch, ...range) => [
      geometry,
      x,
      filter,
      bias,
      y,
      0,
      scratch,
      ...range,
    ]),
    ...(!isFirst && {
      'input gradient': pair('inputGradient', batch, (scratch, ...range) => [
        geometry,
        dy,
        filter,
        dx,
        scratch,
        ...range,
      ]),
    }),
    'filter gradient': pair(
      'filterGradient',
      parts,
      (scratch, ...range) => [geometry, x, dy, sums, scratch, ...range],
      () => kernels.filterGradientSum(geometry, sums, dFilter),
    ),
  };
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const results = [];
for (const convolution of convolutions.filter(({ name }) => name.includes(only))) {
  const candidates = Object.entries(runsOf(convolution)).flatMap(([product, { one, two }]) => [
    [product, one],
    [`${product}, two threads`, two],
  ]);
  const ms = race(Object.fromEntries(candidates));
  results.push({
    name: convolution.name,
    workload: convolution.workload,
    times: convolution.times,
    flop: convolution.flop,
    ms,
  });
}
await bench.stopThread();

const products = ['forward', 'input gradient', 'filter gradient'];
console.log(
  'Milliseconds (GFLOP/s of the operations in the definition) on one thread, and how much faster two are',
);
console.log(
  table([
    ['', ...products.flatMap((product) => [product, '', 'two'])],
    ...results.map(({ name, flop, ms }) => [
      name,
      ...products.flatMap((product) => {
        const one = ms[product];
        if (one === undefined) return ['', '', ''];
        return [one.toFixed(3), `(${(flop / one / 1e6).toFixed(0)})`, one / ms[`${product}, two threads`]];
      }),
    ]),
  ]),
);
const totals = {};
for (const { workload, times, ms } of results) {
  const total = (totals[workload] ??= [0, 0]);
  for (const product of products.filter((name) => name in ms)) {
    total[0] += times * ms[product];
    total[1] += times * ms[`${product}, two threads`];
  }
}
console.log('\nAll convolutions of a step, ms on one thread and on two');
console.log(table([['', 'one', 'two'], ...Object.entries(totals).map(([name, total]) => [name, ...total])]));
writeResults(`convolutions-${variant}`, { host, results });
