import { shapeSize } from '@myelin/core';
import { Dataflow } from '../fusion/dataflow.js';
import type { Operation, Program, Value } from '../ir.js';
import { nextNumber } from '../rewriting/numbers.js';

/** A convolution that only a max pooling reads, and what makes its gradients of those of the pooling. */
interface Pooled {
  readonly convolution: Operation;
  readonly pooling: Operation;
  readonly backward: Backward | undefined;
}

interface Backward {
  /** The gradient of the pooling, and what takes it back through the relu. */
  readonly spread: readonly Operation[];
  readonly byFilter: Operation;
  readonly byInput: Operation | undefined;
  /** Its sums over all cells, which is the gradient of the bias. */
  readonly sums: readonly Operation[];
}

/**
 * Lets convolutions pool their results at once where nothing else reads them: then they are nowhere in memory. What the
 * gradients need are the largest value of each window and its place.
 */
export function poolConvolutions(program: Program): Program {
  const flow = new Dataflow(program);
  const found = program.operations.flatMap((operation) => findPooled(operation, flow) ?? []);
  if (found.length === 0) return program;
  const numbers = { next: nextNumber(program) };
  const instead = new Map<Operation, readonly Operation[]>();
  for (const pooled of found) replacePooled(pooled, numbers, instead);
  const operations = program.operations.flatMap((operation) => instead.get(operation) ?? [operation]);
  return { ...program, operations };
}

const resultOf = ({ outputs }: Operation): Value => outputs[0] as Value;

/** The operations that read a result, undefined if it also leaves the program. */
function readersOf(flow: Dataflow, operation: Operation): readonly Operation[] | undefined {
  const { id } = resultOf(operation);
  return flow.escaping.has(id) ? undefined : flow.consumers(id).map((place) => flow.at(place));
}

function findPooled(convolution: Operation, flow: Dataflow): Pooled | undefined {
  if (!['Conv2D', 'FusedConv2D'].includes(convolution.op) || !canPool(convolution)) return undefined;
  const uses = readersOf(flow, convolution);
  const pooling = uses?.find(({ op }) => op === 'MaxPool');
  if (uses === undefined || pooling === undefined || windowOf(pooling) > mostPlaces) return undefined;
  const others = uses.filter((operation) => operation !== pooling);
  if (others.length === 0) return { convolution, pooling, backward: undefined };
  const backward = findBackward(convolution, others, flow);
  return backward === undefined ? undefined : { convolution, pooling, backward };
}

/** Places are bytes. */
const mostPlaces = 256;

function windowOf({ attrs }: Operation): number {
  const size = attrs['filterSize'] as number | readonly number[];
  return shapeSize(typeof size === 'number' ? [size, size] : size);
}

function canPool({ attrs }: Operation): boolean {
  const dilations = [attrs['dilations'] ?? 1].flat();
  return (
    ['linear', 'relu'].includes(activationOf(attrs)) &&
    attrs['dataFormat'] !== 'NCHW' &&
    dilations.every((dilation) => dilation === 1)
  );
}

const activationOf = (attrs: Operation['attrs']): string =>
  (attrs['activation'] as string | undefined) ?? 'linear';

function findBackward(
  convolution: Operation,
  others: readonly Operation[],
  flow: Dataflow,
): Backward | undefined {
  const spread = findSpread(convolution, others, flow);
  const last = spread?.at(-1);
  const uses = last === undefined ? undefined : readersOf(flow, last);
  if (spread === undefined || uses === undefined) return undefined;
  const { x, filter } = convolution.inputs;
  const gradients = uses.filter(({ op }) => op.startsWith('Conv2DBackprop'));
  const byFilter = gradients.filter(({ op, inputs }) => op === 'Conv2DBackpropFilter' && inputs['x'] === x);
  const byInput = gradients.filter(
    ({ op, inputs }) => op === 'Conv2DBackpropInput' && inputs['filter'] === filter,
  );
  const sums = uses.filter(isSumOfCells);
  const [first] = byFilter;
  if (first === undefined || byFilter.length > 1 || byInput.length > 1) return undefined;
  if (byFilter.length + byInput.length + sums.length < uses.length) return undefined;
  return { spread, byFilter: first, byInput: byInput[0], sums };
}

/** The gradient of the pooling and, where there is a relu, its slope and their product. */
function findSpread(
  { attrs }: Operation,
  others: readonly Operation[],
  flow: Dataflow,
): readonly Operation[] | undefined {
  const gradient = others.find(({ op }) => op === 'MaxPoolGrad');
  // What is in no memory cannot be what is spread, either.
  if (gradient === undefined || gradient.inputs['dy'] === gradient.inputs['input']) return undefined;
  if (activationOf(attrs) === 'linear') return others.length === 1 ? [gradient] : undefined;
  const slope = others.find(({ op, attrs: { alpha = 0 } }) => op === 'Step' && alpha === 0);
  if (others.length !== 2 || slope === undefined) return undefined;
  const [product, ...rest] = readersOf(flow, gradient) ?? [];
  const [same, ...more] = readersOf(flow, slope) ?? [];
  const isProduct = product?.op === 'Multiply' && product === same && rest.length + more.length === 0;
  return isProduct ? [gradient, slope, product] : undefined;
}

function isSumOfCells({ op, attrs }: Operation): boolean {
  const { axis, keepDims } = attrs as { axis: readonly number[]; keepDims: boolean };
  return op === 'Sum' && [axis].flat().join() === '0,1,2' && !keepDims;
}

/** Notes what stands in the place of each operation. */
function replacePooled(
  { convolution, pooling, backward }: Pooled,
  numbers: { next: number },
  instead: Map<Operation, readonly Operation[]>,
): void {
  const like = ({ shape, dtype }: Value): Value => ({ id: numbers.next++, shape, dtype });
  const { activation: _, ...convolutionAttrs } = convolution.attrs;
  const attrs = {
    convolution: convolutionAttrs,
    pooling: pooling.attrs,
    activation: activationOf(convolution.attrs),
  };
  const y = resultOf(pooling);
  const places: Value = { ...like(y), dtype: 'int32' };
  instead.set(convolution, []);
  instead.set(pooling, [{ op: 'PoolingConv2D', inputs: convolution.inputs, attrs, outputs: [y, places] }]);
  if (backward === undefined) return;
  const { spread, byFilter, byInput, sums } = backward;
  for (const operation of [...spread, byFilter, ...(byInput === undefined ? [] : [byInput])])
    instead.set(operation, []);
  const dy = spread[0]?.inputs['dy'] as number;
  const { x, filter } = convolution.inputs as { x: number; filter: number };
  const gradient: Operation = {
    op: 'PoolingConv2DGradient',
    inputs: { x, filter, y: y.id, places: places.id, dy },
    attrs: { ...attrs, withInput: byInput !== undefined },
    outputs: [resultOf(byFilter), ...(byInput === undefined ? [] : [resultOf(byInput)])],
  };
  instead.set(spread[0] as Operation, [gradient]);
  for (const sum of sums) {
    if (attrs.activation === 'linear') {
      instead.set(sum, [{ ...sum, inputs: { x: dy } }]);
      continue;
    }
    const [slope, product] = [like(y), like(y)];
    instead.set(sum, [
      { op: 'Step', inputs: { x: y.id }, attrs: { alpha: 0 }, outputs: [slope] },
      { op: 'Multiply', inputs: { a: dy, b: slope.id }, attrs: {}, outputs: [product] },
      { ...sum, inputs: { x: product.id } },
    ]);
  }
}
