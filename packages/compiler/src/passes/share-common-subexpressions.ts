import { type Body, type Leaf, type Operation, type Program, bodiesOf } from '../ir.js';
import { printEntries } from '../literal.js';
import { commutativeOps } from '../op-classes.js';
import { mapBodies } from '../rewriting/numbers.js';
import { orSame } from '../rewriting/or-same.js';
import { replaceOperands } from '../rewriting/uses.js';

/**
 * Computes once what is the same: constants of the same bits, operations of the same op, operands and attributes.
 * Random numbers too, for they are functions of their seed.
 */
export function shareCommonSubexpressions(program: Program): Program {
  const replaced = new Map<number, number>();
  const leaves = sharedLeaves(program.leaves, replaced);
  const operations = sharedOperations(program.operations, replaced);
  if (leaves.length === program.leaves.length && operations === program.operations) return program;
  const replace = (id: number): number => replaced.get(id) ?? id;
  return {
    ...program,
    leaves,
    operations,
    outputs: program.outputs.map(replace),
    updates: program.updates.map(({ variable, value }) => ({ variable, value: replace(value) })),
  };
}

function sharedLeaves(leaves: readonly Leaf[], replaced: Map<number, number>): readonly Leaf[] {
  const known = new Map<string, Extract<Leaf, { kind: 'const' }>[]>();
  return leaves.filter((leaf) => {
    if (leaf.kind !== 'const') return true;
    const { dtype, shape, id } = leaf.value;
    const key = `${dtype}[${shape.join()}] ${leaf.data.slice(0, 8).join()}`;
    const alike = known.get(key) ?? [];
    known.set(key, alike);
    const twin = alike.find(({ data }) => sameBits(data, leaf.data));
    if (twin === undefined) alike.push(leaf);
    else replaced.set(id, twin.value.id);
    return twin === undefined;
  });
}

function sameBits(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const [x, y] = [a, b].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)) as Bytes;
  return x.length === y.length && x.every((byte, i) => byte === y[i]);
}

type Bytes = [Uint8Array, Uint8Array];

function sharedOperations(
  operations: readonly Operation[],
  replaced: Map<number, number>,
): readonly Operation[] {
  const known = new Map<string, Operation>();
  const kept = operations.flatMap((original) => {
    const operation = mapBodies(replaceOperands(original, replaced), sharedBody);
    // Bodies are not compared: two of the same text have different numbers.
    if (bodiesOf(operation).length > 0) return [operation];
    const key = keyOf(operation);
    const twin = known.get(key);
    if (twin === undefined) {
      known.set(key, operation);
      return [operation];
    }
    operation.outputs.forEach(({ id }, i) => replaced.set(id, twin.outputs[i]?.id ?? id));
    return [];
  });
  return orSame(operations, kept);
}

function sharedBody(body: Body): Body {
  const replaced = new Map<number, number>();
  const operations = sharedOperations(body.operations, replaced);
  if (operations === body.operations) return body;
  return { ...body, operations, results: body.results.map((id) => replaced.get(id) ?? id) };
}

/** The same for operations that compute the same, and for no others. */
function keyOf({ op, inputs, attrs, outputs }: Operation): string {
  const entries = Object.entries(inputs);
  const operands = commutativeOps.has(op)
    ? Object.values(inputs).toSorted((a, b) => a - b)
    : entries.map(([key, id]) => `${key}=${id}`).toSorted();
  const sorted = Object.fromEntries(Object.entries(attrs).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const types = outputs.map(({ dtype, shape }) => `${dtype}[${shape.join()}]`);
  return `${op}(${operands.join()}) {${printEntries(sorted)}} ${types.join()}`;
}
