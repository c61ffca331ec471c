import type { Body } from '@myelin/compiler';
import { type TensorDType, shapeSize, stridesOf } from '@myelin/core';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import { collapse } from './collapse.js';
import { LaneValues } from './lane-values.js';
import { type Pointer, advance, advanceBy, loadLanes, makePointers, writeAxes } from './pointers.js';
import { type Place, type Source, computing, sourcesOf } from './region.js';
import { unitElements, writeRange } from './work-range.js';

/** A loop over a shape: where its operands are, and where each of its results goes. */
export interface LoopRegion {
  readonly body: Body;
  readonly shape: readonly number[];
  readonly places: readonly Place[];
  readonly results: readonly { readonly address: number; readonly dtype: TensorDType }[];
  /** Elements from one index to the next along each axis of the results; those of whole arrays if left out. */
  readonly resultStrides?: readonly number[];
  /** Which elements are computed, if they are not the share of the thread; all operands then lie as the results do. */
  readonly walk?: Walk;
}

/** A way through the elements of a region that the caller knows. */
export interface Walk {
  /** The place in bytes of the next elements; operands that have a local of their own are not moved with it. */
  readonly position: Local;
  /** @param turn - writes what computes the next four elements, or one of them `only`; it moves nothing. */
  readonly write: (turn: (only: boolean) => void) => void;
}

/** A source that lies in memory and differs from index to index. */
interface Stream {
  readonly source: Source;
  readonly pointer: Pointer;
}

/** Writes a loop that computes every result of the region, for the share of the thread that runs it. */
export function writeLoop(code: FunctionBuilder, module: ModuleBuilder, region: LoopRegion): void {
  const { body, shape, places, results } = region;
  const operations = computing(body);
  const sources = sourcesOf(body, operations, body.results, shape, places);
  const resultStrides = region.resultStrides ?? stridesOf(shape);
  const { sizes: axes, strides } = collapse({
    sizes: shape,
    strides: [...sources.map((source) => source.strides), ...results.map(() => resultStrides)],
    kinds: shape.map(() => false),
  });
  const sizes = axes.length === 0 ? [1] : axes;
  const values = new LaneValues(code, module);
  const isFixed = (i: number): boolean => (strides[i] ?? []).every((step) => step === 0);
  sources.forEach((source, i) => {
    values.localOf(source.value.id, source.value.dtype);
    if (isFixed(i) && shapeSize(shape) >= 1) writeFixed(code, values, source);
  });
  values.prepare(operations);

  const inner = sizes.length - 1;
  const moving = sources.map((source, i) => ({ source, i })).filter(({ i }) => !isFixed(i));
  const arrays = [
    ...moving.map(({ source, i }) => ({
      address: addressOf(source),
      strides: strides[i] ?? [],
      local: 'local' in source.place ? source.place.local : undefined,
    })),
    ...results.map(({ address }, i) => ({ address, strides: strides[sources.length + i] ?? [] })),
  ];
  const contiguous =
    sizes.length === 1 && arrays.every((array) => (array.strides[0] ?? 1) === 1 || sizes[0] === 1);
  const pointers = contiguous
    ? sharedPointer(code, arrays, region.walk?.position)
    : makePointers(code, arrays);
  const streams: Stream[] = moving.map(({ source }, i) => ({ source, pointer: pointers[i] as Pointer }));
  const targets = pointers.slice(moving.length);

  const inVectors = targets.every(({ strides: own }) => (own[inner] ?? 1) === 1);
  const turn = (only: boolean): void => {
    for (const { source, pointer } of streams) {
      loadLanes(code, pointer, inner, only);
      values.decode(source.value.dtype);
      code.set(values.get(source.value.id));
    }
    values.compute(operations);
    body.results.forEach((id, i) => {
      const { local, offset } = targets[i] as Pointer;
      code.get(local).get(values.get(id));
      values.encode(results[i]?.dtype ?? 'float32');
      if (only) code.lane('v128.store32_lane', 0, offset);
      else code.memory('v128.store', offset);
    });
  };

  if (sizes.length === 1) {
    const moved = [...new Map(pointers.map((pointer) => [pointer.local, pointer])).values()];
    if (region.walk === undefined) writeRow(code, moved, sizes[0] ?? 1, inVectors, turn);
    else region.walk.write(turn);
    return;
  }
  const { first, last } = writeRange(code, sizes[0] ?? 1);
  advanceBy(code, pointers, 0, first);
  code.countTo(
    first,
    () => code.get(last),
    1,
    () => {
      writeAxes(code, pointers, sizes.map((_, axis) => axis).slice(1, -1), sizes, () => {
        writeInner(code, pointers, inner, sizes[inner] ?? 1, inVectors, turn);
      });
      advance(code, pointers, 0);
    },
  );
}

