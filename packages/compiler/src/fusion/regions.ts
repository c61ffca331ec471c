import { fusedReductions, isElementwise, viewOps } from '../op-classes.js';
import type { Dataflow } from './dataflow.js';

/** Operations that become one. */
export interface Region {
  readonly kind: 'loop' | 'reduction' | 'other';
  /** Places of its operations; those of views may be in several regions. */
  readonly members: Set<number>;
  /** What it iterates over. */
  readonly shape: readonly number[];
}

/** A partition of operations, at first one region each, that grows together without ever forming a cycle. */
export class Regions {
  readonly #flow: Dataflow;
  readonly #regions: Region[];

  constructor(flow: Dataflow) {
    this.#flow = flow;
    this.#regions = flow.operations.map(({ op, inputs, outputs }, place): Region => {
      const members = new Set([place]);
      if (isElementwise(op)) return { kind: 'loop', members, shape: outputs[0]?.shape ?? [] };
      const source = fusedReductions.has(op) ? inputs['x'] : undefined;
      if (source === undefined) return { kind: 'other', members, shape: [] };
      return { kind: 'reduction', members, shape: flow.value(source).shape };
    });
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

  /** Puts the second region into the first. */
  merge(into: Region, from: Region): void {
    for (const place of from.members) {
      into.members.add(place);
      this.#regions[place] = into;
    }
  }

  /** Whether something outside of the regions lies between them, so that as one they would wait for themselves. */
  areApart(...together: readonly Region[]): boolean {
    const members = new Set(together.flatMap((region) => [...region.members]));
    const inside = new Set(together);
    const seen = new Set<Region>();
    const open: Region[] = this.#after(members).filter((region) => !inside.has(region));
    for (let region = open.pop(); region !== undefined; region = open.pop()) {
      if (inside.has(region)) return true;
      if (seen.has(region)) continue;
      seen.add(region);
      open.push(...this.#after(region.members));
    }
    return false;
  }

  /** Whether the second region comes after the first. */
  reaches(from: Region, to: Region): boolean {
    const seen = new Set<Region>([from]);
    const open = [from];
    for (let region = open.pop(); region !== undefined; region = open.pop()) {
      for (const next of this.#after(region.members)) {
        if (next === to) return true;
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return false;
  }

  /** Regions that use what these operations compute. */
  #after(members: ReadonlySet<number>): Region[] {
    return [...members].flatMap((place) =>
      this.#flow
        .at(place)
        .outputs.flatMap(({ id }) => this.#flow.consumers(id))
        .filter((consumer) => !members.has(consumer))
        .map((consumer) => this.of(consumer)),
    );
  }
}
