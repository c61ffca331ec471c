import { fusedReductions, isLoopable, viewOps } from '../op-classes.js';
import type { Dataflow } from './dataflow.js';

/** Operations that become one. */
export interface Region {
  readonly kind: 'loop' | 'reduction' | 'rows' | 'other';
  /** Places of its operations; those of views may be in several regions. */
  readonly members: Set<number>;
  /** What it iterates over. */
  readonly shape: readonly number[];
  /** Places of the operations that use what it computes, its own as well. */
  readonly users: number[];
}

/** A partition of operations, at first one region each, that grows together without ever forming a cycle. */
export class Regions {
  readonly #flow: Dataflow;
  readonly #regions: Region[];
  /** The regions as they were at first. */
  readonly #alone: readonly Region[];

  constructor(flow: Dataflow) {
    this.#flow = flow;
    this.#regions = flow.operations.map((operation, place): Region => {
      const { op, inputs, outputs } = operation;
      const members = new Set([place]);
      const users = outputs.flatMap(({ id }) => flow.consumers(id));
      const isLoop = isLoopable(operation, (id) => flow.value(id));
      if (isLoop) return { kind: 'loop', members, users, shape: outputs[0]?.shape ?? [] };
      const source = fusedReductions.has(op) ? inputs['x'] : undefined;
      if (source === undefined) return { kind: 'other', members, users, shape: [] };
      return { kind: 'reduction', members, users, shape: flow.value(source).shape };
    });
    this.#alone = [...this.#regions];
  }

  /** Every region once, in the order of their first operations. */
  all(): Region[] {
    return [...new Set(this.#regions)];
  }

  of(place: number): Region {
    return this.#regions[place] as Region;
  }

  /** Values that are computed in the region and used outside of it, in order; views belong to each of their readers. */
  results(members: ReadonlySet<number>): number[] {
    const isView = (place: number): boolean => members.size > 1 && viewOps.has(this.#flow.at(place).op);
    return [...members]
      .filter((place) => !isView(place))
      .toSorted((a, b) => a - b)
      .flatMap((place) => this.#flow.at(place).outputs.map(({ id }) => id))
      .filter(
        (id) => this.#flow.escaping.has(id) || this.#flow.consumers(id).some((place) => !members.has(place)),
      );
  }

  /** Values that the region takes from outside, in the order in which its operations read them. */
  operands(members: ReadonlySet<number>): number[] {
    const read = [...members].toSorted((a, b) => a - b).flatMap((place) => this.#flow.operands(place));
    const inside = (id: number): boolean => members.has(this.#flow.producer(id) ?? -1);
    return [...new Set(read)].filter((id) => !inside(id));
  }

  /** Makes one region of operations that were regions by themselves, or in a smaller one. */
  form(places: readonly number[], kind: Region['kind'], shape: readonly number[]): Region {
    const users = places.flatMap((place) => this.#alone[place]?.users ?? []);
    const region: Region = { kind, members: new Set(places), shape, users };
    for (const place of places) this.#regions[place] = region;
    return region;
  }

  /** Makes each operation of a region one by itself again. */
  dissolve({ members }: Region): void {
    for (const place of members) this.#regions[place] = this.#alone[place] as Region;
  }

  /** Puts the second region into the first. */
  merge(into: Region, from: Region): void {
    into.users.push(...from.users);
    for (const place of from.members) {
      into.members.add(place);
      this.#regions[place] = into;
    }
  }

  /** Whether something outside of the two lies between them, so that as one they would wait for themselves. */
  areApart(a: Region, b: Region): boolean {
    if (a === b) return this.#leads(a, a);
    // What reads the other has no way back to it: there are no circles.
    if (this.#feeds(a, b)) return this.#leads(a, b);
    return this.#leads(b, a) || (!this.#feeds(b, a) && this.#leads(a, b));
  }

  /** Whether the second region comes after the first. */
  reaches(from: Region, to: Region): boolean {
    return this.#feeds(from, to) || this.#leads(from, to);
  }

  /** Whether the second region reads what the first one computes. */
  #feeds(from: Region, to: Region): boolean {
    return from.users.some((place) => this.of(place) === to);
  }

  /** Whether there is a way from the one to the other through a third. */
  #leads(from: Region, to: Region): boolean {
    const seen = new Set<Region>([from, to]);
    const open: Region[] = [];
    const follow = (region: Region): void => {
      for (const place of region.users) {
        const next = this.of(place);
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    };
    follow(from);
    for (let region = open.pop(); region !== undefined; region = open.pop()) {
      if (this.#feeds(region, to)) return true;
      follow(region);
    }
    return false;
  }
}
