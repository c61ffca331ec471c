import {
  type Body,
  type Leaf,
  type MemoryPlanOptions,
  type Operation,
  type Place as PlannedPlace,
  type Program,
  type Value,
  bodyProgram,
  planMemory,
} from '@myelin/compiler';
import { type Variable, shapeSize } from '@myelin/core';
import type { Place } from '../loops/region.js';
import type { BodyPlace } from '../operations/lowering.js';
import type { Arena } from './arena.js';
import { bytesOf } from './elements.js';

/** Where programs are put. */
export interface MemorySurroundings {
  readonly arena: Arena;
  readonly addressOf: (variable: Variable) => number;
  /** Bytes that the place of a variable will take; 0 if it has one. */
  readonly bytesToPlace: (variable: Variable) => number;
}

/** Whether the result of an operation is its operand under another shape. */
export function isAlias({ op }: Operation): boolean {
  return ['Reshape', 'Identity', 'ExpandDims'].includes(op);
}

/** What a program takes of the arena: the places of its values, and what its stages ask for. */
export class ProgramMemory {
  readonly allocated: number[] = [];
  /** The variables that the program reads or changes. */
  readonly variables: readonly Variable[];
  /** Bytes that it has taken, without variables. */
  bytes = 0;
  readonly #program: Program;
  readonly #surroundings: MemorySurroundings;
  readonly #values = new Map<number, Value>();
  readonly #addresses = new Map<number, number>();
  readonly #constants = new Map<number, number>();

  constructor(program: Program, surroundings: MemorySurroundings) {
    this.#program = program;
    this.#surroundings = surroundings;
    const { leaves, operations, updates } = program;
    for (const { value } of leaves) this.#values.set(value.id, value);
    for (const { outputs } of operations) for (const value of outputs) this.#values.set(value.id, value);
    const read = leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []));
    this.variables = [...new Set([...read, ...updates.map(({ variable }) => variable)])];
  }

  valueOf(id: number): Value {
    return this.#values.get(id) as Value;
  }

  address(id: number): number {
    return this.#addresses.get(id) as number;
  }

  /** Finds places for what a body computes, whose parameters have them already. */
  placeBody(body: Body, parameters: readonly BodyPlace[]): void {
    for (const { outputs } of body.operations) for (const value of outputs) this.#values.set(value.id, value);
    body.parameters.forEach((value, i) => {
      const { address, number } = parameters[i] as BodyPlace;
      this.#values.set(value.id, value);
      this.#addresses.set(value.id, address);
      if (number !== undefined) this.#constants.set(value.id, number);
    });
    const { places, peak } = planMemory(bodyProgram(body), planOptions);
    const base = this.allocate(peak);
    for (const [id, place] of places) {
      if (place.kind === 'memory') this.#addresses.set(id, base + place.offset);
      // Another shape of a parameter lies where that one does.
      else if (place.kind === 'leaf') this.#addresses.set(id, this.address(place.leaf.value.id));
    }
  }

  /** The value of a scalar constant, or the address of anything else. */
  placeOf(id: number): Place {
    const number = this.#constants.get(id);
    return number === undefined ? { address: this.address(id) } : { number };
  }

  table(words: readonly number[]): number {
    const address = this.allocate(4 * words.length);
    this.#surroundings.arena.integers(address, words.length).set(words);
    return address;
  }

  release(): void {
    for (const address of this.allocated) this.#surroundings.arena.free(address);
  }

  allocate(byteLength: number): number {
    const address = this.#surroundings.arena.allocate(byteLength, this.#who);
    this.allocated.push(address);
    this.bytes += byteLength;
    return address;
  }

  /** Finds the address of every value, and puts constants into memory. */
  place(): void {
    const { addressOf } = this.#surroundings;
    const program = this.#program;
    const { places, peak } = planMemory(program, planOptions);
    this.#reserve(peak);
    const base = this.allocate(peak);
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
      ...leaves.map(({ value }) => bytesWithSlack(value)),
      ...this.variables.map((variable) => bytesToPlace(variable)),
    ];
    arena.reserve(
      bytes.reduce((sum, size) => sum + size),
      this.#who,
    );
  }

  #holdLeaf(leaf: Exclude<Leaf, { kind: 'state' }>): number {
    const address = this.allocate(bytesWithSlack(leaf.value));
    if (leaf.kind === 'const') {
      const { arena } = this.#surroundings;
      const size = shapeSize(leaf.value.shape);
      if (leaf.value.dtype === 'float32') arena.floats(address, size).set(leaf.data);
      else arena.integers(address, size).set(leaf.data);
    }
    return address;
  }

  get #who(): string {
    return `the ${this.#program.name} step`;
  }
}

const planOptions: MemoryPlanOptions = {
  sizeOf: bytesWithSlack,
  alignment: 64,
  aliases: (operation) => (isAlias(operation) ? Object.values(operation.inputs)[0] : undefined),
};

/** Bytes behind each array that kernels may read, though not use: see `product` in assembly/. */
export const slack = 32;

function bytesWithSlack(value: Value): number {
  return bytesOf(value) + slack;
}
