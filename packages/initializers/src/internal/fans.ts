/** How many inputs and outputs one unit has: the sizes that initial weights are scaled by. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/**
 * Of a kernel `[..., inputs, outputs]`; axes before them are the window of a convolution and count for both.
 *
 * @see Keras `keras.src.initializers.random_initializers.compute_fans`
 */
export function computeFans(shape: readonly number[]): Fans {
  const [first = 1] = shape;
  if (shape.length < 2) return { fanIn: first, fanOut: first };
  const window = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return { fanIn: (shape.at(-2) ?? 1) * window, fanOut: (shape.at(-1) ?? 1) * window };
}
