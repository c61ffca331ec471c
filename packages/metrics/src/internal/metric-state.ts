import { type DType, NdArray, type Scope, Variable } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** The variables of a metric, by name; zeros at first. */
export class MetricState<S extends string> {
  readonly #owner: string;
  readonly #dtype: DType;
  #variables = new Map<S, Variable>();

  constructor(owner: string, dtype: DType) {
    this.#owner = owner;
    this.#dtype = dtype;
  }

  get variables(): readonly Variable[] {
    return [...this.#variables.values()];
  }

  get made(): boolean {
    return this.#variables.size > 0;
  }

  make(shapes: Readonly<Record<S, readonly number[]>>): void {
    const folder = this.#owner.replaceAll('/', '>');
    this.#variables = new Map(
      (Object.entries(shapes) as [S, readonly number[]][]).map(([name, shape]) => [
        name,
        new Variable(NdArray.zeros(shape, this.#dtype), {
          name,
          path: `${folder}/${name}`,
          trainable: false,
        }),
      ]),
    );
  }

  read(scope: Scope): Readonly<Record<S, Tensor>> {
    const entries = [...this.#variables].map(([name, variable]) => [name, scope.read(variable)]);
    return Object.fromEntries(entries) as Record<S, Tensor>;
  }

  write(scope: Scope, tensors: Readonly<Record<S, Tensor>>): void {
    for (const [name, variable] of this.#variables) scope.update(variable, tensors[name]);
  }

  reset(): void {
    for (const variable of this.#variables.values()) variable.reset();
  }
}
