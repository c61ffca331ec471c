import { ArgumentError, type Shape, ShapeError, formatShape } from '@myelin/core';

/** What an equation says of the weights of a layer. */
export interface EinsumShapes {
  readonly kernel: readonly number[];
  readonly bias: readonly number[] | null;
  /** Sizes that axes of the input have, because the kernel has them, too. */
  readonly inputSizes: Readonly<Record<number, number>>;
  /** Axes of the kernel that are summed over. */
  readonly inputAxes: readonly number[];
  /** Axes of the kernel that the output has. */
  readonly outputAxes: readonly number[];
}

/** An equation, and what the layer knows of the axes that it does not find in its input. */
export interface EinsumDescription {
  readonly equation: string;
  /** The shape of the output without the batch, without the axes of an ellipsis. */
  readonly outputShape: Shape;
  readonly biasAxes: string | null;
}

const forms = [
  /^()([a-z]+)(),([a-z]+)->([a-z]+)$/i,
  /^(\.{3})([a-z]+)(),([a-z]+)->\.{3}([a-z]+)$/i,
  /^()([a-z]{2,})(\.{3}),([a-z]+)->([a-z]+)\.{3}$/i,
];

/**
 * Finds the shapes of kernel and bias.
 *
 * @throws ArgumentError for an equation in another form.
 * @throws ShapeError when it does not fit the input.
 * @see Keras `keras.src.layers.core.einsum_dense._analyze_einsum_string`
 */
export function einsumShapes(
  { equation, outputShape, biasAxes }: EinsumDescription,
  inputShape: Shape,
  who: string,
): EinsumShapes {
  const { input, kernel, output, left, right } = parseEinsum(equation, who);
  const elided = inputShape.length - input.length;
  if (elided < 0 || (elided > 0 && !left && !right)) {
    const expected = `an input with ${input.length} axes for the equation ${equation}`;
    throw new ShapeError({ who, expected, got: `the shape ${formatShape(inputShape)}` });
  }
  const sizes = new Map<string, number | null>();
  // The batch is the first letter of the output, or hidden in an ellipsis before it.
  const open = left && elided > 0 ? 0 : 1;
  Array.from(output).forEach((letter, i) => {
    if (i >= open) sizes.set(letter, outputShape[i - open] ?? null);
  });
  Array.from(input).forEach((letter, i) => {
    const size = inputShape[left ? i + elided : i] ?? null;
    const wanted = sizes.get(letter) ?? null;
    if (wanted !== null && size !== null && wanted !== size) {
      const expected = `the size ${wanted} of its \`outputShape\` for axis ${letter} of ${equation}`;
      throw new ShapeError({ who, expected, got: String(size) });
    }
    sizes.set(letter, size ?? wanted);
  });
  const sizeOf = (letter: string): number => {
    const size = sizes.get(letter) ?? null;
    if (size !== null) return size;
    const expected = `a known size of axis ${letter} of ${equation}`;
    throw new ShapeError({ who, expected, got: `the input ${formatShape(inputShape)}` });
  };
  const letters = Array.from(kernel);
  const shared = Array.from(input)
    .map((letter, i): [number, string] => [left ? i + elided : i, letter])
    .filter(([, letter]) => kernel.includes(letter));
  const axes = letters.map((_, i) => i);
  return {
    kernel: letters.map(sizeOf),
    bias: biasAxes === null ? null : biasShape(biasAxes, output, sizeOf, right ? elided : 0, who),
    inputSizes: Object.fromEntries(shared.map(([axis, letter]) => [axis, sizeOf(letter)])),
    inputAxes: axes.filter((i) => !output.includes(letters[i] ?? '')),
    outputAxes: axes.filter((i) => output.includes(letters[i] ?? '')),
  };
}

/** The letters of an equation, and where it has an ellipsis. */
export interface ParsedEinsum {
  readonly input: string;
  readonly kernel: string;
  readonly output: string;
  readonly left: boolean;
  readonly right: boolean;
}

/** Takes an equation apart. @throws ArgumentError for one in another form. */
export function parseEinsum(equation: string, who: string): ParsedEinsum {
  const found = forms.map((form) => form.exec(equation)).find((match) => match !== null);
  if (found === undefined) {
    throw new ArgumentError({
      who,
      expected: '`equation` to be in one of the forms ab,bc->ac, ...b,bc->...c and ab...,bc->ac...',
      got: JSON.stringify(equation),
    });
  }
  const [, before = '', input = '', after = '', kernel = '', output = ''] = found;
  const known = new Set(input + kernel);
  const stray =
    Array.from(output).find((letter) => !known.has(letter)) ??
    Array.from(kernel).find((letter) => !input.includes(letter) && !output.includes(letter));
  if (stray !== undefined) {
    throw new ArgumentError({
      who,
      expected: `axis ${stray} in a second place of the equation`,
      got: JSON.stringify(equation),
    });
  }
  return { input, kernel, output, left: before !== '', right: after !== '' };
}

/** From the first axis with a bias on, so that it broadcasts to the output. */
function biasShape(
  biasAxes: string,
  output: string,
  sizeOf: (letter: string) => number,
  elidedAfter: number,
  who: string,
): number[] {
  const stray = Array.from(biasAxes).find((letter) => !output.includes(letter));
  if (stray !== undefined || biasAxes === '') {
    throw new ArgumentError({
      who,
      expected: `\`biasAxes\` to be among the axes ${output} of the output`,
      got: JSON.stringify(biasAxes),
    });
  }
  const first = Math.min(...Array.from(biasAxes).map((letter) => output.indexOf(letter)));
  const sizes = Array.from(output.slice(first)).map((letter) =>
    biasAxes.includes(letter) ? sizeOf(letter) : 1,
  );
  return [...sizes, ...Array.from({ length: elidedAfter }, () => 1)];
}
