import type { Body, Operation, Program, Value } from '@myelin/compiler';
import { TraceError, type Variable, detailsOf } from '@myelin/core';
import type { SimdVariant } from '../native/load-native.js';
import type { NativeKernels } from '../native/native-kernels.js';
import type { FunctionBuilder } from './assembler/function-builder.js';
import { ModuleBuilder } from './assembler/module-builder.js';
import { thread } from './loops/work-range.js';
import type { Place } from './loops/region.js';
import { bytesOf } from './memory/elements.js';
import { type MemorySurroundings, ProgramMemory, isAlias } from './memory/program-memory.js';
import { type BodyPlace, type Lowering, type Stage, worksIn } from './operations/lowering.js';
import { moveValues } from './operations/move-values.js';
import { lowerOf } from './operations/table.js';
import { barrierBytes, findDead, writeBarrier } from './barrier.js';
import { importBatchRows, jobWords, writeRun } from './write-run.js';
import { writeStep } from './write-step.js';

/** What a program finds in place before it can be written. */
export interface Surroundings extends MemorySurroundings {
  readonly kernels: NativeKernels;
  /** The instructions that the kernels are made of, and so the program. */
  readonly simd: SimdVariant;
  /** Whether V8 computes two vectors at once. */
  readonly wide: boolean;
  /** How many threads there may be. */
  readonly threads: number;
  /** The address of a number that is not 0 once a thread has died; 0 where there is only one thread. */
  readonly failed: number;
}

/** A program as a WebAssembly module, with the addresses that are part of it. */
export interface LoweredProgram {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Those inputs of the step that it reads, and which they are. */
  readonly inputs: readonly { readonly address: number; readonly index: number }[];
  /** The address of the words that say what a run is to do: see `jobWords`. */
  readonly job: number;
  readonly outputs: readonly { readonly value: Value; readonly address: number }[];
  /** The variables that it reads or changes. */
  readonly variables: readonly Variable[];
  /** Those that it changes. */
  readonly changed: readonly Variable[];
  /** Where threads meet, which has to be zeros when a run begins; undefined where there is only one thread. */
  readonly barrier: { readonly address: number; readonly byteLength: number } | undefined;
  /** The address of a number that is -1 after a step, or tells which of `checks` failed. */
  readonly fault: number;
  readonly checks: readonly string[];
  readonly stages: number;
  /** Stages that threads share. */
  readonly parallelStages: number;
  /** The kernels that it calls, and from how many places. */
  readonly calls: ReadonlyMap<string, number>;
  /** Bytes that it has taken of the arena, without variables. */
  readonly ownBytes: number;
  /** What it has taken of the arena. */
  readonly addresses: readonly number[];
}

/**
 * Writes a program as one WebAssembly module with the export `run(thread, threads)`.
 *
 * @throws TraceError for what it cannot compute, MemoryError when memory runs out; only variables keep their places then.
 */
export function lowerProgram(program: Program, surroundings: Surroundings): LoweredProgram {
  const writer = new ProgramWriter(program, surroundings);
  try {
    return writer.write();
  } catch (error) {
    writer.release();
    throw error;
  }
}

class ProgramWriter implements Lowering {
  readonly module: ModuleBuilder;
  readonly kernels: NativeKernels;
  readonly #program: Program;
  readonly #surroundings: Surroundings;
  readonly #memory: ProgramMemory;
  readonly #checks: string[] = [];
  #barrier: LoweredProgram['barrier'];
  #scratchBytes = 0;
  #scratchAddress = 0;

  get hasMultiplyAdd(): boolean {
    return this.#surroundings.simd === 'relaxed';
  }

  get wide(): boolean {
    return this.#surroundings.wide;
  }

  constructor(program: Program, surroundings: Surroundings) {
    this.#program = program;
    this.#surroundings = surroundings;
    this.#memory = new ProgramMemory(program, surroundings);
    this.kernels = surroundings.kernels;
    this.module = new ModuleBuilder(surroundings.arena.isShared);
  }

