import type { Body, Operation, Value } from './ir.js';

/** A body that is being recorded. */
interface Frame {
  readonly parameters: Value[];
  readonly operations: Operation[];
  /** Numbers of what is computed in it, and of its parameters. */
  readonly own: Set<number>;
  /** Parameters that stand for what it takes from around it, by the number there. */
  readonly captured: Map<number, Value>;
}

/** The operations of a program and of the bodies within it, innermost last, while they are recorded. */
export class Frames {
  readonly operations: Operation[] = [];
  readonly #bodies: Frame[] = [];
  readonly #nextId: () => number;

  constructor(nextId: () => number) {
    this.#nextId = nextId;
  }

  /** Begins a body. */
  open(parameters: readonly Value[]): void {
    this.#bodies.push({
      parameters: [...parameters],
      operations: [],
      own: new Set(parameters.map(({ id }) => id)),
      captured: new Map(),
    });
  }

  /** Ends a body; returns it, and what it takes from around it beside its parameters. */
  close(results: readonly number[]): { body: Body; captured: readonly number[] } {
    const { parameters, operations, captured } = this.#bodies.pop() as Frame;
    return { body: { parameters, operations, results }, captured: [...captured.keys()] };
  }

  push(operation: Operation): void {
    (this.#bodies.at(-1)?.operations ?? this.operations).push(operation);
  }

  /** Says that a value is computed in the body that is being recorded. */
  define({ id }: Value): void {
    this.#bodies.at(-1)?.own.add(id);
  }

  /** The number of a value in the body that is being recorded: what comes from around it is handed in. */
  seen(value: Value): number {
    const home = this.#bodies.findLastIndex(({ own }) => own.has(value.id));
    return this.#bodies.slice(home + 1).reduce((id, frame) => {
      let parameter = frame.captured.get(id);
      if (parameter === undefined) {
        parameter = { ...value, id: this.#nextId() };
        frame.captured.set(id, parameter);
        frame.parameters.push(parameter);
        frame.own.add(parameter.id);
      }
      return parameter.id;
    }, value.id);
  }
}
