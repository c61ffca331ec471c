/** What the machine could do at best: GFLOP/s of one thread on registers, and of NumPy where a Python is named. */
/* global WebAssembly */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { packageFolder, race } from './bench.mjs';

async function compilePeak(features) {
  const { default: asc } = await import(
    new URL('node_modules/assemblyscript/dist/asc.js', packageFolder).href
  );
  const source = readFileSync(new URL('assembly/peak.ts', import.meta.url), 'utf8');
  let binary;
  const { error, stderr } = await asc.main(
    ['peak.ts', '--outFile', 'peak.wasm', '--enable', features, '--runtime', 'stub', '-O3', '--noAssert'],
    {
      readFile: (name) => (name === 'peak.ts' ? source : null),
      writeFile: (_, contents) => void (binary = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(stderr.toString(), { cause: error });
  return binary;
}

/** GFLOP/s of multiply-adds that never leave the registers. */
export async function peak(variant) {
  const binary = await compilePeak(variant === 'relaxed' ? 'simd,relaxed-simd' : 'simd');
  const { multiplyAdds } = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { abort() {} } })
    .exports;
  const count = 1e6;
  const run = () => multiplyAdds(count, 0.5, 0.999999, 0.000001);
  for (let i = 0; i < 300; i++) run();
  const { run: ms } = race({ run });
  return (count * 12 * 4 * 2) / ms / 1e6;
}

/** GFLOP/s of NumPy's product of two 1024 x 1024 matrices, with all cores; null without MYELIN_BENCH_PYTHON. */
export function numpyPeak() {
  const python = process.env.MYELIN_BENCH_PYTHON;
  if (!python) return null;
  const script = `
import numpy, time
a = numpy.ones((1024, 1024), 'float32')
times = []
for _ in range(20):
    start = time.perf_counter()
    a @ a
    times.append(time.perf_counter() - start)
print(2 * 1024 ** 3 / sorted(times)[10] / 1e9)`;
  return Number(execFileSync(python, ['-c', script], { encoding: 'utf8' }));
}

/** The figures of the host, which every table needs to be understood. */
export async function hostFigures(variant) {
  const figures = { variant, wasmPeak: await peak(variant), numpy: numpyPeak() };
  const numpy = figures.numpy === null ? '' : `, NumPy on all cores ${figures.numpy.toFixed(0)}`;
  console.log(
    `Node ${process.version}, ${variant} SIMD: at most ${figures.wasmPeak.toFixed(1)} GFLOP/s a thread${numpy}\n`,
  );
  return figures;
}
