import type { Operation, Program, Value } from '../ir.js';

/** Which operation computes each value and which use it; operations are known by their places. */
export class Dataflow {
  readonly operations: readonly Operation[];
  /** Values that are outputs or new values of variables. */
  readonly escaping: ReadonlySet<number>;
  readonly #values = new Map<number, Value>();
  readonly #producers = new Map<number, number>();
  readonly #consumers = new Map<number, number[]>();

  constructor({ leaves, operations, outputs, updates }: Program) {
    this.operations = operations;
    this.escaping = new Set([...outputs, ...updates.map(({ value }) => value)]);
    for (const { value } of leaves) this.#values.set(value.id, value);
    operations.forEach(({ inputs, outputs: results }, place) => {
      for (const id of new Set(Object.values(inputs))) {
        const known = this.#consumers.get(id);
        if (known === undefined) this.#consumers.set(id, [place]);
        else known.push(place);
      }
      for (const value of results) {
        this.#values.set(value.id, value);
        this.#producers.set(value.id, place);
      }
    });
  }

  at(place: number): Operation {
    return this.operations[place] as Operation;
  }

  value(id: number): Value {
    return this.#values.get(id) as Value;
  }

  /** The one result of an operation that has one. */
  result(place: number): Value {
    return this.at(place).outputs[0] as Value;
  }

  producer(id: number): number | undefined {
    return this.#producers.get(id);
  }

  consumers(id: number): readonly number[] {
    return this.#consumers.get(id) ?? [];
  }

  /** The operands of an operation, each once. */
  operands(place: number): number[] {
    return [...new Set(Object.values(this.at(place).inputs))];
  }

  /** The operations that compute the operands. */
  producers(place: number): number[] {
    return this.operands(place).flatMap((id) => this.producer(id) ?? []);
  }
}
