import { type Signature, type Step, TraceError } from '@myelin/core';
import type { Leaf, Operation, Program } from './ir.js';
import { printProgram } from './print.js';
import { type TraceOptions, trace } from './trace.js';

/**
 * Traces a step; one that a user wrote is traced twice and must be the same both times, since what differs would stay as
 * it was in the first run: a counter, a date, a shape that depends on either.
 *
 * @throws TraceError that names the first difference.
 */
export function traceStep(step: Step, signature: Signature, options: TraceOptions = {}): Program {
  const program = trace(step, signature, options);
  if (step.isCustom !== true) return program;
  const difference = firstDifference(program, trace(step, signature, options));
  if (difference === undefined) return program;
  throw new TraceError({
    who: `the ${step.name} step`,
    expected: 'the same operations each time it runs',
    got: difference,
    hint: 'What changes from step to step is no value of JavaScript: keep it in a variable, or draw it from a seed generator.',
  });
}

/** The first thing in which two programs differ, in words. */
function firstDifference(first: Program, second: Program): string | undefined {
  return (
    firstUnequal(first.leaves, second.leaves, sameLeaf, describeLeaf) ??
    firstUnequal(first.operations, second.operations, sameOperation, describeOperation) ??
    firstUnequal(first.outputs, second.outputs, Object.is, (id) => `the result %${id}`) ??
    firstUnequal(
      first.updates,
      second.updates,
      (a, b) => a.variable === b.variable && a.value === b.value,
      ({ variable, value }) => `the update ${variable.path} = %${value}`,
    )
  );
}

function firstUnequal<T>(
  first: readonly T[],
  second: readonly T[],
  same: (a: T, b: T) => boolean,
  describe: (one: T) => string,
): string | undefined {
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const [a, b] = [first[i], second[i]];
    if (a === undefined || b === undefined) {
      const more = (a ?? b) as T;
      return `${describe(more)} ${a === undefined ? 'the second time only' : 'the first time only'}`;
    }
    if (!same(a, b)) return `${describe(a)} the first time, ${describe(b)} the second`;
  }
  return undefined;
}

function sameLeaf(a: Leaf, b: Leaf): boolean {
  if (a.value.shape.join() !== b.value.shape.join() || a.value.dtype !== b.value.dtype) return false;
  if (a.kind === 'const' && b.kind === 'const') {
    const { data } = b;
    return a.data.every((value, i) => Object.is(value, data[i]));
  }
  if (a.kind === 'state' && b.kind === 'state') return a.variable === b.variable;
  return a.kind === b.kind;
}

function describeLeaf(leaf: Leaf): string {
  const { kind, value } = leaf;
  const type = `${value.dtype}[${value.shape.join()}]`;
  if (kind === 'input') return `the input ${leaf.index}, ${type}`;
  if (kind === 'state') return `the variable ${leaf.variable.path}`;
  const some = Array.from(leaf.data.slice(0, 3), String).join(', ');
  return `the constant ${some}${leaf.data.length > 3 ? ', …' : ''} (${type})`;
}

function sameOperation(a: Operation, b: Operation): boolean {
  return printOne(a) === printOne(b);
}

function describeOperation(operation: Operation): string {
  const { op, attrs, outputs } = operation;
  return `${op} ${JSON.stringify(attrs)} to ${outputs.map(({ shape }) => `[${shape.join()}]`).join(' and ')}`;
}

function printOne(operation: Operation): string {
  return printProgram({ name: 'one', leaves: [], operations: [operation], outputs: [], updates: [] });
}
