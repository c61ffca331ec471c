import { type Tensor, clone, keep, tidy } from '@tensorflow/tfjs-core';
import { ambient } from './ambient.js';
import type { Variable } from './variable.js';

/** Where a scope takes the tensor of a variable from: its value, a tracer's placeholder, a shape. */
export type StateSource = (variable: Variable) => Tensor;

/**
 * The state that one step or layer call sees: reads give one tensor a variable, updates replace it for the rest
 * of the step and reach the variable only when the step has succeeded.
 */
export class Scope {
  readonly #source: StateSource;
  readonly #current = new Map<Variable, Tensor>();
  readonly #updates = new Map<Variable, Tensor>();
  readonly #losses: Tensor[] = [];
  /** Replaced and taken tensors may still be on the gradient tape, so they live as long as the scope. */
  readonly #retired: Tensor[] = [];
  /**
   * Whether layers that behave differently in training do so; inherited by the layers within a layer. Undefined where nobody
   * said: then graphs go by what their own calls say, and each layer does what it does by default.
   */
  training: boolean | undefined;

  constructor(source: StateSource, training?: boolean) {
    this.#source = source;
    this.training = training;
  }

  read(variable: Variable): Tensor {
    let tensor = this.#current.get(variable);
    if (tensor === undefined) {
      tensor = keep(this.#source(variable));
      this.#current.set(variable, tensor);
    }
    return tensor;
  }

  update(variable: Variable, tensor: Tensor): void {
    keep(tensor);
    const replaced = this.#current.get(variable);
    if (replaced !== undefined) this.#retired.push(replaced);
    this.#current.set(variable, tensor);
    this.#updates.set(variable, tensor);
  }

  /** Adds a penalty, such as that of an activity regularizer, to the loss of the running step. */
  addLoss(loss: Tensor): void {
    this.#losses.push(keep(loss));
  }

  /** The penalties since the last call; they live as long as the scope. */
  takeLosses(): Tensor[] {
    const taken = this.#losses.splice(0);
    this.#retired.push(...taken);
    return taken;
  }

  /** Every variable that was read or updated. */
  get variables(): Iterable<Variable> {
    return this.#current.keys();
  }

  get updates(): ReadonlyMap<Variable, Tensor> {
    return this.#updates;
  }

  /** Results that stay valid after the scope is gone: a copy where a result is itself state, or was. */
  release<T extends Tensor | readonly Tensor[]>(result: T): T {
    const kept = new Set([...this.#current.values(), ...this.#retired]);
    const own = (tensor: Tensor): Tensor => (kept.has(tensor) ? clone(tensor) : tensor);
    return (Array.isArray(result) ? result.map(own) : own(result as Tensor)) as T;
  }

  /** Gives the variables their new values. */
  commit(): void {
    for (const [variable, tensor] of this.#updates) variable.setTensor(tensor);
  }

  /** Disposes every tensor that the scope kept. */
  dispose(): void {
    for (const tensor of [...this.#retired, ...this.#current.values(), ...this.#losses]) tensor.dispose();
    this.#current.clear();
    this.#updates.clear();
  }
}

/** The scope of the innermost step or layer call that is under way. */
export function currentScope(): Scope | undefined {
  return ambient().scopes.at(-1);
}

/** Runs `body` with `scope` as the current one. */
export function withScope<T>(scope: Scope, body: () => T): T {
  const { scopes } = ambient();
  scopes.push(scope);
  try {
    return body();
  } finally {
    scopes.pop();
  }
}

/** Runs `body` in the current scope, or in one of its own that reads the variables and stores their updates. */
export function inScope<T extends Tensor | readonly Tensor[]>(body: (scope: Scope) => T): T {
  const current = currentScope();
  if (current !== undefined) return body(current);
  const scope = new Scope((variable) => variable.toTensor());
  try {
    const result = tidy(() => scope.release(withScope(scope, () => body(scope))) as Tensor) as unknown as T;
    scope.commit();
    return result;
  } finally {
    scope.dispose();
  }
}
