import type { Operation } from '@myelin/compiler';
import { type TensorDType, stridesOf } from '@myelin/core';
import type { FunctionBuilder, Local } from '../assembler/function-builder.js';
import type { ModuleBuilder } from '../assembler/module-builder.js';
import { makeAccumulator } from './accumulator.js';
import { collapse } from './collapse.js';
import { LaneValues } from './lane-values.js';
import type { RowPass, RowPlan } from './plan-rows.js';
import { type Pointer, advance, advanceBy, loadLanes, writeAxes } from './pointers.js';
import { type Place, type Source, sourcesOf } from './region.js';
import { addressOf, writeFixed } from './write-loop.js';
import { writeRange } from './work-range.js';

/** A pass over rows: where its operands are, and where its results and what it keeps for a while go. */
export interface RowsRegion {
  readonly plan: RowPlan;
  readonly places: readonly Place[];
  readonly results: readonly { readonly address: number; readonly dtype: TensorDType }[];
  /** Puts the address of the scratch memory of the thread on the stack. */
  readonly scratch: ((code: FunctionBuilder) => void) | undefined;
}

/** Bytes of scratch memory for what is kept of a row. */
export function scratchOfRows({ shape, kept }: RowPlan): number {
  return kept.length * keptBytes(shape);
}

/** Whole vectors, in an odd number of cache lines. */
const keptBytes = (shape: readonly number[]): number => (Math.ceil((shape.at(-1) ?? 1) / 16) | 1) * 64;

/** A value in memory that differs from row to row or from column to column. */
interface Stream {
  readonly id: number;
  readonly dtype: TensorDType;
  readonly pointer: Pointer;
}

/** Writes the loop over the rows for the share of the thread that runs it, each row with all of its passes. */
export function writeRows(code: FunctionBuilder, module: ModuleBuilder, region: RowsRegion): void {
  const { plan, places, results, scratch } = region;
  const { shape, body, passes } = plan;
  const rows = shape.slice(0, -1);
  const all = passes.flatMap(({ numbers, columns, folds }) => [...numbers, ...columns, ...folds]);
  const values = new LaneValues(code, module);

  const isDropped = (operation: Operation): boolean =>
    plan.isDropped(operation) && operation.attrs['fold'] !== true;
  const sources = distinct([
    ...sourcesOf(
      body,
      all.filter((operation) => !isDropped(operation)),
      [],
      shape,
      places,
    ),
    ...sourcesOf(body, all.filter(isDropped), [], rows, places).map((source) => ({
      ...source,
      strides: [...source.strides, 0],
    })),
  ]);
  const ofResults = body.results.map((id) =>
    plan.isColumns(id) ? stridesOf(shape) : [...stridesOf(rows), 0],
  );
  const ofKept = shape.map((_, axis) => (axis === rows.length ? 1 : 0));
  const { sizes, strides } = collapse({
    sizes: shape,
    strides: [...sources.map((source) => source.strides), ...ofResults, ofKept],
    kinds: shape.map((_, axis) => axis === rows.length),
  });
  const last = sizes.length - 1;
  const pointers = new SharedPointers(code);
  const moving: Stream[] = [];
  sources.forEach((source, i) => {
    const { id, dtype } = source.value;
    const own = strides[i] ?? [];
    values.localOf(id, dtype);
    if (own.every((step) => step === 0)) writeFixed(code, values, source);
    else moving.push({ id, dtype, pointer: pointers.at(addressOf(source), own) });
  });
  const targets = body.results.map((id, i): Stream => {
    const { address, dtype } = results[i] as RowsRegion['results'][number];
    return { id, dtype, pointer: pointers.at(address, strides[sources.length + i] ?? []) };
  });
  const keptAt = scratch === undefined ? undefined : pointers.from(scratch, strides.at(-1) ?? []);
  const kept = plan.kept.map(({ id, dtype }, i): Stream => {
    const pointer = keptAt as Pointer;
    return { id, dtype, pointer: { ...pointer, offset: i * keptBytes(shape) } };
  });
  for (const { outputs } of all) for (const { id, dtype } of outputs) values.localOf(id, dtype);
  values.prepare(all.filter(({ attrs }) => attrs['fold'] !== true));

  const isAlong = ({ pointer }: Stream): boolean => (pointer.strides[last] ?? 0) !== 0;
  const row = new RowWriter(code, values, {
    columns: shape.at(-1) ?? 1,
    last,
    given: moving.filter(isAlong),
    down: [...targets.filter(({ id }) => plan.isColumns(id)), ...kept],
  });
  const { first, last: end } = writeRange(code, sizes[0] ?? 1);
  advanceBy(code, pointers.all, 0, first);
  const rest = sizes.map((_, axis) => axis).slice(1, -1);
  code.countTo(
    first,
    () => code.get(end),
    1,
    () => {
      writeAxes(code, pointers.all, rest, sizes, () => {
        for (const stream of moving) if (!isAlong(stream)) row.read(stream, true);
        for (const pass of passes) row.write(pass);
        for (const stream of targets) if (!plan.isColumns(stream.id)) row.put(stream, true);
      });
      advance(code, pointers.all, 0);
    },
  );
}

