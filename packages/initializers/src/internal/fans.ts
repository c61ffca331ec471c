/** How many inputs and outputs one unit has: the sizes that initial weights are scaled by. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Which axes of a kernel lead in and out, where that is not the usual order. */
export interface FanAxes {
  /** Axes whose sizes make up the number of inputs; needs `outputAxes`. @defaultValue null, all but the last */
  inputAxes?: readonly number[] | null;
  /** Axes whose sizes make up the number of outputs; needs `inputAxes`. @defaultValue null, the last */
  outputAxes?: readonly number[] | null;
}

/**
 * Of a kernel `[..., inputs, outputs]`; axes before them are the window of a convolution and count for both.
 *
 * @see Keras `keras.src.initializers.random_initializers.compute_fans`
 */
export function computeFans(shape: readonly number[], { inputAxes, outputAxes }: FanAxes = {}): Fans {
  const product = (sizes: readonly (number | undefined)[]): number =>
    sizes.reduce<number>((size, axis) => size * (axis ?? 1), 1);
  const along = (axes: readonly number[]): number => product(axes.map((axis) => shape.at(axis)));
  if (isList(inputAxes) && isList(outputAxes)) return { fanIn: along(inputAxes), fanOut: along(outputAxes) };
  const [first = 1] = shape;
  if (shape.length < 2) return { fanIn: first, fanOut: first };
  const window = product(shape.slice(0, -2));
  return { fanIn: (shape.at(-2) ?? 1) * window, fanOut: (shape.at(-1) ?? 1) * window };
}

function isList(axes: readonly number[] | null | undefined): axes is readonly number[] {
  return axes !== null && axes !== undefined;
}
