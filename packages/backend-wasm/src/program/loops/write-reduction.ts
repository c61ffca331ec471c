import { type Body, type Operation, type Value, reductionAxes } from '@myelin/compiler';
import { type TensorDType, shapeSize, stridesOf } from '@myelin/core';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import { valueById } from './access.js';
import { type Accumulator, makeAccumulator } from './accumulator.js';
import { collapse } from './collapse.js';
import { LaneValues } from './lane-values.js';
import { type Pointer, advance, advanceBy, loadLanes, makePointers, writeAxes } from './pointers.js';
import { type Place, type Source, computing, sourcesOf } from './region.js';
import { addressOf, writeFixed } from './write-loop.js';
import { writeRange } from './work-range.js';

/** A reduction: where its operands are, and where its result goes. */
export interface ReductionRegion {
  readonly body: Body;
  readonly places: readonly Place[];
  readonly address: number;
}

/** The reduction among the operations of a body. */
function reductionOf(body: Body): Operation {
  return body.operations.find(({ op }) => op in reductionAxes) as Operation;
}

/** The axes that it reduces; none given means all. */
function reducedAxes({ op, attrs }: Operation, rank: number): number[] {
  const given = attrs[reductionAxes[op] ?? 'axis'] as number | readonly number[] | null | undefined;
  if (given === null || given === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  return (typeof given === 'number' ? [given] : given).map((axis) => (axis < 0 ? axis + rank : axis));
}

/** What the two stages of a reduction need to know of the loop. */
interface Nest {
  readonly code: FunctionBuilder;
  readonly values: LaneValues;
  readonly sizes: readonly number[];
  readonly kept: readonly number[];
  readonly reduced: readonly number[];
  readonly before: Stage;
  readonly after: Stage;
  readonly input: number;
  readonly output: Value;
  readonly target: Pointer;
  readonly makeAccumulator: () => Accumulator;
  readonly result: { readonly id: number; readonly dtype: TensorDType };
}

/** Operations and what they read. */
interface Stage {
  readonly operations: readonly Operation[];
  readonly streams: readonly { readonly source: Source; readonly pointer: Pointer }[];
}

/** Writes the loops of a reduction, for the share of the thread that runs it. */
export function writeReduction(code: FunctionBuilder, module: ModuleBuilder, region: ReductionRegion): void {
  const nest = makeNest(code, module, region);
  const { sizes, kept } = nest;
  const pointers = [...nest.before.streams, ...nest.after.streams].map(({ pointer }) => pointer);
  pointers.push(nest.target);
  const columns = kept.at(-1) === sizes.length - 1;
  if (columns) writeColumns(nest, pointers);
  else writeRows(nest, pointers);
}

function makeNest(
  code: FunctionBuilder,
  module: ModuleBuilder,
  { body, places, address }: ReductionRegion,
): Nest {
  const reduction = reductionOf(body);
  const output = reduction.outputs[0] as Value;
  const input = valueById(body, reduction.inputs['x'] as number);
  const { shape } = input;
  const axes = reducedAxes(reduction, shape.length);
  const all = computing(body);
  const place = all.indexOf(reduction);
  const beforeOps = all.slice(0, place);
  const afterOps = all.slice(place + 1);
  const result = valueById(body, body.results[0] as number);

  const beforeSources = sourcesOf(body, beforeOps, [input.id], shape, places);
  const afterSources = sourcesOf(body, afterOps, [], output.shape, places);
  // Strides over the axes of the result become strides over those of what is reduced.
  const widen = (own: readonly number[]): number[] => {
    const keepsAxes = output.shape.length === shape.length;
    let next = 0;
    return shape.map((_, axis) => {
      if (axes.includes(axis)) return 0;
      return (keepsAxes ? own[axis] : own[next++]) ?? 0;
    });
  };
  const lists = [
    ...beforeSources.map(({ strides }) => strides),
    ...afterSources.map(({ strides }) => widen(strides)),
    widen(stridesOf(output.shape)),
  ];
  const { sizes, strides, kinds } = collapse({
    sizes: shape,
    strides: lists,
    kinds: shape.map((_, axis) => axes.includes(axis)),
  });
  const isFixed = (i: number): boolean => (strides[i] ?? []).every((step) => step === 0);
  const values = new LaneValues(code, module);
  const sources = [...beforeSources, ...afterSources];
  sources.forEach((source, i) => {
    values.localOf(source.value.id, source.value.dtype);
    if (isFixed(i)) writeFixed(code, values, source);
  });
  values.localOf(output.id, output.dtype);
  values.prepare(beforeOps);
  values.prepare(afterOps);
  const streamsOf = (list: readonly Source[], from: number): Stage['streams'] =>
    list.flatMap((source, i) => {
      if (isFixed(from + i)) return [];
      const [pointer] = makePointers(code, [
        { address: addressOf(source), strides: strides[from + i] ?? [] },
      ]) as [Pointer];
      return [{ source, pointer }];
    });
  const [target] = makePointers(code, [{ address, strides: strides.at(-1) ?? [] }]) as [Pointer];
  const count = axes.reduce((product, axis) => product * (shape[axis] ?? 1), 1);
  return {
    code,
    values,
    sizes,
    kept: sizes.map((_, axis) => axis).filter((axis) => kinds[axis] !== true),
    reduced: sizes.map((_, axis) => axis).filter((axis) => kinds[axis] === true),
    before: { operations: beforeOps, streams: streamsOf(beforeSources, 0) },
    after: { operations: afterOps, streams: streamsOf(afterSources, beforeSources.length) },
    input: input.id,
    output,
    target,
    makeAccumulator: () => makeAccumulator(code, reduction.op, input.dtype, count),
    result: { id: result.id, dtype: result.dtype },
  };
}

/** The lanes lie along the last axis, which is reduced. */
function writeRows(nest: Nest, pointers: readonly Pointer[]): void {
  const { code, sizes, kept, reduced } = nest;
  const accumulator = nest.makeAccumulator();
  const last = reduced.at(-1);
  const one = (): void => {
    accumulator.clear();
    writeAxes(code, pointers, reduced.slice(0, -1), sizes, () => {
      if (last === undefined) takeIn(nest, accumulator, 0, true);
      else writeReducedAxis(nest, accumulator, pointers, last);
    });
    accumulator.finish(true);
    finish(nest, sizes.length - 1, true);
  };
  const [outer, ...rest] = kept;
  const { first, last: end } = writeRange(code, outer === undefined ? 1 : (sizes[outer] ?? 1));
  if (outer !== undefined) advanceBy(code, pointers, outer, first);
  code.countTo(
    first,
    () => code.get(end),
    1,
    () => {
      writeAxes(code, pointers, rest, sizes, one);
      if (outer !== undefined) advance(code, pointers, outer);
    },
  );
}

function writeReducedAxis(
  nest: Nest,
  accumulator: Accumulator,
  pointers: readonly Pointer[],
  axis: number,
): void {
  const { code, sizes } = nest;
  const size = sizes[axis] ?? 1;
  const whole = size - (size % 4);
  const index = code.local('i32');
  code.i32(0).set(index);
  for (const [bound, step] of [
    [whole, 4],
    [size, 1],
  ] as const) {
    if ((step === 4 ? 0 : whole) >= bound) continue;
    code.countTo(
      index,
      () => code.i32(bound),
      step,
      () => {
        takeIn(nest, accumulator, axis, step === 1);
        advance(code, pointers, axis, step);
      },
    );
  }
  advance(code, pointers, axis, -size);
}

/** Columns that are computed side by side, and the unit that threads share. */
const columnUnit = 16;

/** The lanes lie along the last axis, which is kept. */
function writeColumns(nest: Nest, pointers: readonly Pointer[]): void {
  const { code, sizes, kept, reduced } = nest;
  const last = sizes.length - 1;
  const size = sizes[last] ?? 1;
  const outer = kept.slice(0, -1);
  const canShift = pointers.every(({ strides }) => (strides[last] ?? 0) >= 0);
  const accumulators = Array.from({ length: canShift ? columnUnit / 4 : 1 }, () => nest.makeAccumulator());
  /** Computes some columns: one, or so many vectors of them. */
  const column = (count: number): void => {
    const only = count === 1;
    const vectors = accumulators.slice(0, only ? 1 : count / 4);
    for (const accumulator of vectors) accumulator.clear();
    writeAxes(code, pointers, reduced, sizes, () => {
      vectors.forEach((accumulator, i) => {
        takeIn(nest, accumulator, last, only, i);
      });
    });
    vectors.forEach((accumulator, i) => {
      accumulator.finish(false);
      finish(nest, last, only, i);
    });
    advance(code, pointers, last, count);
  };
  const index = code.local('i32');
  const columns = (pushFirst: () => void, pushLast: (bound: number) => void): void => {
    pushFirst();
    code.set(index);
    let done = 0;
    for (const count of canShift ? [columnUnit, 4, 1] : [4, 1]) {
      const bound = size - (size % count);
      if (bound === done) continue;
      done = bound;
      code.countTo(
        index,
        () => {
          pushLast(bound);
        },
        count,
        () => {
          column(count);
        },
      );
    }
  };
  const [first, ...rest] = outer;
  if (first === undefined) {
    const range = writeRange(code, Math.ceil(size / columnUnit));
    const from = code.local('i32');
    code.get(range.first).i32(columnUnit).op('i32.mul').set(from);
    advanceBy(code, pointers, last, from);
    columns(
      () => code.get(from),
      (bound) => {
        pushSmaller(code, range.last, columnUnit, bound);
      },
    );
    return;
  }
  const range = writeRange(code, sizes[first] ?? 1);
  advanceBy(code, pointers, first, range.first);
  code.countTo(
    range.first,
    () => code.get(range.last),
    1,
    () => {
      writeAxes(code, pointers, rest, sizes, () => {
        columns(
          () => code.i32(0),
          (bound) => code.i32(bound),
        );
        advance(code, pointers, last, -size);
      });
      advance(code, pointers, first);
    },
  );
}

/** Puts the smaller of `units · unit` and a bound on the stack. */
function pushSmaller(code: FunctionBuilder, units: Local, unit: number, bound: number): void {
  code.get(units).i32(unit).op('i32.mul').i32(bound);
  code.get(units).i32(unit).op('i32.mul').i32(bound).op('i32.lt_u').select();
}

/** Computes what is reduced at one place, or some vectors behind it, and takes it in. */
function takeIn(
  { code, values, before, input }: Nest,
  accumulator: Accumulator,
  axis: number,
  only: boolean,
  vectors = 0,
): void {
  read(code, values, shifted(before, axis, vectors), axis, only);
  values.compute(before.operations);
  accumulator.add(values.get(input), only);
}

/** Stores the result, which the accumulator has put on the stack. */
function finish(nest: Nest, axis: number, only: boolean, vectors = 0): void {
  const { code, values, after, output, result } = nest;
  const target = shift(nest.target, axis, vectors);
  code.set(values.get(output.id));
  read(code, values, shifted(after, axis, vectors), axis, only);
  values.compute(after.operations);
  code.get(target.local).get(values.get(result.id));
  values.encode(result.dtype);
  if (only) code.lane('v128.store32_lane', 0, target.offset);
  else code.memory('v128.store', target.offset);
}

/** The pointer some vectors further along an axis. */
function shift(pointer: Pointer, axis: number, vectors: number): Pointer {
  return { ...pointer, offset: pointer.offset + 16 * vectors * (pointer.strides[axis] ?? 0) };
}

function shifted(stage: Stage, axis: number, vectors: number): Stage {
  const streams = stage.streams.map((stream) => ({
    ...stream,
    pointer: shift(stream.pointer, axis, vectors),
  }));
  return { ...stage, streams };
}

function read(code: FunctionBuilder, values: LaneValues, stage: Stage, axis: number, only: boolean): void {
  for (const { source, pointer } of stage.streams) {
    loadLanes(code, pointer, axis, only);
    values.decode(source.value.dtype);
    code.set(values.get(source.value.id));
  }
}

/** How much a reduction reads. */
export function reductionWork(body: Body): number {
  return shapeSize(valueById(body, reductionOf(body).inputs['x'] as number).shape);
}
