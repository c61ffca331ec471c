import type { Results } from './results.js';
import { type Target, bounds, targets } from './targets.js';

/** Losses of compiled steps and of those that run op by op may differ by so much, of the larger one. */
const mostLossDifference = 1e-4;
/** TensorFlow.js must be slower by this factor, jax-js by that one, wherever they can run a model. */
const peerFactors = { 'TensorFlow.js': 10, 'jax-js': 3 } as const;

/** What must hold and does not, each in a sentence. */
export function failures({ workloads, failed, alone }: Results): string[] {
  const found = Object.values(failed);
  const expectAt = (holds: boolean, sentence: string): void => {
    if (!holds) found.push(sentence);
  };
  for (const { workload, ratio, ours, lossDifference, kerasFailures, peers } of workloads) {
    const { must } = targets[workload] as Target;
    const [kerasFailure] = Object.entries(kerasFailures);
    if (ratio === undefined && kerasFailure !== undefined)
      found.push(`${workload}: Keras on ${kerasFailure[0]} fails: ${kerasFailure[1]}`);
    else if (ratio === undefined)
      found.push(`${workload}: no Keras to compare with; name a Python in MYELIN_BENCH_PYTHON.`);
    else
      expectAt(ratio.median >= must, `${workload}: ${ratio.median.toFixed(2)} times Keras, must be ${must}.`);
    expectAt(
      lossDifference <= mostLossDifference,
      `${workload}: losses differ by ${lossDifference} from those of steps that run op by op.`,
    );
    for (const [peer, factor] of Object.entries(peerFactors)) {
      const stepMs = Object.entries(peers).flatMap(([name, value]) =>
        name.startsWith(peer) && typeof value === 'number' ? [value] : [],
      );
      if (stepMs.length === 0) continue;
      const times = Math.min(...stepMs) / ours.median;
      expectAt(times >= factor, `${workload}: ${times.toFixed(1)} times ${peer}, must be ${factor}.`);
    }
  }
  if (alone === undefined) return found;
  for (const name of ['mlp', 'cnn'] as const) {
    const [ms, most] = [alone.startUpMs[name], bounds.startUpMs[name]];
    expectAt(ms <= most, `Start of ${name}: ${ms.toFixed(0)} ms, at most ${most}.`);
  }
  const { predictOneMs, pageBytes } = alone;
  expectAt(
    predictOneMs <= bounds.predictOneMs,
    `predict of one example: ${predictOneMs.toFixed(3)} ms, at most ${bounds.predictOneMs}.`,
  );
  expectAt(
    pageBytes <= bounds.pageBytes,
    `A page that trains: ${pageBytes} bytes gzipped, at most ${bounds.pageBytes}.`,
  );
  return found;
}

/** What must hold as well, and was not measured. */
export function unchecked({ workloads, alone }: Results): string[] {
  const missing = Object.keys(peerFactors).flatMap((peer) => {
    const names = workloads.flatMap(({ workload, peers }) =>
      Object.entries(peers).some(([name, value]) => name.startsWith(peer) && typeof value === 'number')
        ? []
        : [workload],
    );
    return names.length === 0 ? [] : [`times ${peer} of ${names.join(', ')}`];
  });
  return alone === undefined
    ? [...missing, 'start-up, predict of one example and the bytes of a page, which a run without --only has']
    : missing;
}
