/** Measures products of two 1024 x 1024 matrices as programs compute them: `node gflops.mjs [--threads 1] [--wide]`. */
import { backendInfo, wasm } from '@myelin/backend-wasm';
import { NdArray, setSeed, useBackend } from '@myelin/core';
import { dense } from '@myelin/layers';
import { sequential } from '@myelin/models';
import { readOptions } from '../peer-options.js';

await useBackend(wasm(readOptions().options));
setSeed(1);
const size = 1024;
const layerCount = 8;
const rounds = 20;

// What is copied in and out of a prediction is small beside eight products.
const model = sequential([
  dense({ units: size, useBias: false, inputShape: [size] }),
  ...Array.from({ length: layerCount - 1 }, () => dense({ units: size, useBias: false })),
]);
const x = new NdArray(
  Float32Array.from({ length: size * size }, (_, i) => Math.sin(i)),
  [size, size],
);
let best = Infinity;
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  await model.predict(x, { batchSize: size });
  best = Math.min(best, performance.now() - start);
}
console.log(
  JSON.stringify({ wide: backendInfo().wideVectors, gflops: (2 * size ** 3 * layerCount) / best / 1e6 }),
);
process.exit();
