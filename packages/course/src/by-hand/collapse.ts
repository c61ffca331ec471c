/** A layer `y = x · kernel + bias`; `kernel` has a row for each input. */
export interface LinearLayer {
  readonly kernel: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** One layer that says what linear layers in a row say: `W = W₁ W₂ … Wₙ`, `b = (…(b₁ W₂ + b₂) W₃ …) + bₙ`. */
export function collapse(layers: readonly LinearLayer[]): LinearLayer {
  const [first, ...others] = layers;
  if (first === undefined) return { kernel: [], bias: [] };
  return others.reduce(
    (before, layer) => ({
      kernel: before.kernel.map((row) => timesMatrix(row, layer.kernel)),
      bias: applyLinear(layer, before.bias),
    }),
    first,
  );
}

/** What a layer says to one example. */
export function applyLinear({ kernel, bias }: LinearLayer, x: readonly number[]): number[] {
  return timesMatrix(x, kernel).map((sum, j) => sum + (bias[j] ?? 0));
}

function timesMatrix(row: readonly number[], matrix: readonly (readonly number[])[]): number[] {
  const columns = matrix[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, j) =>
    row.reduce((sum, value, i) => sum + value * (matrix[i]?.[j] ?? 0), 0),
  );
}
