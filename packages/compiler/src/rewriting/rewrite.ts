import type { TensorDType } from '@myelin/core';
import { applyKernelRule } from '@myelin/ops';
import type { Body, ConstData, Leaf, Operation, Program, Value } from '../ir.js';
import { printLiteral } from '../literal.js';
import { mapBodies, nextNumber } from './numbers.js';
import { countUses, replaceOperands } from './uses.js';

/** Says which value stands for the one result of an operation; undefined leaves the operation as it is. */
export type Rule = (operation: Operation, site: Site) => number | undefined;

/** Rules by the op that they apply to. */
export type Rules = ReadonlyMap<string, Rule>;

/** Applies rules to every operation, in order, and to what the rules emit. */
export function rewrite(program: Program, rules: Rules): Program {
  const numbers = { next: nextNumber(program) };
  const added: Leaf[] = [];
  const site = new Site(rules, numbers, countUses(program), (data, value) =>
    added.push({ kind: 'const', data, value }),
  );
  for (const leaf of program.leaves) {
    site.define(leaf.value);
    if (leaf.kind === 'const') site.know(leaf.value.id, leaf.data);
  }
  site.run(program.operations);
  if (!site.changed) return program;
  return {
    ...program,
    leaves: [...program.leaves, ...added],
    operations: site.operations,
    outputs: program.outputs.map((id) => site.find(id)),
    updates: program.updates.map(({ variable, value }) => ({ variable, value: site.find(value) })),
  };
}

function rewriteBody(body: Body, rules: Rules, numbers: { next: number }): Body {
  const uses = countUses({ operations: body.operations, outputs: body.results, updates: [] });
  const site = new Site(rules, numbers, uses);
  body.parameters.forEach((value) => {
    site.define(value);
  });
  site.run(body.operations);
  if (!site.changed) return body;
  return { ...body, operations: site.operations, results: body.results.map((id) => site.find(id)) };
}

/** The place where rules are applied: what they see of the operations so far, and how they add others. */
export class Site {
  readonly operations: Operation[] = [];
  changed = false;
  readonly #rules: Rules;
  readonly #numbers: { next: number };
  readonly #uses: Map<number, number>;
  readonly #addLeaf: ((data: ConstData, value: Value) => void) | undefined;
  readonly #values = new Map<number, Value>();
  readonly #producers = new Map<number, Operation>();
  readonly #constants = new Map<number, ConstData>();
  readonly #scalars = new Map<string, number>();
  readonly #replaced = new Map<number, number>();

  constructor(
    rules: Rules,
    numbers: { next: number },
    uses: Map<number, number>,
    addLeaf?: (data: ConstData, value: Value) => void,
  ) {
    this.#rules = rules;
    this.#numbers = numbers;
    this.#uses = uses;
    this.#addLeaf = addLeaf;
  }

  value(id: number): Value {
    return this.#values.get(id) as Value;
  }

  /** The operation that computes a value, unless it is a leaf or a parameter. */
  producer(id: number): Operation | undefined {
    return this.#producers.get(id);
  }

  /** The operation that computes a value, if it is of that op. */
  producedBy(op: string, id: number | undefined): Operation | undefined {
    const producer = id === undefined ? undefined : this.#producers.get(id);
    return producer?.op === op ? producer : undefined;
  }

  /** How often the value is used at most: by the program as it was before, and by what was added to it. */
  uses(id: number): number {
    return this.#uses.get(id) ?? 0;
  }

  /** The elements of a constant. */
  constant(id: number): ConstData | undefined {
    return this.#constants.get(id);
  }

  /** The number that every element of a value is, if that is known. */
  scalar(id: number): number | undefined {
    const data = this.#constants.get(id);
    if (data?.length === 1) return data[0];
    const source = this.producedBy('BroadcastTo', id)?.inputs['x'];
    return source === undefined ? undefined : this.scalar(source);
  }

  /** A constant without axes. */
  scalarOf(number: number, dtype: TensorDType): number {
    const data = dtype === 'float32' ? [Math.fround(number)] : [number];
    const key = `${dtype} ${printLiteral(data[0])}`;
    const known = this.#scalars.get(key);
    if (known !== undefined) return known;
    const id = this.addConstant(arrayOf(dtype, data), { shape: [], dtype });
    this.#scalars.set(key, id);
    return id;
  }

