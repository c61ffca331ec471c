/** What a process that measures one workload prints as its last line. */
export interface Measured {
  /** Milliseconds a step, an epoch each. */
  readonly stepMs: readonly number[];
  /** Milliseconds of the very first `fit`, of one batch. */
  readonly firstFitMs: number;
  /** What ran it, with its version. */
  readonly runner: string;
  /** By how much losses of compiled steps differ from those of steps that run op by op, of the larger ones. */
  readonly lossDifference?: number;
}

export const batchSize = 32;
const warmEpochs = 2;
const leastEpochs = 4;
const mostEpochs = 30;
const enoughMs = 2000;

/** Trains whole epochs: two to warm up, then as many as fit into two seconds, but at least four. */
export async function timeEpochs(steps: number, epoch: () => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < warmEpochs; i++) await epoch();
  const stepMs: number[] = [];
  const begin = performance.now();
  const isEnough = (): boolean => stepMs.length >= leastEpochs && performance.now() - begin > enoughMs;
  while (stepMs.length < mostEpochs && !isEnough()) {
    const start = performance.now();
    await epoch();
    stepMs.push((performance.now() - start) / steps);
  }
  return stepMs;
}

export async function elapsed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
