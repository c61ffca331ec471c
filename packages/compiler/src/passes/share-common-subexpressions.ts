import { type Body, type ConstData, type Leaf, type Operation, type Program, bodiesOf } from '../ir.js';
import { printEntries } from '../literal.js';
import { commutativeOps } from '../op-classes.js';
import { printType } from '../print.js';
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

/** Not by `every`: constants may have millions of elements. */
function sameBits(a: ConstData, b: ConstData): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function sharedOperations(
  operations: readonly Operation[],
  replaced: Map<number, number>,
): readonly Operation[] {
  const known = new Map<string, Operation[]>();
  const kept = operations.flatMap((original) => {
    const operation = mapBodies(replaceOperands(original, replaced), sharedBody);
    // Bodies are not compared: two of the same text have different numbers.
    if (bodiesOf(operation).length > 0) return [operation];
    const key = keyOf(operation);
    const alike = known.get(key) ?? [];
    const twin = alike.find((other) => sameAttributes(other, operation));
    if (twin === undefined) {
      known.set(key, [...alike, operation]);
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

/** The same for operations of the same op and operands. */
function keyOf({ op, inputs }: Operation): string {
  const ids = Object.values(inputs);
  if (commutativeOps.has(op)) return `${op} ${ids.sort((a, b) => a - b).join()}`;
  return `${op} ${Object.keys(inputs).join()} ${ids.join()}`;
}

function sameAttributes(a: Operation, b: Operation): boolean {
  return textOf(a) === textOf(b);
}

function textOf({ attrs, outputs }: Operation): string {
  const sorted = Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${printEntries(Object.fromEntries(sorted))} ${outputs.map(printType).join()}`;
}