/** Each value once: numbers of rows may be read by columns and by numbers. */
function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.value.id, source])).values()];
}

/** Locals that walk through memory, one for all arrays that are walked through in step. */
class SharedPointers {
  readonly all: Pointer[] = [];
  readonly #code: FunctionBuilder;
  readonly #byStrides = new Map<string, Pointer>();

  constructor(code: FunctionBuilder) {
    this.#code = code;
  }

  /** A pointer from an address that is known. */
  at(address: number, strides: readonly number[]): Pointer {
    // Backwards, the local would be less than 0.
    if (strides.some((step) => step < 0)) return this.from((code) => code.i32(address), strides);
    const key = strides.join();
    const shared = this.#byStrides.get(key) ?? this.from((code) => code.i32(0), strides);
    this.#byStrides.set(key, shared);
    return { ...shared, offset: address };
  }

  from(pushAddress: (code: FunctionBuilder) => void, strides: readonly number[]): Pointer {
    const local = this.#code.local('i32');
    pushAddress(this.#code);
    this.#code.set(local);
    const pointer = { local, offset: 0, strides };
    this.all.push(pointer);
    return pointer;
  }
}

interface Row {
  readonly columns: number;
  /** The axis of the columns. */
  readonly last: number;
  /** Operands that differ from column to column. */
  readonly given: readonly Stream[];
  /** Where columns are put down. */
  readonly down: readonly Stream[];
}

/** Writes what is done with one row. */
class RowWriter {
  readonly #code: FunctionBuilder;
  readonly #values: LaneValues;
  readonly #row: Row;

  constructor(code: FunctionBuilder, values: LaneValues, row: Row) {
    this.#code = code;
    this.#values = values;
    this.#row = row;
  }

  read({ id, dtype, pointer }: Stream, only: boolean): void {
    loadLanes(this.#code, pointer, this.#row.last, only);
    this.#values.decode(dtype);
    this.#code.set(this.#values.get(id));
  }

  put({ id, dtype, pointer }: Stream, only: boolean): void {
    const code = this.#code.get(pointer.local).get(this.#values.get(id));
    this.#values.encode(dtype);
    if (only) code.lane('v128.store32_lane', 0, pointer.offset);
    else code.memory('v128.store', pointer.offset);
  }

  write(pass: RowPass): void {
    const { columns } = this.#row;
    this.#values.compute(pass.numbers);
    if (pass.folds.length + pass.down.length === 0) return;
    const accumulators = pass.folds.map(({ op, inputs, outputs: [output] }) => ({
      input: inputs['x'] as number,
      output: output?.id ?? -1,
      accumulator: makeAccumulator(this.#code, op, 'float32', columns),
    }));
    for (const { accumulator } of accumulators) accumulator.clear();
    this.#walk(pass, (only) => {
      for (const { accumulator, input } of accumulators) accumulator.add(this.#values.get(input), only);
    });
    for (const { accumulator, output } of accumulators) {
      accumulator.finish(true);
      this.#code.set(this.#values.get(output));
    }
  }

  /** Over all columns, four at a time, then the rest; the pointers return to the first. */
  #walk(pass: RowPass, takeIn: (only: boolean) => void): void {
    const { columns, last } = this.#row;
    const { reads, again, down } = this.#streamsOf(pass);
    const pointers = distinctLocals([...reads, ...again, ...down].map(({ pointer }) => pointer));
    const index = this.#code.local('i32');
    this.#code.i32(0).set(index);
    const whole = columns - (columns % 4);
    const run = (bound: number, step: 1 | 4): void => {
      this.#code.countTo(
        index,
        () => this.#code.i32(bound),
        step,
        () => {
          for (const stream of [...reads, ...again]) this.read(stream, step === 1);
          this.#values.compute(pass.columns);
          for (const stream of down) this.put(stream, step === 1);
          takeIn(step === 1);
          advance(this.#code, pointers, last, step);
        },
      );
    };
    if (whole > 0) run(whole, 4);
    if (whole < columns) run(columns, 1);
    advance(this.#code, pointers, last, -columns);
  }

  #streamsOf({ columns, folds, again, down }: RowPass) {
    const { given, down: places } = this.#row;
    const read = new Set([...columns, ...folds].flatMap(({ inputs }) => Object.values(inputs)));
    return {
      reads: given.filter(({ id }) => read.has(id)),
      again: again.map((id) => places.find((place) => place.id === id) as Stream),
      down: places.filter(({ id }) => down.includes(id)),
    };
  }
}

function distinctLocals(pointers: readonly Pointer[]): Pointer[] {
  return [...new Map(pointers.map((pointer): [Local, Pointer] => [pointer.local, pointer])).values()];
}
