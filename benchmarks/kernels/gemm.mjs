/**
 * Matrix products: squares against the stock backend of tfjs on one and two threads, and the shapes of a grid.
 *
 *   node benchmarks/kernels/gemm.mjs [--portable] [--wide] [--squares | --grid]
 */
import { Bench, chooseVariant, race, requireFromPackage, table, writeResults } from './bench.mjs';
import { hostFigures } from './peak.mjs';

const transpositions = { NN: [0, 0], NT: [0, 1], TN: [1, 0], TT: [1, 1] };
const gridSizes = [1, 3, 10, 32, 64, 127, 128, 511, 512, 1024];
const gridFlop = 4e6;
const gridRace = { rounds: 9, minimumMs: 0.3 };

const variant = chooseVariant();
const host = await hostFigures(variant);
const bench = new Bench(variant);
await bench.startThread();
const squares = process.argv.includes('--grid') ? undefined : await measureSquares();
const grid = process.argv.includes('--squares') ? undefined : measureGrid();
await bench.stopThread();
writeResults(`gemm-${variant}`, { host, squares, grid });

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Runs of one product on one thread and on two. */
function runsOf([ta, tb], [m, n, k]) {
  bench.reset();
  const [a, b, c] = [m * k + 8, k * n + 8, m * n + 8].map((count) => bench.allocate(count));
  const geometry = bench.allocateWords([
    ...[ta, tb, m, n, k, ta ? m : k, tb ? k : n, n],
    ...[1, 1, 0, 0, 0, 0, 0, 0],
  ]);
  const units = bench.kernels.productUnits(geometry);
  const half = Math.ceil(units / 2);
  const parameters = (first, last) => [geometry, a, b, c, 0, 0, -Infinity, first, last];
  const run = (first, last) => bench.kernels.products(...parameters(first, last));
  return {
    one: () => run(0, units),
    two: () => bench.both(() => run(0, half), 'products', parameters(half, units)),
  };
}

async function stockProduct() {
  const tf = requireFromPackage('@tensorflow/tfjs-core');
  requireFromPackage('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  return (size) => {
    const [x, y] = [tf.randomNormal([size, size]), tf.randomNormal([size, size])];
    return () => tf.matMul(x, y).dispose();
  };
}

async function measureSquares() {
  const stock = await stockProduct();
  const rows = [];
  for (const size of [256, 512, 1024]) {
    const candidates = { stock: stock(size) };
    for (const [name, transposed] of Object.entries(transpositions)) {
      // Each takes its own memory, so they are made one after the other and keep it.
      const { one, two } = runsOf(transposed, [size, size, size]);
      bench.start = bench.allocate(0);
      Object.assign(candidates, { [name]: one, [`${name} two`]: two });
    }
    const times = race(candidates);
    const gflops = Object.fromEntries(
      Object.entries(times).map(([name, ms]) => [name, (2 * size ** 3) / ms / 1e6]),
    );
    rows.push({ size, gflops, overStock: times.stock / times.NN, threads: times.NN / times['NN two'] });
  }
  const names = Object.keys(rows[0].gflops);
  console.log('Squares, GFLOP/s');
  const lines = rows.map(({ size, gflops, overStock, threads }) => [
    String(size),
    ...names.map((name) => gflops[name]),
    overStock,
    threads,
  ]);
  console.log(table([['size', ...names, 'NN over stock', 'two threads over one'], ...lines]));
  return rows;
}

function measureGrid() {
  const cases = [];
  for (const m of gridSizes) {
    for (const n of gridSizes) {
      for (const k of gridSizes.filter((depth) => 2 * m * n * depth >= gridFlop)) {
        for (const [name, transposed] of Object.entries(transpositions)) {
          const times = race(runsOf(transposed, [m, n, k]), gridRace);
          const gflops = (2 * m * n * k) / times.one / 1e6;
          cases.push({ name: `${m}x${n}x${k} ${name}`, gflops, threads: times.one / times.two });
        }
      }
    }
  }
  const sorted = cases.toSorted((a, b) => a.gflops - b.gflops);
  const best = sorted.at(-1).gflops;
  const text = (chosen, key) => chosen.map((entry) => `${entry.name} ${entry[key].toFixed(1)}`).join(', ');
  const slow = sorted.filter(({ gflops }) => gflops < best / 2);
  console.log(
    `\n${cases.length} products of at least 4 MFLOP, M x N x K: at best ${best.toFixed(1)} GFLOP/s,`,
  );
  console.log(
    `median ${median(cases.map(({ gflops }) => gflops)).toFixed(1)}, below half of the best ${slow.length}`,
  );
  console.log(`slowest: ${text(sorted.slice(0, 30), 'gflops')}`);
  const byThreads = cases.toSorted((a, b) => a.threads - b.threads);
  const gain = median(cases.map(({ threads }) => threads));
  console.log(
    `two threads over one: median ${gain.toFixed(2)}, least ${text(byThreads.slice(0, 15), 'threads')}`,
  );
  return cases;
}
