import { shapeSize } from '@myelin/core';
import type { Program } from '../ir.js';
import type { Dataflow } from './dataflow.js';
import type { Region, Regions } from './regions.js';

/** Results of so few elements are kept from the start at no cost. */
const fewElements = 64;

/**
 * An order of the regions: that of the program, but what nothing else waits for comes as soon as it can, and so do
 * small values that are made of leaves alone. The new value of a variable comes after everything that reads the old.
 */
export function schedule(
  program: Program,
  flow: Dataflow,
  regions: Regions,
  all: readonly Region[],
): Region[] {
  const before = dependencies(program, flow, regions, all);
  const after = new Map<Region, Region[]>(all.map((region) => [region, []]));
  const missing = new Map<Region, number>();
  for (const [region, needed] of before) {
    missing.set(region, needed.size);
    for (const other of needed) after.get(other)?.push(region);
  }
  const ranks = new Map(all.map((region) => [region, rankOf(flow, regions, region)]));
  const ready = all.filter((region) => missing.get(region) === 0);
  const order: Region[] = [];
  while (ready.length > 0) {
    const next = ready.reduce((best, region) => (isBefore(ranks, region, best) ? region : best));
    ready.splice(ready.indexOf(next), 1);
    order.push(next);
    for (const region of after.get(next) ?? []) {
      const left = (missing.get(region) ?? 0) - 1;
      missing.set(region, left);
      if (left === 0) ready.push(region);
    }
  }
  return order;
}

type Rank = readonly [urgency: number, place: number];

function isBefore(ranks: ReadonlyMap<Region, Rank>, a: Region, b: Region): boolean {
  const [x, y] = [ranks.get(a), ranks.get(b)] as [Rank, Rank];
  return x[0] !== y[0] ? x[0] < y[0] : x[1] < y[1];
}

function rankOf(flow: Dataflow, regions: Regions, { kind, members }: Region): Rank {
  const place = Math.max(...members);
  const results = regions.results(members);
  const size = results.reduce((sum, id) => sum + shapeSize(flow.value(id).shape), 0);
  const isStart =
    kind !== 'other' && regions.operands(members).every((id) => flow.producer(id) === undefined);
  const isEnd = results.every((id) => flow.consumers(id).every((user) => members.has(user)));
  const isAlias = members.size === 1 && flow.at(place).op === 'Reshape';
  return [(isStart && size <= fewElements) || isEnd || isAlias ? 0 : 1, place];
}

/** The regions that each region has to wait for. */
function dependencies(
  { leaves, updates }: Program,
  flow: Dataflow,
  regions: Regions,
  all: readonly Region[],
): Map<Region, Set<Region>> {
  const home = new Map<number, Region>();
  for (const region of all) for (const id of regions.results(region.members)) home.set(id, region);
  const before = new Map<Region, Set<Region>>();
  const readers = new Map<number, Region[]>();
  for (const region of all) {
    const operands = regions.operands(region.members);
    before.set(region, new Set(operands.flatMap((id) => home.get(id) ?? [])));
    for (const id of operands) readers.set(id, [...(readers.get(id) ?? []), region]);
  }
  const comesAfter = (region: Region, other: Region): boolean => {
    const seen = new Set<Region>();
    const open = [region];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === other) return true;
      if (!seen.has(at)) open.push(...(before.get(at) ?? []));
      seen.add(at);
    }
    return false;
  };
  const states = new Map(
    leaves.flatMap((leaf) => (leaf.kind === 'state' ? [[leaf.variable, leaf.value.id]] : [])),
  );
  for (const { variable, value } of updates) {
    const writer = home.get(value);
    const state = states.get(variable);
    if (writer === undefined || state === undefined) continue;
    for (const reader of readers.get(state) ?? []) {
      if (reader !== writer && !comesAfter(reader, writer)) before.get(writer)?.add(reader);
    }
  }
  return before;
}
