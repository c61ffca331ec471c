import { shapeSize } from '@myelin/core';
import { type Body, type Operation, type Program, type Value, bodiesOf } from './ir.js';
import { isElementwise, reductionAxes } from './op-classes.js';
import type { ScanAttrs } from './structure.js';

/** What a program has to do for one step. */
export interface Cost {
  /** Additions, multiplications and functions of floating-point numbers, each counted as one. */
  readonly flop: number;
  /** Bytes that operations read and write, as if nothing stayed in a cache. */
  readonly bytes: number;
}

const bytesOfElement = 4;
/** A maximum, a difference, an exponential, a sum and a quotient. */
const flopOfSoftmax = 5;
/** Functions, products and sums that a unit of a recurrence takes beside the products of matrices. */
const flopOfUnit: Readonly<Record<string, number>> = {
  LstmSequence: 9,
  GruSequence: 10,
  SimpleRnnSequence: 2,
};

/**
 * Counts the work of a program: a product of `[m, k]` and `[k, n]` takes `2 · m · k · n`, a convolution twice the size of
 * its result for every element of a filter, whatever it is that computes them; moving elements takes nothing.
 */
export function costOf(program: Program): Cost {
  const values = new Map(program.leaves.map(({ value }) => [value.id, value]));
  return costOfAll(program.operations, values);
}

type Values = Map<number, Value>;

function costOfAll(operations: readonly Operation[], values: Values): Cost {
  let [flop, bytes] = [0, 0];
  for (const operation of operations) {
    for (const value of operation.outputs) values.set(value.id, value);
    flop += flopOf(operation, values);
    if (operation.op !== 'Reshape' && operation.op !== 'Identity') bytes += bytesOf(operation, values);
  }
  return { flop, bytes };
}

function bytesOf({ inputs, outputs }: Operation, values: Values): number {
  const given = Object.values(inputs).map((id) => values.get(id) as Value);
  return [...given, ...outputs].reduce((sum, { shape }) => sum + bytesOfElement * shapeSize(shape), 0);
}

function flopOf(operation: Operation, values: Values): number {
  const { op, inputs, attrs, outputs } = operation;
  const size = (name: string): number => shapeSize(shapeOf(name));
  const shapeOf = (name: string): readonly number[] => values.get(inputs[name] as number)?.shape ?? [];
  const result = shapeSize(outputs[0]?.shape ?? []);
  const withEpilogue = inputs['bias'] === undefined ? 0 : result;
  if (isElementwise(op)) return result;
  if (Object.hasOwn(reductionAxes, op)) return size('x');
  switch (op) {
    case 'BatchMatMul':
    case '_FusedMatMul':
      return 2 * result * (shapeOf('a').at(attrs['transposeA'] === true ? -2 : -1) ?? 1) + withEpilogue;
    case 'PermutedMatMul': {
      const perm = attrs['permA'] as readonly number[];
      return 2 * result * (shapeOf('a')[perm.at(attrs['transposeA'] === true ? -2 : -1) ?? 0] ?? 1);
    }
    case 'Conv2D':
    case 'FusedConv2D':
    case 'Conv3D':
      return 2 * result * shapeSize(shapeOf('filter').slice(0, -1)) + withEpilogue;
    case 'DepthwiseConv2dNative':
    case 'FusedDepthwiseConv2D':
      return 2 * result * shapeSize(shapeOf('filter').slice(0, 2)) + withEpilogue;
    case 'Conv2DBackpropInput':
    case 'Conv3DBackpropInputV2':
      return 2 * size('dy') * shapeSize(shapeOf('filter').slice(0, -1));
    case 'Conv2DBackpropFilter':
    case 'Conv3DBackpropFilterV2':
      return 2 * size('dy') * shapeSize((outputs[0]?.shape ?? []).slice(0, -1));
    case 'DepthwiseConv2dNativeBackpropInput':
      return 2 * size('dy') * shapeSize(shapeOf('filter').slice(0, 2));
    case 'DepthwiseConv2dNativeBackpropFilter':
      return 2 * size('dy') * shapeSize((outputs[0]?.shape ?? []).slice(0, 2));
    case 'PoolingConv2D':
    case 'PoolingConv2DGradient':
      return flopOfPooling(operation, shapeOf);
    case 'Softmax':
    case 'LogSoftmax':
      return flopOfSoftmax * result;
    case 'MaxPool':
    case 'AvgPool':
    case 'MaxPool3D':
    case 'AvgPool3D':
      return size('x');
    case 'LstmSequence':
    case 'GruSequence':
    case 'SimpleRnnSequence':
      return flopOfRecurrence(op, size('projected'), shapeOf('recurrentKernel'));
    case 'LstmSequenceGradient':
    case 'GruSequenceGradient':
    case 'SimpleRnnSequenceGradient':
      return flopOfRecurrence(op.replace('Gradient', ''), result, shapeOf('recurrentKernel'));
    default:
      return flopOfBodies(operation);
  }
}

/** A convolution of as many windows as there are before the pooling; backward once for the filter, once for the input. */
function flopOfPooling(
  { attrs, inputs, outputs }: Operation,
  shapeOf: (name: string) => readonly number[],
): number {
  const filter = shapeOf('filter');
  const pooled = 'y' in inputs ? shapeOf('y') : (outputs[0]?.shape ?? []);
  const { strides } = attrs['pooling'] as { strides: number | readonly number[] };
  const [down = 1, along = down] = typeof strides === 'number' ? [strides, strides] : strides;
  const convolved = shapeSize(pooled) * down * along;
  return 2 * convolved * shapeSize(filter.slice(0, -1)) * ('y' in inputs ? outputs.length : 1);
}

/** The products of all steps and what each unit takes; `gates` is the size of what every step is given. */
function flopOfRecurrence(op: string, gates: number, [units = 1, width = 1]: readonly number[]): number {
  return 2 * gates * units + ((flopOfUnit[op] ?? 0) * gates * units) / width;
}

/** A `Scan` runs its body once for each step, a `Cond` at most the longer of two; of a `While` nobody knows how often. */
function flopOfBodies(operation: Operation): number {
  const { op, attrs } = operation;
  const bodies = bodiesOf(operation).map(([, body]) => flopOfBody(body));
  if (op === 'Cond') return Math.max(...bodies);
  const turns = op === 'Scan' ? (attrs as unknown as ScanAttrs).length : 1;
  return turns * bodies.reduce((sum, flop) => sum + flop, 0);
}

function flopOfBody({ parameters, operations }: Body): number {
  return costOfAll(operations, new Map(parameters.map((value) => [value.id, value]))).flop;
}