/** Reads what is equal for the whole loop. */
export function writeFixed(code: FunctionBuilder, values: LaneValues, source: Source): void {
  const { place, value } = source;
  if ('number' in place) {
    if (value.dtype === 'float32') code.f32(place.number).simd('f32x4.splat');
    else code.i32(place.number).simd('i32x4.splat');
  } else code.i32(addressOf(source)).memory('v128.load32_splat');
  values.decode(value.dtype);
  code.set(values.get(value.id));
}

/** The address of the first element that is read. */
export function addressOf({ place, offset }: Source): number {
  return ('address' in place ? place.address : 0) + 4 * offset;
}

/** One local for arrays that are read in step, whose addresses become part of the instructions; some have their own. */
function sharedPointer(
  code: FunctionBuilder,
  arrays: readonly {
    readonly address: number;
    readonly strides: readonly number[];
    readonly local?: Local | undefined;
  }[],
  position: Local | undefined,
): Pointer[] {
  const shared = position ?? code.local('i32');
  if (position === undefined) code.i32(0).set(shared);
  return arrays.map(({ address, strides, local = shared }) => ({ local, offset: address, strides }));
}

/** The only axis: each thread takes whole units, the last one the rest too. */
function writeRow(
  code: FunctionBuilder,
  pointers: readonly Pointer[],
  size: number,
  inVectors: boolean,
  turn: (only: boolean) => void,
): void {
  const { first, last } = writeRange(code, Math.ceil(size / unitElements));
  const index = code.local('i32');
  const end = code.local('i32');
  const atMost = (bound: number): void => {
    code.get(last).i32(unitElements).op('i32.mul').setAtMost(end, bound);
  };
  code.get(first).i32(unitElements).op('i32.mul').set(index);
  advanceBy(code, pointers, 0, index);
  const whole = inVectors ? size - (size % 4) : 0;
  if (whole > 0) {
    atMost(whole);
    code.countTo(
      index,
      () => code.get(end),
      4,
      () => {
        turn(false);
        advance(code, pointers, 0, 4);
      },
    );
  }
  if (whole < size) {
    atMost(size);
    code.countTo(
      index,
      () => code.get(end),
      1,
      () => {
        turn(true);
        advance(code, pointers, 0);
      },
    );
  }
}

/** A whole axis, four elements at a time, then the rest; the pointers return to its start. */
function writeInner(
  code: FunctionBuilder,
  pointers: readonly Pointer[],
  axis: number,
  size: number,
  inVectors: boolean,
  turn: (only: boolean) => void,
): void {
  const index = code.local('i32');
  const whole = inVectors ? size - (size % 4) : 0;
  code.i32(0).set(index);
  const run = (bound: number, step: number): void => {
    code.countTo(
      index,
      () => code.i32(bound),
      step,
      () => {
        turn(step === 1);
        advance(code, pointers, axis, step);
      },
    );
  };
  if (whole > 0) run(whole, 4);
  if (whole < size) run(size, 1);
  advance(code, pointers, axis, -size);
}