  /** A new constant; bodies, which have no leaves, fill it in when they run. */
  addConstant(data: ConstData, type: Pick<Value, 'shape' | 'dtype'>): number {
    const value = { ...type, id: this.#numbers.next++ };
    this.define(value);
    this.#constants.set(value.id, data);
    if (this.#addLeaf !== undefined) this.#addLeaf(data, value);
    else
      this.#append({
        op: 'Fill',
        inputs: {},
        attrs: { shape: [], value: data[0], dtype: type.dtype },
        outputs: [value],
      });
    return value.id;
  }

  /** Whether constants of any shape can be added here. */
  get hasLeaves(): boolean {
    return this.#addLeaf !== undefined;
  }

  /** Adds an operation, to which the rules are applied in turn, and returns its one result. */
  emit(
    op: string,
    inputs: Readonly<Record<string, number>>,
    attrs: Readonly<Record<string, unknown>> = {},
  ): number {
    const [spec] = [applyKernelRule(op, this.#specs(inputs), attrs)].flat();
    const { shape, dtype } = spec as NonNullable<typeof spec>;
    const value = { id: this.#numbers.next++, shape, dtype: dtype as TensorDType };
    const found = this.#place({ op, inputs, attrs, outputs: [value] });
    if (found !== undefined) return found;
    for (const id of Object.values(inputs)) this.#uses.set(id, this.uses(id) + 1);
    return value.id;
  }

  reshape(x: number, shape: readonly number[]): number {
    return this.emit('Reshape', { x }, { shape: [...shape] });
  }

  broadcast(x: number, shape: readonly number[]): number {
    return this.emit('BroadcastTo', { x }, { shape: [...shape] });
  }

  define(value: Value): void {
    this.#values.set(value.id, value);
  }

  know(id: number, data: ConstData): void {
    this.#constants.set(id, data);
    const { dtype, shape } = this.value(id);
    const key = `${dtype} ${printLiteral(data[0])}`;
    if (shape.length === 0 && !this.#scalars.has(key)) this.#scalars.set(key, id);
  }

  run(operations: readonly Operation[]): void {
    for (const original of operations) {
      const withBodies = mapBodies(original, (body) => rewriteBody(body, this.#rules, this.#numbers));
      if (withBodies !== original) this.changed = true;
      const operation = replaceOperands(withBodies, this.#replaced);
      const replacement = this.#place(operation);
      const [output] = operation.outputs;
      if (replacement === undefined || output === undefined) continue;
      this.#replaced.set(output.id, replacement);
      this.#uses.set(replacement, this.uses(replacement) + this.uses(output.id));
    }
  }

  /** The value that stands for one of the original program. */
  find(id: number): number {
    return this.#replaced.get(id) ?? id;
  }

  /** Appends the operation, unless a rule knows a value for it. */
  #place(operation: Operation): number | undefined {
    const found =
      operation.outputs.length === 1 ? this.#rules.get(operation.op)?.(operation, this) : undefined;
    if (found === undefined) this.#append(operation);
    else this.changed = true;
    return found;
  }

  #append(operation: Operation): void {
    this.operations.push(operation);
    for (const value of operation.outputs) {
      this.define(value);
      this.#producers.set(value.id, operation);
    }
    const { op, attrs, outputs } = operation;
    const [value] = outputs;
    if (op === 'Fill' && value?.shape.length === 0) {
      this.#constants.set(value.id, arrayOf(value.dtype, [Number(attrs['value'])]));
    }
  }

  #specs(inputs: Readonly<Record<string, number>>): Record<string, { shape: number[]; dtype: TensorDType }> {
    const specs = Object.entries(inputs).map(([key, id]) => {
      const { shape, dtype } = this.value(id);
      return [key, { shape: [...shape], dtype }] as [string, { shape: number[]; dtype: TensorDType }];
    });
    return Object.fromEntries(specs);
  }
}

/** Numbers as the elements of a constant. */
export function arrayOf(dtype: TensorDType, numbers: ArrayLike<number>): ConstData {
  if (dtype === 'float32') return Float32Array.from(numbers);
  return dtype === 'int32' ? Int32Array.from(numbers) : Uint8Array.from(numbers);
}
