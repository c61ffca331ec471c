import type { Comparison } from './compare.js';
import type { Host } from './host.js';

/** All that one run has measured. */
export interface Results {
  readonly host: Host;
  readonly workloads: readonly Comparison[];
  /** Workloads that could not be measured, and why. */
  readonly failed: Readonly<Record<string, string>>;
  /** What needs no other framework; missing where only some workloads were asked for. */
  readonly alone?: Alone;
}

export interface Alone {
  /** Milliseconds from the import to the end of the first step, beyond the import of tfjs-core. */
  readonly startUpMs: Readonly<Record<'mlp' | 'cnn', number>>;
  readonly predictOneMs: number;
  readonly pageBytes: number;
}
