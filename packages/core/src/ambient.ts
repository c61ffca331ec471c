import type { AbstractEvaluator } from './abstract.js';
import type { Runtime } from './runtime.js';
import type { Scope } from './scope.js';

/** The only state of the process: shared by every copy of this package that is loaded. */
export interface Ambient {
  runtime: Runtime | undefined;
  /** Loads the runtime that is used where none was chosen. */
  offeredRuntime: (() => Promise<Runtime>) | undefined;
  abstractEvaluator: AbstractEvaluator | undefined;
  /** How many evaluations of shapes are under way, one within another. */
  abstractDepth: number;
  /** How often each automatic name was given out. */
  readonly names: Map<string, number>;
  /** Layers whose `build` is under way, outermost first: they make the paths of the weights. */
  readonly path: string[];
  /** Scopes of the steps and layer calls that are under way, outermost first. */
  readonly scopes: Scope[];
  readonly seed: { value: number; drawn: number };
}

const key = Symbol.for('myelin.ambient');
const holder = globalThis as { [key]?: Ambient | undefined };

export function ambient(): Ambient {
  return (holder[key] ??= {
    runtime: undefined,
    offeredRuntime: undefined,
    abstractEvaluator: undefined,
    abstractDepth: 0,
    names: new Map(),
    path: [],
    scopes: [],
    seed: { value: crypto.getRandomValues(new Int32Array(1))[0] ?? 0, drawn: 0 },
  });
}
