import { type Body, type Operation, type Value, computingOf, foldedRows } from '@myelin/compiler';
import { valueById } from './access.js';

/** A body without softmax and without shapes that differ in axes of size 1 only. */
interface WrittenOut {
  readonly body: Body;
  /** Its operations but for views of parameters; those that fold a row have the attribute `fold`. */
  readonly operations: readonly Operation[];
}

/** Writes softmax and its logarithm out, and gives numbers of a row that were reshaped their first name. */
export function writeOut(given: Body): WrittenOut {
  const writer = new Writer(given);
  const computing = new Set(computingOf(given));
  const views = given.operations.filter((operation) => !computing.has(operation));
  for (const operation of computing) writer.add(operation);
  const { operations } = writer;
  const body = {
    parameters: given.parameters,
    operations: [...views, ...operations],
    results: given.results.map((id) => writer.find(id)),
  };
  return { body, operations };
}

class Writer {
  readonly operations: Operation[] = [];
  readonly #given: Body;
  readonly #names = new Map<number, number>();
  /** What softmax and its logarithm have in common, by what they are of. */
  readonly #exponentials = new Map<
    number,
    { readonly shifted: Value; readonly e: Value; readonly sum: Value }
  >();
  #next: number;

  constructor(given: Body) {
    this.#given = given;
    const values = [...given.parameters, ...given.operations.flatMap(({ outputs }) => outputs)];
    this.#next = Math.max(...values.map(({ id }) => id)) + 1;
  }

  find(id: number): number {
    return this.#names.get(id) ?? id;
  }

  add(operation: Operation): void {
    const { op, inputs, attrs, outputs } = operation;
    const [output] = outputs as [Value];
    const found = Object.fromEntries(Object.entries(inputs).map(([name, id]) => [name, this.find(id)]));
    if (op === 'Reshape') this.#names.set(output.id, found['x'] as number);
    else if (op === 'Softmax') {
      const { e, sum } = this.#exponentialsOf(found['logits'] as number, output);
      const scale = this.#emit('Reciprocal', { x: sum.id }, sum);
      this.#emit('Multiply', { a: e.id, b: scale.id }, output, output.id);
    } else if (op === 'LogSoftmax') {
      const { shifted, sum } = this.#exponentialsOf(found['logits'] as number, output);
      const log = this.#emit('Log', { x: sum.id }, sum);
      this.#emit('Sub', { a: shifted.id, b: log.id }, output, output.id);
    } else {
      const valueOf = (id: number): Value => valueById(this.#given, id);
      const folds = foldedRows(operation, valueOf) !== undefined;
      this.operations.push({ op, inputs: found, attrs: folds ? { fold: true } : attrs, outputs });
    }
  }

  /** No sum is below 1, and no shifted number above 0. */
  #exponentialsOf(x: number, like: Value) {
    const known = this.#exponentials.get(x);
    if (known !== undefined) return known;
    const number = { ...like, shape: [...like.shape.slice(0, -1), 1] };
    const largest = this.#emit('LargestNumber', { x }, number, undefined, { fold: true });
    const shifted = this.#emit('Sub', { a: x, b: largest.id }, like);
    const e = this.#emit('ExpOfNegative', { x: shifted.id }, like);
    const sum = this.#emit('Sum', { x: e.id }, number, undefined, { fold: true });
    const made = { shifted, e, sum };
    this.#exponentials.set(x, made);
    return made;
  }

  #emit(
    op: string,
    inputs: Operation['inputs'],
    like: Value,
    id: number = this.#next++,
    attrs: Operation['attrs'] = {},
  ): Value {
    const output = { ...like, id };
    this.operations.push({ op, inputs, attrs, outputs: [output] });
    return output;
  }
}
