/** Axes of a loop, and the steps that each pointer takes along them. */
export interface Axes {
  readonly sizes: readonly number[];
  /** For each pointer, one stride an axis. */
  readonly strides: readonly (readonly number[])[];
  /** For each axis, to which kind it belongs; only axes of one kind are joined. */
  readonly kinds: readonly boolean[];
}

/** The same loop with the fewest axes: those of size 1 are gone, and neighbours that run on are one. */
export function collapse({ sizes, strides, kinds }: Axes): Axes {
  const kept: { size: number; kind: boolean; steps: number[] }[] = [];
  sizes.forEach((size, axis) => {
    if (size === 1) return;
    const steps = strides.map((list) => list[axis] ?? 0);
    const kind = kinds[axis] ?? false;
    const last = kept.at(-1);
    if (last?.kind === kind && last.steps.every((step, i) => step === (steps[i] ?? 0) * size)) {
      last.size *= size;
      last.steps = steps;
    } else kept.push({ size, kind, steps });
  });
  return {
    sizes: kept.map(({ size }) => size),
    strides: strides.map((_, i) => kept.map(({ steps }) => steps[i] ?? 0)),
    kinds: kept.map(({ kind }) => kind),
  };
}
