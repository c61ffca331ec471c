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

/** A body that has been recorded, but for what it takes from around it. */
interface Closed extends Pick<Frame, 'parameters' | 'operations' | 'captured'> {
  readonly results: readonly number[];
}

/** The operations of a program and of the bodies within it, innermost last, while they are recorded. */
export class Frames {
  readonly operations: Operation[] = [];
  readonly #bodies: Frame[] = [];
  /** Bodies that no operation has taken yet. */
  readonly #closed: Closed[] = [];
  /** Numbers of what was computed in bodies that are over. */
  readonly #over = new Set<number>();
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

  /** Ends a body. */
  close(results: readonly number[]): void {
    const { own, ...frame } = this.#bodies.pop() as Frame;
    for (const id of own) this.#over.add(id);
    this.#closed.push({ ...frame, results });
  }

  /** The bodies that ended last, and what they take from around them: all of them take what one of them needs. */
  take(count: number): { bodies: Body[]; captured: readonly number[] } {
    const closed = this.#closed.splice(-count);
    const types = new Map(closed.flatMap(({ captured }) => [...captured]));
    const bodies = closed.map(({ parameters, operations, captured, results }): Body => {
      const taken = [...types].map(([id, type]) => captured.get(id) ?? { ...type, id: this.#nextId() });
      return { parameters: [...parameters, ...taken], operations, results };
    });
    return { bodies, captured: [...types.keys()] };
  }

  /** Whether a value was computed in a body that is over, and can be seen no more. */
  isOver({ id }: Value): boolean {
    return this.#over.has(id);
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
        frame.own.add(parameter.id);
      }
      return parameter.id;
    }, value.id);
  }
}
