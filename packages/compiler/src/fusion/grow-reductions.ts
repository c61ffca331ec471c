import type { Dataflow } from './dataflow.js';
import type { Region, Regions } from './regions.js';

/** How far the search for an epilogue goes before what it computes has to come together again. */
const longestSearch = 12;

/** Gives every reduction the elementwise operations that only it needs, and those that only need it. */
export function growReductions(flow: Dataflow, regions: Regions): void {
  for (const region of regions.all()) {
    if (region.kind !== 'reduction') continue;
    takePrologue(flow, regions, region);
    takeEpilogue(flow, regions, region);
  }
}

function takePrologue(flow: Dataflow, regions: Regions, region: Region): void {
  const open = [...region.members];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const producer of flow.producers(place)) {
      const from = regions.of(producer);
      const { id, shape } = flow.result(producer);
      const fits = from.kind === 'loop' && from.members.size === 1 && shape.join() === region.shape.join();
      const onlyHere = !flow.escaping.has(id) && flow.consumers(id).every((user) => region.members.has(user));
      if (!fits || !onlyHere) continue;
      regions.merge(region, from);
      open.push(producer);
    }
  }
}

/** Follows the result through elementwise operations, as far as there is one result again. */
function takeEpilogue(flow: Dataflow, regions: Regions, region: Region): void {
  const [reduced] = regions.results(region.members);
  if (reduced === undefined) return;
  const shape = flow.value(reduced).shape.join();
  const trial = new Set(region.members);
  for (let step = 0; step < longestSearch; step++) {
    const next = regions
      .results(trial)
      .flatMap((id) => flow.consumers(id))
      .filter(
        (place) =>
          !trial.has(place) && regions.of(place).kind === 'loop' && regions.of(place).members.size === 1,
      )
      .filter((place) => flow.result(place).shape.join() === shape && isNext(flow, regions, trial, place))
      .toSorted((a, b) => a - b)[0];
    if (next === undefined) return;
    trial.add(next);
    if (regions.results(trial).length > 1) continue;
    for (const place of trial) if (!region.members.has(place)) regions.merge(region, regions.of(place));
  }
}

/** Whether nothing that the operation reads from elsewhere comes after the trial. */
function isNext(flow: Dataflow, regions: Regions, trial: ReadonlySet<number>, place: number): boolean {
  const others = flow.producers(place).filter((producer) => !trial.has(producer));
  const started = [...trial].map((member) => regions.of(member));
  return others.every((other) => !started.some((region) => regions.reaches(region, regions.of(other))));
}
