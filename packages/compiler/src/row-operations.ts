import { shapeSize } from '@myelin/core';
import type { Body, Operation, Value } from './ir.js';
import { fusedReductions, isLoopable, reductionAxes, viewOps } from './op-classes.js';

/**
 * What an operation computes for each row along the last axis of a shape: all of its columns, or one number, whose axis
 * is kept as one of size 1 or dropped.
 */
export type RowKind = 'columns' | 'kept' | 'dropped';

/** Of longer rows the cache would not hold what is computed on the way. */
const longestRow = 4096;

type ValueOf = (id: number) => Value | undefined;

const same = (a: readonly number[] | undefined, b: readonly number[]): boolean => a?.join() === b.join();

/** The rows that an operation folds into numbers; undefined for other operations. */
export function foldedRows(
  { op, inputs, attrs }: Operation,
  valueOf: ValueOf,
): readonly number[] | undefined {
  const isSoftmax = op === 'Softmax' || op === 'LogSoftmax';
  if (!isSoftmax && !fusedReductions.has(op)) return undefined;
  const source = valueOf(inputs[isSoftmax ? 'logits' : 'x'] as number);
  const shape = source?.shape ?? [];
  const last = shape.length - 1;
  const name = { Softmax: 'dim', LogSoftmax: 'axis' }[op] ?? reductionAxes[op] ?? 'axis';
  const [axis, ...others] = [attrs[name] as number | readonly number[] | undefined].flat();
  const isLast = axis !== undefined && others.length === 0 && (axis === last || axis === -1);
  const [columns = 1, rows] = [shape.at(-1), shapeSize(shape.slice(0, -1))];
  return isLast && source?.dtype === 'float32' && rows > 1 && columns > 1 && columns <= longestRow
    ? shape
    : undefined;
}

/** What an operation computes for each row of a shape; undefined if it does something else. */
export function rowKindOf(
  operation: Operation,
  shape: readonly number[],
  valueOf: ValueOf,
): RowKind | undefined {
  const { op, inputs, outputs } = operation;
  const rows = shape.slice(0, -1);
  const kindOf = (own: readonly number[] | undefined): RowKind | undefined => {
    if (same(own, shape)) return 'columns';
    if (same(own, rows)) return 'dropped';
    return same(own, [...rows, 1]) ? 'kept' : undefined;
  };
  const kind = kindOf(outputs[0]?.shape);
  if (op === 'Reshape')
    return kind !== 'columns' && kindOf(valueOf(inputs['x'] as number)?.shape) !== 'columns'
      ? kind
      : undefined;
  if (same(foldedRows(operation, valueOf), shape)) return kind;
  return isLoopable(operation, valueOf) ? kind : undefined;
}

/**
 * Whether operations can be computed together, row after row of a shape: each from the columns and numbers of its own row.
 *
 * A parameter is either laid along the columns, as broadcasting does, or along the rows by those that have dropped the
 * last axis; it cannot be both.
 */
export function areOverRows(
  operations: readonly Operation[],
  shape: readonly number[],
  valueOf: ValueOf,
): boolean {
  const computed = new Map<number, RowKind>();
  const given = new Map<number, boolean>();
  return operations.every((operation) => {
    const kind = rowKindOf(operation, shape, valueOf);
    if (kind === undefined) return false;
    const folds = foldedRows(operation, valueOf) !== undefined;
    const fits = Object.values(operation.inputs).every((id) => {
      const own = computed.get(id);
      if (own !== undefined) {
        if (operation.op === 'Reshape') return own !== 'columns';
        return folds ? own === 'columns' : own === kind || (own === 'kept' && kind === 'columns');
      }
      if (operation.op === 'Reshape') return false;
      if (shapeSize(valueOf(id)?.shape ?? []) === 1) return true;
      const alongRows = !folds && kind === 'dropped';
      if ((given.get(id) ?? alongRows) !== alongRows) return false;
      given.set(id, alongRows);
      return true;
    });
    for (const { id } of operation.outputs) computed.set(id, kind);
    return fits;
  });
}

/** The operations of a body that are no views of its parameters. */
export function computingOf({ parameters, operations }: Body): readonly Operation[] {
  const outside = new Set(parameters.map(({ id }) => id));
  return operations.filter(({ op, inputs, outputs }) => {
    const isView = (viewOps.has(op) || op === 'Reshape') && outside.has(inputs['x'] as number);
    if (isView) for (const { id } of outputs) outside.add(id);
    return !isView;
  });
}

/** The shape over whose rows a body computes; undefined if it does not compute row by row. */
export function rowsOf(body: Body): readonly number[] | undefined {
  const values = new Map(
    [...body.parameters, ...body.operations.flatMap(({ outputs }) => outputs)].map((value) => [
      value.id,
      value,
    ]),
  );
  const valueOf: ValueOf = (id) => values.get(id);
  const computing = computingOf(body);
  const shape = computing
    .map((operation) => foldedRows(operation, valueOf))
    .find((folded) => folded !== undefined);
  const made = new Set(computing.flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  const sound = body.results.every((id) => made.has(id));
  return shape !== undefined && sound && areOverRows(computing, shape, valueOf) ? shape : undefined;
}