  write(): LoweredProgram {
    const { leaves, operations, outputs, updates } = this.#program;
    const memory = this.#memory;
    memory.place();
    const fault = memory.allocate(4);
    const stages = [...this.lower(operations), ...this.#copies()];
    const work = stages.flatMap(worksIn);
    const { threads, failed, arena } = this.#surroundings;
    this.#scratchAddress = memory.allocate(threads * this.#scratchBytes);
    const inputs = leaves.filter((leaf) => leaf.kind === 'input');
    const jobLength = jobWords.data + inputs.length;
    const job = memory.allocate(4 * jobLength);
    arena.integers(job, jobLength).fill(0);
    const barrier = threads > 1 ? writeBarrier(this.module, this.#placeBarrier(threads), failed) : undefined;
    const check = (what: string): number => this.#checks.push(what) - 1;
    const batchRows = importBatchRows(this.module);
    const step = writeStep(this.module, stages, { fault, barrier, check });
    writeRun(this.module, {
      step,
      batchRows,
      barrier,
      job,
      fault,
      inputs: inputs.map(({ value: { id, shape } }) => ({
        address: this.address(id),
        rows: shape[0] ?? 1,
        rowBytes: bytesOf({ shape: shape.slice(1) }),
      })),
    });
    const placed = (id: number): { value: Value; address: number } => ({
      value: this.valueOf(id),
      address: this.address(id),
    });
    const calls = new Map(this.module.calls);
    calls.delete(findDead);
    return {
      bytes: this.module.encode(),
      inputs: inputs.map(({ value, index }) => ({ address: this.address(value.id), index })),
      job,
      outputs: outputs.map(placed),
      variables: memory.variables,
      changed: updates.map(({ variable }) => variable),
      barrier: this.#barrier,
      fault,
      checks: this.#checks,
      stages: work.length,
      parallelStages: work.filter(({ parallel }) => parallel).length,
      calls,
      ownBytes: memory.bytes,
      addresses: memory.allocated,
    };
  }

  release(): void {
    this.#memory.release();
  }

  lower(operations: readonly Operation[]): readonly Stage[] {
    return operations
      .filter((operation) => !isAlias(operation))
      .flatMap((operation) => this.#lowerOne(operation));
  }

  placeBody(body: Body, parameters: readonly BodyPlace[]): void {
    this.#memory.placeBody(body, parameters);
  }

  /** An operation as stages; what it cannot do is told with the layer that asked for it. */
  #lowerOne(operation: Operation): readonly Stage[] {
    try {
      return lowerOf(operation)(operation, this);
    } catch (error) {
      if (!(error instanceof TraceError)) throw error;
      const layer = layerOf(operation, this.#program);
      const who = layer === undefined ? operation.op : `${operation.op} in ${layer}`;
      throw new TraceError({
        ...detailsOf(error),
        who: `the ${this.#program.name} step, ${who}`,
        cause: error,
      });
    }
  }

  valueOf(id: number): Value {
    return this.#memory.valueOf(id);
  }

  address(id: number): number {
    return this.#memory.address(id);
  }

  place(id: number): Place {
    return this.#memory.placeOf(id);
  }

  table(words: readonly number[]): number {
    return this.#memory.table(words);
  }

  shared(byteLength: number): number {
    return this.#memory.allocate(byteLength);
  }

  scratch(byteLength: number): (code: FunctionBuilder) => void {
    // Odd numbers of cache lines: threads at equal distances of 4 KB would push each other out of the cache.
    this.#scratchBytes = Math.max(this.#scratchBytes, (Math.ceil(byteLength / 64) | 1) * 64);
    return (code) => {
      code.get(thread).i32(this.#scratchBytes).op('i32.mul').i32(this.#scratchAddress).op('i32.add');
    };
  }

  #placeBarrier(threads: number): number {
    const byteLength = barrierBytes(threads);
    const address = this.#memory.allocate(byteLength);
    this.#surroundings.arena.integers(address, byteLength / 4).fill(0);
    this.#barrier = { address, byteLength };
    return address;
  }

  /** New values of variables that were not computed in their places. */
  #copies(): readonly Stage[] {
    const { addressOf } = this.#surroundings;
    const moves = this.#program.updates.map(({ variable, value }) => ({
      from: this.address(value),
      to: addressOf(variable),
      byteLength: bytesOf(variable),
    }));
    return moveValues(moves, (byteLength) => this.#memory.allocate(byteLength));
  }
}

/** The layer in whose call an operation was recorded; of a gradient, that of what it computes with. */
function layerOf({ layer, inputs }: Operation, { operations }: Program): string | undefined {
  if (layer !== undefined) return layer;
  const operands = new Set(Object.values(inputs));
  return operations.find(
    (other) => other.layer !== undefined && other.outputs.some(({ id }) => operands.has(id)),
  )?.layer;
}
