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
  readonly write: (turn: Turn) => void;
}

/** What a loop is written for. */
export interface LoopTarget {
  readonly module: ModuleBuilder;
  /** Whether the engine computes two vectors at once, if they stand side by side. */
  readonly wide: boolean;
}

/** Elements that one turn of a loop computes: one, a vector, or two vectors. */
type TurnSize = 1 | 4 | 8;

/** Writes what computes the next elements; it moves nothing. */
export interface Turn {
  (count: TurnSize): void;
  /** The sizes to use, the largest first. */
  readonly sizes: readonly TurnSize[];
}

/** A source that lies in memory and differs from index to index. */
interface Stream {
  readonly source: Source;
  readonly pointer: Pointer;
}

/** Writes a loop that computes every result of the region, for the share of the thread that runs it. */
export function writeLoop(code: FunctionBuilder, { module, wide }: LoopTarget, region: LoopRegion): void {
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

  const stepOf = ({ strides: own }: Pointer): number => own[inner] ?? 1;
  const inVectors = targets.every((target) => stepOf(target) === 1);
  const inPairs =
    wide && inVectors && !values.calls && streams.every(({ pointer }) => [0, 1].includes(stepOf(pointer)));
  const fixed = sources.filter((_, i) => isFixed(i)).map(({ value }) => value.id);
  const vectors = inPairs ? [values, values.next(fixed)] : [values];
  const write = (count: TurnSize): void => {
    const taken = vectors.slice(0, Math.ceil(count / 4));
    // Two vectors become one where nothing is stored between them.
    taken.forEach((own, v) => {
      for (const { source, pointer } of streams) {
        loadLanes(
          code,
          { ...pointer, offset: pointer.offset + 16 * v * stepOf(pointer) },
          inner,
          count === 1,
        );
        own.decode(source.value.dtype);
        code.set(own.get(source.value.id));
      }
      own.compute(operations);
    });
    body.results.forEach((id, i) => {
      taken.forEach((own, v) => {
        const { local, offset } = targets[i] as Pointer;
        code.get(local).get(own.get(id));
        own.encode(results[i]?.dtype ?? 'float32');
        if (count === 1) code.lane('v128.store32_lane', 0, offset);
        else code.memory('v128.store', offset + 16 * v);
      });
    });
  };
  const sizesOfTurns: readonly TurnSize[] = inPairs ? [8, 4, 1] : inVectors ? [4, 1] : [1];
  const turn: Turn = Object.assign(write, { sizes: sizesOfTurns });

  if (sizes.length === 1) {
    const moved = [...new Map(pointers.map((pointer) => [pointer.local, pointer])).values()];
    if (region.walk === undefined) writeRow(code, moved, sizes[0] ?? 1, turn);
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
        writeInner(code, pointers, inner, sizes[inner] ?? 1, turn);
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
function writeRow(code: FunctionBuilder, pointers: readonly Pointer[], size: number, turn: Turn): void {
  const { first, last } = writeRange(code, Math.ceil(size / unitElements));
  const index = code.local('i32');
  const end = code.local('i32');
  code.get(first).i32(unitElements).op('i32.mul').set(index);
  advanceBy(code, pointers, 0, index);
  for (const { bound, count } of spansOf(size, turn)) {
    code.get(last).i32(unitElements).op('i32.mul').setAtMost(end, bound);
    code.countTo(
      index,
      () => code.get(end),
      count,
      () => {
        turn(count);
        advance(code, pointers, 0, count);
      },
    );
  }
}

/** A whole axis; the pointers return to its start. */
function writeInner(
  code: FunctionBuilder,
  pointers: readonly Pointer[],
  axis: number,
  size: number,
  turn: Turn,
): void {
  const index = code.local('i32');
  code.i32(0).set(index);
  for (const { bound, count } of spansOf(size, turn)) {
    code.countTo(
      index,
      () => code.i32(bound),
      count,
      () => {
        turn(count);
        advance(code, pointers, axis, count);
      },
    );
  }
  advance(code, pointers, axis, -size);
}

/** Up to where an axis is computed in turns of each size: as far as the largest goes, then the next. */
export function spansOf(
  size: number,
  { sizes }: Turn,
): { readonly bound: number; readonly count: TurnSize }[] {
  const spans: { bound: number; count: TurnSize }[] = [];
  for (const count of sizes) {
    const bound = size - (size % count);
    if (bound > (spans.at(-1)?.bound ?? 0)) spans.push({ bound, count });
  }
  return spans;
}
