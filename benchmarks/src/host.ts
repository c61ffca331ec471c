import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** What everything was measured on. */
export interface Host {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
  /** GFLOP/s of products of two 1024 x 1024 matrices. */
  readonly gflops: Gflops & { readonly numpy?: number };
}

interface Gflops {
  readonly ours: number;
  readonly oursOnOneThread: number;
  /** With vectors joined, where this Node can. */
  readonly oursWide?: number;
}

const numpyScript = `
import json, time
import numpy as np
a, b = (np.random.rand(1024, 1024).astype("float32") for _ in range(2))
best = 1e9
for _ in range(20):
    start = time.perf_counter()
    a @ b
    best = min(best, time.perf_counter() - start)
print(2 * 1024**3 / best / 1e9)
`;

/** NumPy's, with all cores. */
function numpyGflops(python: string): number {
  return Number(execFileSync(python, ['-c', numpyScript], { encoding: 'utf8' }));
}

export function describeHost(python: string | undefined, ours: Gflops): Host {
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    node: process.version,
    gflops: { ...ours, ...(python === undefined ? {} : { numpy: numpyGflops(python) }) },
  };
}
