import {
  type Leaf,
  type Operation,
  type Place as PlannedPlace,
  type Program,
  type Value,
  planMemory,
} from '@myelin/compiler';
import { type Variable, shapeSize } from '@myelin/core';
import type { NativeKernels } from '../native/native-kernels.js';
import type { FunctionBuilder } from './assembler/function-builder.js';
import { ModuleBuilder } from './assembler/module-builder.js';
import { thread } from './loops/work-range.js';
import type { Arena } from './memory/arena.js';
import { elementBytes } from './memory/elements.js';
import type { Lowering, Stage } from './operations/lowering.js';
import { lowerOf } from './operations/table.js';
import { barrierBytes, writeBarrier } from './barrier.js';
import { importBatchRows, jobWords, writeRun } from './write-run.js';
import { writeStep } from './write-step.js';

/** What a program finds in place before it can be written. */
export interface Surroundings {
  readonly arena: Arena;
  readonly kernels: NativeKernels;
  /** How many threads there may be. */
  readonly threads: number;
  /** The address of a number that is not 0 once a thread has died; 0 where there is only one thread. */
  readonly failed: number;
  readonly addressOf: (variable: Variable) => number;
  /** Bytes that the place of a variable will take; 0 if it has one. */
  readonly bytesToPlace: (variable: Variable) => number;
}

/** A program as a WebAssembly module, with the addresses that are part of it. */
export interface LoweredProgram {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inputs: readonly { readonly value: Value; readonly address: number }[];
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

const isAlias = ({ op }: Operation): boolean => ['Reshape', 'Identity', 'ExpandDims'].includes(op);

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
  readonly #values = new Map<number, Value>();
  readonly #addresses = new Map<number, number>();
  readonly #constants = new Map<number, number>();
  readonly #allocated: number[] = [];
  readonly #checks: string[] = [];
  #barrier: LoweredProgram['barrier'];
  #ownBytes = 0;
  #scratchBytes = 0;
  #scratchAddress = 0;

  constructor(program: Program, surroundings: Surroundings) {
    this.#program = program;
    this.#surroundings = surroundings;
    this.kernels = surroundings.kernels;
    this.module = new ModuleBuilder(surroundings.threads > 1);
  }

