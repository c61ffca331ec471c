import { type Variable, shapeSize } from '@myelin/core';
import type { Leaf, Operation, Program, Value } from '../ir.js';
import { assignOffsets } from './assign-offsets.js';
import { mayOverwrite } from './overwrites.js';

/** Where a value lies: with a leaf, in the place of a variable whose new value it is, or in the program's own memory. */
export type Place =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'memory'; readonly offset: number };

export interface MemoryPlan {
  /** The place of every value of the program, but of those in bodies. */
  readonly places: ReadonlyMap<number, Place>;
  /** Bytes of memory that the values in it need together. */
  readonly peak: number;
}

export interface MemoryPlanOptions {
  /** Bytes of a value. @defaultValue 4 an element, 1 where it is a bool */
  readonly sizeOf?: (value: Value) => number;
  /** Offsets are multiples of it. @defaultValue 16 */
  readonly alignment?: number;
  /** The operand with which the result of an operation shares its memory. @defaultValue that of Reshape and Identity */
  readonly aliases?: (operation: Operation) => number | undefined;
}

/**
 * Finds a place for every value, so that none is overwritten while it is still needed.
 *
 * - Results of a `Fused` loop may take the place of operands that nothing needs afterwards.
 * - New values of variables are computed in the place of the variable where nothing needs the old value any more.
 *   Others are to be copied there after the last operation.
 * - What is returned, or copied to a variable, is kept to the end.
 */
export function planMemory(program: Program, options: MemoryPlanOptions = {}): MemoryPlan {
  return new Planner(program, options).plan();
}

const bytesOf = ({ shape, dtype }: Value): number => shapeSize(shape) * (dtype === 'bool' ? 1 : 4);
const aliasOf = ({ op, inputs }: Operation): number | undefined =>
  op === 'Reshape' || op === 'Identity' ? inputs['x'] : undefined;

/** Values that share memory one after the other, known by the first of them. */
interface Owner {
  readonly value: Value;
  readonly from: number;
  /** The last operation that reads it; the number of operations where it is kept to the end. */
  to: number;
}

class Planner {
  readonly #program: Program;
  readonly #sizeOf: (value: Value) => number;
  readonly #alignment: number;
  readonly #aliases: (operation: Operation) => number | undefined;
  readonly #owners = new Map<number, Owner>();
  /** The value whose memory a value shares: a leaf, or the first of an owner. */
  readonly #roots = new Map<number, number>();
  /** The last use of the memory that begins with a root. */
  readonly #lastUses = new Map<number, number>();
  readonly #homes = new Map<number, Variable>();

  constructor(program: Program, { sizeOf = bytesOf, alignment = 16, aliases = aliasOf }: MemoryPlanOptions) {
    this.#program = program;
    this.#sizeOf = sizeOf;
    this.#alignment = alignment;
    this.#aliases = aliases;
  }

  plan(): MemoryPlan {
    this.#follow();
    this.#findHomes();
    this.#shareDying();
    const owners = [...this.#owners.values()].filter(({ value }) => !this.#homes.has(value.id));
    const blocks = owners.map(({ value, from, to }) => ({ size: this.#sizeOf(value), from, to }));
    const { offsets, peak } = assignOffsets(blocks, this.#alignment);
    const starts = new Map(owners.map(({ value }, i) => [value.id, offsets[i] ?? 0]));
    const leaves = new Map(this.#program.leaves.map((leaf) => [leaf.value.id, leaf]));
    const places = new Map<number, Place>();
    for (const id of this.#roots.keys()) {
      const root = this.#root(id);
      const leaf = leaves.get(root);
      const variable = this.#homes.get(root);
      if (leaf !== undefined) places.set(id, { kind: 'leaf', leaf });
      else if (variable !== undefined) places.set(id, { kind: 'variable', variable });
      else places.set(id, { kind: 'memory', offset: starts.get(root) ?? 0 });
    }
    return { places, peak };
  }

  #root(id: number): number {
    let root = id;
    for (let next = this.#roots.get(root); next !== undefined && next !== root; next = this.#roots.get(root))
      root = next;
    return root;
  }

  /** Finds which values share memory as aliases, and how long each is needed. */
  #follow(): void {
    const { leaves, operations, outputs, updates } = this.#program;
    for (const { value } of leaves) this.#roots.set(value.id, value.id);
    operations.forEach((operation, place) => {
      const [first, ...others] = operation.outputs;
      const source = others.length === 0 ? this.#aliases(operation) : undefined;
      for (const value of operation.outputs) {
        this.#roots.set(value.id, source !== undefined && value === first ? source : value.id);
        if (source === undefined) this.#owners.set(value.id, { value, from: place, to: place });
      }
      if (source === undefined) for (const id of Object.values(operation.inputs)) this.#use(id, place);
    });
    for (const id of outputs) this.#use(id, operations.length);
    for (const { value } of updates) this.#use(value, operations.length);
  }

  #use(id: number, place: number): void {
    const root = this.#root(id);
    const owner = this.#owners.get(root);
    if (owner !== undefined) owner.to = Math.max(owner.to, place);
    this.#lastUses.set(root, Math.max(this.#lastUses.get(root) ?? -1, place));
  }

  /** Puts new values of variables where the variables are, if the old values are not needed from then on. */
  #findHomes(): void {
    const { leaves, updates } = this.#program;
    const states = new Map(
      leaves.flatMap((leaf) => (leaf.kind === 'state' ? [[leaf.variable, leaf.value]] : [])),
    );
    for (const { variable, value } of updates) {
      const root = this.#root(value);
      const owner = this.#owners.get(root);
      const old = states.get(variable);
      if (owner === undefined || this.#homes.has(root) || !this.#fits(owner.value, old)) continue;
      const last = old === undefined ? -1 : (this.#lastUses.get(old.id) ?? -1);
      const writesOver =
        old !== undefined && last === owner.from && this.#mayTake(owner.value, owner.from, old.id);
      if (last < owner.from || writesOver) this.#homes.set(root, variable);
    }
  }

  #fits(value: Value, old: Value | undefined): boolean {
    return old === undefined || this.#sizeOf(old) === this.#sizeOf(value);
  }

  /** Whether the operation at that place may write the value over all that it reads from the memory of the root. */
  #mayTake(value: Value, place: number, root: number): boolean {
    const operation = this.#program.operations[place] as Operation;
    return Object.values(operation.inputs).every(
      (id, operand) => this.#root(id) !== root || mayOverwrite(operation, operand, value),
    );
  }

  /** Lets results of loops take the memory of operands that end there, each of one operand. */
  #shareDying(): void {
    this.#program.operations.forEach((operation, place) => {
      const free = new Set(Object.values(operation.inputs).map((id) => this.#root(id)));
      for (const value of operation.outputs) {
        const owner = this.#owners.get(value.id);
        if (owner === undefined || this.#homes.has(value.id)) continue;
        const fits = (root: number): boolean =>
          this.#isDying(root, place, value) && this.#mayTake(value, place, root);
        const dying = [...free].find(fits);
        const before = dying === undefined ? undefined : this.#owners.get(dying);
        if (dying === undefined || before === undefined) continue;
        free.delete(dying);
        before.to = owner.to;
        this.#owners.delete(value.id);
        this.#roots.set(value.id, before.value.id);
      }
    });
  }

  #isDying(root: number, place: number, value: Value): boolean {
    const owner = this.#owners.get(root);
    return (
      owner?.to === place &&
      owner.from < place &&
      !this.#homes.has(root) &&
      this.#sizeOf(owner.value) === this.#sizeOf(value)
    );
  }
}
