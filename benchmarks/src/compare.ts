import { type Spread, median, spreadOf } from './statistics.js';
import { type Outcome, valueOf } from './run-process.js';
import type { Measured } from './timing.js';

/** Measures one workload with one framework, in a fresh process. */
export type Runner = () => Promise<Outcome<Measured>>;

/** What is known of one workload. */
export interface Comparison {
  readonly workload: string;
  readonly ours: Spread;
  readonly firstFitMs: number;
  readonly oneThreadMs: number;
  /** Ours with vectors joined, where this Node can: milliseconds a step, and how many times as fast as Keras. */
  readonly wide?: { readonly stepMs: Spread; readonly ratio?: Spread };
  readonly lossDifference: number;
  /** The fastest backend of Keras, if Keras is there. */
  readonly keras?: { readonly backend: string; readonly stepMs: Spread; readonly firstFitMs: number };
  /** How many times as fast as that we are, pair by pair. */
  readonly ratio?: Spread;
  /** Backends of Keras that could not be measured, and why. */
  readonly kerasFailures: Readonly<Record<string, string>>;
  /** Milliseconds a step of others, or why they have none. */
  readonly peers: Readonly<Record<string, number | string>>;
}

export interface Runners {
  readonly ours: Runner;
  readonly oursOnOneThread: Runner;
  /** Ours with vectors joined, where this Node can. */
  readonly oursWide?: Runner | undefined;
  readonly keras: Readonly<Record<string, Runner>>;
  readonly peers: Readonly<Record<string, Runner>>;
}

/**
 * Measures a workload: first every backend of Keras once, then the fastest of them and ours by turns, so many pairs; of
 * one pair, Keras' part is what it was first.
 *
 * @throws Error if ours fails.
 */
export async function compare(workload: string, runners: Runners, pairs: number): Promise<Comparison> {
  const { fastest, failures: kerasFailures } = await findFastest(runners.keras);
  const ours: Measured[] = [];
  const wide: Measured[] = [];
  const theirs: Measured[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    if (fastest !== undefined) {
      theirs.push(pairs === 1 ? fastest.measured : valueOf(await fastest.run(), `${workload}, Keras`));
    }
    ours.push(valueOf(await runners.ours(), workload));
    if (runners.oursWide !== undefined) wide.push(valueOf(await runners.oursWide(), `${workload}, wide`));
  }
  const oneThread = valueOf(await runners.oursOnOneThread(), workload);
  const peers: Record<string, number | string> = {};
  for (const [name, run] of Object.entries(runners.peers)) {
    const outcome = await run();
    peers[name] = 'value' in outcome ? median(outcome.value.stepMs) : outcome.failed;
  }
  const stepOf = ({ stepMs }: Measured): number => median(stepMs);
  const ratioOf = (own: readonly Measured[]): { ratio?: Spread } =>
    fastest === undefined
      ? {}
      : { ratio: spreadOf(own.map((measured, i) => stepOf(theirs[i] as Measured) / stepOf(measured))) };
  return {
    workload,
    ours: spreadOf(ours.map(stepOf)),
    firstFitMs: median(ours.map(({ firstFitMs }) => firstFitMs)),
    oneThreadMs: stepOf(oneThread),
    ...(wide.length === 0 ? {} : { wide: { stepMs: spreadOf(wide.map(stepOf)), ...ratioOf(wide) } }),
    lossDifference: Math.max(...[...ours, ...wide].map(({ lossDifference = NaN }) => lossDifference)),
    ...(fastest === undefined
      ? {}
      : {
          keras: {
            backend: fastest.name,
            stepMs: spreadOf(theirs.map(stepOf)),
            firstFitMs: median(theirs.map(({ firstFitMs }) => firstFitMs)),
          },
        }),
    ...ratioOf(ours),
    kerasFailures,
    peers,
  };
}

interface Fastest {
  readonly name: string;
  readonly run: Runner;
  readonly measured: Measured;
}

async function findFastest(
  backends: Runners['keras'],
): Promise<{ readonly fastest: Fastest | undefined; readonly failures: Record<string, string> }> {
  const failures: Record<string, string> = {};
  let best: Fastest | undefined;
  for (const [name, run] of Object.entries(backends)) {
    const outcome = await run();
    if ('failed' in outcome) {
      failures[name] = outcome.failed;
      continue;
    }
    const measured = outcome.value;
    if (best === undefined || median(measured.stepMs) < median(best.measured.stepMs))
      best = { name, run, measured };
  }
  return { fastest: best, failures };
}
