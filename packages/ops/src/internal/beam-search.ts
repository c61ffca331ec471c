/** A row of labels that the steps so far may spell, with logarithms of its probabilities. */
interface Beam {
  readonly labels: readonly number[];
  /** Where the last step was blank, and where it was the last label. */
  readonly blank: number;
  readonly label: number;
}

export interface Path {
  readonly labels: readonly number[];
  /** The logarithm of its probability. */
  readonly score: number;
}

/**
 * The most probable rows of labels, the best ones first, of logarithms of probabilities `[steps][classes]`; after every step
 * the most probable ones of the given width go on.
 *
 * @see Graves, Supervised sequence labelling with recurrent neural networks, 2012, section 7.5.
 */
export function beamSearch(steps: readonly (readonly number[])[], blank: number, width: number): Path[] {
  const start: readonly Beam[] = [{ labels: [], blank: 0, label: -Infinity }];
  const last = steps.reduce((beams, step) => next(beams, step, blank).slice(0, width), start);
  return last.map((beam) => ({ labels: beam.labels, score: total(beam) }));
}

function next(beams: readonly Beam[], step: readonly number[], blank: number): Beam[] {
  const byLabels = new Map(beams.map((beam) => [beam.labels.join(), beam]));
  const kept = beams.map((beam) => {
    const { labels } = beam;
    const last = labels.at(-1);
    const parent = last === undefined ? undefined : byLabels.get(labels.slice(0, -1).join());
    const grown = parent === undefined || last === undefined ? -Infinity : before(parent, last);
    const chance = last === undefined ? 0 : (step[last] ?? 0);
    return {
      labels,
      blank: total(beam) + (step[blank] ?? 0),
      label: logSum(beam.label, grown) + chance,
    };
  });
  const grown = beams.flatMap((beam) =>
    step.flatMap((chance, label): Beam[] => {
      const labels = [...beam.labels, label];
      if (label === blank || byLabels.has(labels.join())) return [];
      return [{ labels, blank: -Infinity, label: before(beam, label) + chance }];
    }),
  );
  return [...kept, ...grown].sort((a, b) => total(b) - total(a));
}

/** Of what a label may follow: the same label twice needs a blank between. */
function before(beam: Beam, label: number): number {
  return beam.labels.at(-1) === label ? beam.blank : total(beam);
}

function total({ blank, label }: Beam): number {
  return logSum(blank, label);
}

function logSum(a: number, b: number): number {
  const largest = Math.max(a, b);
  return largest === -Infinity ? largest : largest + Math.log1p(Math.exp(Math.min(a, b) - largest));
}
