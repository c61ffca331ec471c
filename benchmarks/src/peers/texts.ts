/** Learns the words of the texts in a file, one a line, and vectorizes them; prints how many milliseconds both took. */
import '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { NdArray, hostOf } from '@myelin/core';
import { textVectorization } from '@myelin/layers';

const texts = readFileSync(process.argv[2] ?? '', 'utf8').split('\n');

async function run(): Promise<{ adapt: number; vectorize: number; sum: number }> {
  const layer = textVectorization({ maxTokens: 10_000, outputSequenceLength: 16 });
  const start = performance.now();
  await layer.adapt(texts);
  const adapted = performance.now();
  // As models do it: no tensor is made.
  const rows = hostOf(layer)?.run([NdArray.from(texts)]);
  const end = performance.now();
  const sum = (rows?.data as Int32Array).reduce((total, index) => total + index, 0);
  return { adapt: adapted - start, vectorize: end - adapted, sum };
}

await run();
console.log(JSON.stringify(await run()));
