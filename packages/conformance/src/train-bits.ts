import { NdArray, type Runtime, clearSession, setSeed, useBackend } from '@myelin/core';
import type { Workload } from './workloads.js';

/** All bits of what a training leaves behind: its losses, its weights, and what the model then predicts. */
export async function trainBits(
  runtime: Runtime,
  { build, loss, data }: Workload,
  jitCompile = true,
): Promise<Uint8Array> {
  await useBackend(runtime);
  clearSession();
  setSeed(42);
  const model = build();
  model.compile({ optimizer: 'adam', loss, jitCompile });
  // The last batch is smaller, and has a program of its own.
  const { x, y } = data(56);
  const { history } = await model.fit(x, y, { batchSize: 16, epochs: 3, verbose: 0 });
  const numbers = [
    new NdArray(Float64Array.from(history['loss'] ?? []), [3]),
    ...(await model.getWeights()),
    await model.predict(x),
  ];
  const parts = numbers.map(({ data: values }) => {
    const { buffer, byteOffset, byteLength } = values as Float32Array;
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