  write(): LoweredProgram {
    const { leaves, operations, outputs, updates } = this.#program;
    for (const { value } of leaves) this.#values.set(value.id, value);
    for (const operation of operations) {
      for (const value of operation.outputs) this.#values.set(value.id, value);
    }
    this.#place();
    const fault = this.#allocate(4);
    const stages = operations
      .filter((operation) => !isAlias(operation))
      .flatMap((operation) => lowerOf(operation)(operation, this));
    stages.push(...this.#copies());
    const { threads, failed, arena } = this.#surroundings;
    this.#scratchAddress = this.#allocate(threads * this.#scratchBytes);
    const inputs = leaves.flatMap((leaf) => (leaf.kind === 'input' ? [leaf.value] : []));
    const jobLength = jobWords.data + inputs.length;
    const job = this.#allocate(4 * jobLength);
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
      inputs: inputs.map(({ id, shape }) => ({
        address: this.address(id),
        rows: shape[0] ?? 1,
        rowBytes: elementBytes * shapeSize(shape.slice(1)),
      })),
    });
    const placed = (id: number): { value: Value; address: number } => ({
      value: this.valueOf(id),
      address: this.address(id),
    });
    return {
      bytes: this.module.encode(),
      inputs: inputs.map(({ id }) => placed(id)),
      job,
      outputs: outputs.map(placed),
      variables: this.#variables(),
      changed: updates.map(({ variable }) => variable),
      barrier: this.#barrier,
      fault,
      checks: this.#checks,
      stages: stages.length,
      parallelStages: stages.filter(({ parallel }) => parallel).length,
      calls: this.module.calls,
      ownBytes: this.#ownBytes,
      addresses: this.#allocated,
    };
  }

  release(): void {
    for (const address of this.#allocated) this.#surroundings.arena.free(address);
  }

  valueOf(id: number): Value {
    return this.#values.get(id) as Value;
  }

  address(id: number): number {
    return this.#addresses.get(id) as number;
  }

  place(id: number): { address: number } | { number: number } {
    const number = this.#constants.get(id);
    return number === undefined ? { address: this.address(id) } : { number };
  }

  table(words: readonly number[]): number {
    const address = this.#allocate(4 * words.length);
    this.#surroundings.arena.integers(address, words.length).set(words);
    return address;
  }

  shared(byteLength: number): number {
    return this.#allocate(byteLength);
  }

  scratch(byteLength: number): (code: FunctionBuilder) => void {
    // Odd numbers of cache lines: threads at equal distances of 4 KB would push each other out of the cache.
    this.#scratchBytes = Math.max(this.#scratchBytes, (Math.ceil(byteLength / 64) | 1) * 64);
    return (code) => {
      code.get(thread).i32(this.#scratchBytes).op('i32.mul').i32(this.#scratchAddress).op('i32.add');
    };
  }

  get #who(): string {
    return `the ${this.#program.name} step`;
  }

  #placeBarrier(threads: number): number {
    const byteLength = barrierBytes(threads);
    const address = this.#allocate(byteLength);
    this.#surroundings.arena.integers(address, byteLength / 4).fill(0);
    this.#barrier = { address, byteLength };
    return address;
  }

  #allocate(byteLength: number): number {
    const address = this.#surroundings.arena.allocate(byteLength, this.#who);
    this.#allocated.push(address);
    this.#ownBytes += byteLength;
    return address;
  }

  /** Finds the address of every value, and puts constants into memory. */
  #place(): void {
    const { addressOf } = this.#surroundings;
    const program = this.#program;
    const { places, peak } = planMemory(program, {
      sizeOf: bytesOf,
      alignment: 64,
      aliases: (operation) => (isAlias(operation) ? Object.values(operation.inputs)[0] : undefined),
    });
    this.#reserve(peak);
    const base = this.#allocate(peak);
    const leaves = new Map<Leaf, number>();
    const leafAddress = (leaf: Leaf): number => {
      let address = leaves.get(leaf);
      if (address === undefined) {
        address = leaf.kind === 'state' ? addressOf(leaf.variable) : this.#holdLeaf(leaf);
        leaves.set(leaf, address);
      }
      return address;
    };
    const locate = (place: PlannedPlace): number => {
      if (place.kind === 'memory') return base + place.offset;
      return place.kind === 'variable' ? addressOf(place.variable) : leafAddress(place.leaf);
    };
    for (const [id, place] of places) this.#addresses.set(id, locate(place));
    for (const leaf of program.leaves) {
      if (leaf.kind === 'const' && leaf.data.length === 1 && leaf.value.shape.length === 0) {
        this.#constants.set(leaf.value.id, Number(leaf.data[0]));
      }
    }
  }

  /** Makes sure that there is memory for values, constants and variables before any of it is taken. */
  #reserve(peak: number): void {
    const { arena, bytesToPlace } = this.#surroundings;
    const leaves = this.#program.leaves.filter(({ kind }) => kind !== 'state');
    const bytes = [
      peak,
      ...leaves.map(({ value }) => bytesOf(value)),
      ...this.#variables().map((variable) => bytesToPlace(variable)),
    ];
    arena.reserve(
      bytes.reduce((sum, size) => sum + size),
      this.#who,
    );
  }

  /** The variables that it reads or changes. */
  #variables(): Variable[] {
    const { leaves, updates } = this.#program;
    return [
      ...new Set([
        ...leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : [])),
        ...updates.map(({ variable }) => variable),
      ]),
    ];
  }

  #holdLeaf(leaf: Exclude<Leaf, { kind: 'state' }>): number {
    const address = this.#allocate(bytesOf(leaf.value));
    if (leaf.kind === 'const') {
      const { arena } = this.#surroundings;
      const size = shapeSize(leaf.value.shape);
      if (leaf.value.dtype === 'float32') arena.floats(address, size).set(leaf.data);
      else arena.integers(address, size).set(leaf.data);
    }
    return address;
  }

  /** New values of variables that were not computed in their places. */
  #copies(): Stage[] {
    const { addressOf } = this.#surroundings;
    const moves = this.#program.updates
      .map(({ variable, value }) => ({
        from: this.address(value),
        to: addressOf(variable),
        bytes: elementBytes * shapeSize(variable.shape),
      }))
      .filter(({ from, to }) => from !== to);
    if (moves.length === 0) return [];
    // A variable may take what another one had: such values are set aside first.
    const targets = new Set(moves.map(({ to }) => to));
    const aside = moves.map((move) =>
      targets.has(move.from) ? { ...move, held: this.#allocate(move.bytes) } : undefined,
    );
    return [
      {
        parallel: false,
        write(code) {
          for (const move of aside) if (move !== undefined) code.copy(move.held, move.from, move.bytes);
          moves.forEach(({ to, from, bytes }, i) => {
            code.copy(to, aside[i]?.held ?? from, bytes);
          });
        },
      },
    ];
  }
}

/** Bytes behind each array that kernels may read, though not use: see `product` in assembly/. */
const slack = 32;

function bytesOf({ shape }: Value): number {
  return elementBytes * shapeSize(shape) + slack;
}
