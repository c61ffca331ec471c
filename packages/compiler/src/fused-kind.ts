import type { Body, Operation, Value } from './ir.js';
import { loopOverProduct } from './loop-over-product.js';
import { rowsOf } from './row-operations.js';
import { fusedReductions, isBroadcast, isLoopable, productOps, viewOps } from './op-classes.js';

/** What a `Fused` operation is: a loop over a shape, one that reduces what it computes, a pass over rows, or a product. */
export type FusedKind = 'loop' | 'reduction' | 'rows' | 'product';

/**
 * The kind of a `Fused` operation.
 *
 * - `loop`: elementwise operations, whose results all have the shape over which they iterate, and to which everything
 *   else is broadcast.
 * - `reduction`: elementwise operations over the shape that is reduced, one reduction (Sum, Mean, Max, Min, Prod), then
 *   elementwise operations over the reduced shape; one result.
 * - `rows`: for each row along the last axis of a shape, elementwise operations, reductions of the row, softmax, and
 *   elementwise operations with what was reduced; any results.
 * - `product`: a product of two matrices, then a loop over its elements. Whatever else the loop reads has the shape of
 *   the product, or one element.
 *
 * In all but the last, parameters may be read through views: BroadcastTo, Reverse, Slice, Transpose, and a Reshape of a parameter
 * or one that only adds or removes axes of size 1.
 *
 * Undefined for other operations, and for a `Fused` one that is neither.
 */
export function fusedKind({ op, body }: Operation): FusedKind | undefined {
  if (op !== 'Fused' || body === undefined) return undefined;
  if (productOps.has(body.operations[0]?.op ?? ''))
    return loopOverProduct(body) === undefined ? undefined : 'product';
  const simple = simpleKind(body);
  return simple ?? (rowsOf(body) === undefined ? undefined : 'rows');
}

function simpleKind(body: Body): FusedKind | undefined {
  const { computing, sound } = withoutViews(body);
  if (!sound) return undefined;
  const place = computing.findIndex((operation) => fusedReductions.has(operation.op));
  if (place < 0) return isLoop(body, computing) ? 'loop' : undefined;
  return isReduction(body, computing, place) ? 'reduction' : undefined;
}

/** The operations that are no views of parameters; unsound if a view is of something else. */
function withoutViews({ parameters, operations }: Body): { computing: Operation[]; sound: boolean } {
  const direct = new Map(parameters.map((value) => [value.id, value]));
  const viewed = new Map(direct);
  let sound = true;
  const computing = operations.filter(({ op, inputs, outputs }) => {
    if (!viewOps.has(op) && op !== 'Reshape') return true;
    const source = viewed.get(inputs['x'] as number);
    const [output] = outputs as [Value];
    const allowed =
      op !== 'Reshape' ||
      direct.has(inputs['x'] as number) ||
      (source !== undefined && isSqueeze(source, output));
    if (source === undefined || !allowed) sound = false;
    viewed.set(output.id, output);
    return false;
  });
  return { computing, sound };
}

/** Whether two shapes differ in axes of size 1 only. */
function isSqueeze(a: Value, b: Value): boolean {
  const long = ({ shape }: Value): string => shape.filter((size) => size !== 1).join();
  return long(a) === long(b);
}

function isLoop(body: Body, computing: readonly Operation[]): boolean {
  const { operations, results } = body;
  const values = new Map(operations.flatMap(({ outputs }) => outputs.map((value) => [value.id, value])));
  const shapes = results.map((id) => values.get(id)?.shape);
  const [shape] = shapes;
  if (shape === undefined || shapes.some((other) => other?.join() !== shape.join())) return false;
  return areOver(computing, body, shape);
}

function isReduction(body: Body, computing: readonly Operation[], place: number): boolean {
  const { results } = body;
  const reduction = computing[place] as Operation;
  const [reduced] = reduction.outputs as [Value];
  const [before, after] = [computing.slice(0, place), computing.slice(place + 1)];
  const source = before.find(({ outputs }) => outputs[0]?.id === reduction.inputs['x']);
  const inner = new Set(before.flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  const last = (after.at(-1) ?? reduction).outputs[0] as Value;
  return (
    results.length === 1 &&
    results[0] === last.id &&
    (before.length === 0 || source !== undefined) &&
    areOver(before, body, source?.outputs[0]?.shape ?? []) &&
    areOver(after, body, reduced.shape) &&
    // What was computed before the reduction is not kept.
    after.every(({ inputs }) => Object.values(inputs).every((id) => !inner.has(id))) &&
    last.shape.join() === reduced.shape.join()
  );
}

/** Whether every operation is elementwise and its result is broadcast to the shape. */
function areOver(operations: readonly Operation[], body: Body, shape: readonly number[]): boolean {
  const values = new Map(
    [...body.parameters, ...body.operations.flatMap(({ outputs }) => outputs)].map((v) => [v.id, v]),
  );
  return operations.every((operation) => {
    const own = operation.outputs[0]?.shape ?? [];
    return isLoopable(operation, (id) => values.get(id)) && isBroadcast(own, shape);
  });
}
