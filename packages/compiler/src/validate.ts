import { TraceError, formatShape } from '@myelin/core';
import { applyKernelRule } from '@myelin/ops';
import { type Body, type Operation, type Program, type Value, bodiesOf } from './ir.js';
import { fusedKind } from './fused-kind.js';
import { isStructural, structureOf } from './structure.js';
import { printType } from './print.js';

/**
 * Checks that a program is sound: every value is defined once and before it is used, every operation returns what the
 * rule of its kernel says, bodies see their parameters alone and fit the operation around them, and every update fits
 * its variable.
 *
 * @throws TraceError naming the first operation that is not.
 */
export function validateProgram({ name, leaves, operations, outputs, updates }: Program): void {
  const scope = new CheckedScope(`program ${name}`, new Set());
  for (const leaf of leaves) {
    scope.define(leaf.value, leaf.kind);
    if (leaf.kind === 'const') {
      const size = leaf.value.shape.reduce((product, axis) => product * axis, 1);
      if (leaf.data.length !== size) scope.fail('const', `${size} elements`, String(leaf.data.length));
    }
  }
  for (const operation of operations) scope.check(operation);
  for (const id of outputs) scope.use(id, 'return');
  for (const { variable, value } of updates) {
    const { shape } = scope.use(value, `update ${variable.path}`);
    if (formatShape(shape) !== formatShape(variable.shape)) {
      scope.fail(`update ${variable.path}`, formatShape(variable.shape), formatShape(shape));
    }
  }
}

/** The values that operations of a program or of one body see. */
class CheckedScope {
  readonly #values = new Map<number, Value>();
  readonly #where: string;
  /** Every number that the program has given so far. */
  readonly #taken: Set<number>;

  constructor(where: string, taken: Set<number>) {
    this.#where = where;
    this.#taken = taken;
  }

  fail(where: string, expected: string, got: string): never {
    throw new TraceError({ who: `${this.#where}, ${where}`, expected, got });
  }

  define(value: Value, where: string): void {
    if (this.#taken.has(value.id)) this.fail(where, `a new value`, `%${value.id} a second time`);
    this.#taken.add(value.id);
    this.#values.set(value.id, value);
  }

  use(id: number, where: string): Value {
    return this.#values.get(id) ?? this.fail(where, 'values that are defined before', `%${id}`);
  }

  check(operation: Operation): void {
    const { op, inputs, outputs } = operation;
    for (const id of Object.values(inputs)) this.use(id, op);
    if (isStructural(op)) this.#checkStructure(operation);
    else this.#checkKernel(operation);
    for (const result of outputs) this.define(result, op);
  }

  #checkKernel({ op, inputs, attrs, outputs }: Operation): void {
    const operands = Object.fromEntries(
      Object.entries(inputs).map(([key, id]) => {
        const { shape, dtype } = this.use(id, op);
        return [key, { shape: [...shape], dtype }];
      }),
    );
    const specs = [applyKernelRule(op, operands, attrs)].flat();
    this.#compare(op, specs as Typed[], outputs);
  }

  #checkStructure(operation: Operation): void {
    const { op, inputs, outputs } = operation;
    const operands = Object.values(inputs).map((id) => this.use(id, op));
    const structure = structureOf(operation, operands, (expected, got) => this.fail(op, expected, got));
    const bodies = bodiesOf(operation);
    const names = bodies.map(([name]) => name).join(', ');
    const expected = Object.keys(structure.bodies).join(', ');
    if (names !== expected) this.fail(op, `the bodies ${expected}`, names === '' ? 'none' : names);
    for (const [name, body] of bodies) {
      const { parameters, results } = structure.bodies[name] as BodyTypes;
      this.#compare(`parameters of ${op}`, parameters, body.parameters);
      this.#compare(`results of ${op}`, results, this.#resultsOf(op, body));
    }
    this.#compare(op, structure.outputs, outputs);
    if (op === 'Fused' && fusedKind(operation) === undefined) {
      this.fail(op, 'a loop or a reduction', outputs.map(({ id }) => `%${id}`).join(', '));
    }
  }

  #resultsOf(op: string, { parameters, operations, results }: Body): Value[] {
    const inner = new CheckedScope(`${this.#where}, ${op}`, this.#taken);
    for (const parameter of parameters) inner.define(parameter, 'parameter');
    for (const operation of operations) inner.check(operation);
    return results.map((id) => inner.use(id, 'return'));
  }

  #compare(where: string, expected: readonly Typed[], got: readonly Typed[]): void {
    const wanted = expected.map(printType).join(', ');
    const found = got.map(printType).join(', ');
    if (wanted !== found) this.fail(where, wanted, found);
  }
}

type Typed = Pick<Value, 'shape' | 'dtype'>;
type BodyTypes = { readonly parameters: readonly Typed[]; readonly results: readonly Typed[] };
