import {
  type AnyLayer,
  type ArrayLike,
  ArgumentError,
  DTypeError,
  type Loss,
  NdArray,
  type Shape,
  ShapeError,
  type Tree,
  type TypedArray,
  flatten,
  formatShape,
  shapeSize,
  shapesAgree,
} from '@myelin/core';

/** What a model demands of its arrays. */
export interface Demands {
  readonly who: string;
  /** Shapes of the inputs, if the model knows them. */
  readonly inputs: readonly Shape[] | undefined;
  /** Shape of the output, if the model knows it. */
  readonly output: Shape | undefined;
  readonly loss: Loss | undefined;
}

/** Inputs as float32 (or int32) arrays of the shapes that the model takes. */
export function prepareInputs(given: ArrayLike | readonly NdArray[], demands: Demands): NdArray[] {
  const list = Array.isArray(given) && given.length > 0 && given.every((x) => NdArray.isNdArray(x));
  const several = demands.inputs === undefined ? list : demands.inputs.length > 1;
  const arrays =
    several && list ? (given as readonly NdArray[]) : [toArray('x', given as ArrayLike, demands.who)];
  if (demands.inputs !== undefined && arrays.length !== demands.inputs.length) {
    throw new ArgumentError({
      who: demands.who,
      expected: `${demands.inputs.length} input arrays in \`x\``,
      got: String(arrays.length),
    });
  }
  return arrays.map((array, i) => {
    const numeric = checkNumbers('x', asFloat(array, 'x', demands.who), demands.who);
    return fitShape(numeric, demands.inputs?.[i], demands.who);
  });
}

/** Labels as numbers, with the shape and range that the loss takes. */
export function prepareLabels(given: ArrayLike, { who, output, loss }: Demands): NdArray {
  const labels = checkNumbers('y', asFloat(toArray('y', given, who), 'y', who), who);
  if (output === undefined || loss === undefined) return labels;
  const classes = output.at(-1);
  switch (loss.className) {
    case 'SparseCategoricalCrossentropy':
      if (typeof classes === 'number') checkClasses(labels, classes, who, loss.getConfig()['ignore_class']);
      return labels;
    case 'BinaryCrossentropy':
      checkProbabilities(labels, who);
      break;
    case 'CategoricalCrossentropy':
      if (!shapesAgree(labels.shape, output)) throw notOneHot(labels, output, who);
      break;
  }
  const same = labels.rank === output.length ? labels.shape : [...labels.shape, 1];
  if (!shapesAgree(same, output) && shapeSize(labels.shape.slice(1)) !== 1) {
    throw new ShapeError({
      who,
      expected: `labels \`y\` that fit the output ${formatShape(output)}`,
      got: formatShape(labels.shape),
    });
  }
  return labels;
}

/** Shapes of the inputs of a built layer. */
export function inputShapesOf(model: Pick<AnyLayer, 'inputShape'>): readonly Shape[] | undefined {
  const { inputShape } = model;
  if (!Array.isArray(inputShape)) return undefined;
  return Array.isArray(inputShape[0]) ? (inputShape as Shape[]) : [inputShape as Shape];
}

function toArray(name: string, given: ArrayLike, who: string): NdArray {
  // Callers without types hand anything over.
  if (((given as unknown) ?? null) === null) {
    throw new ArgumentError({ who, expected: `an array \`${name}\``, got: 'none' });
  }
  const array = NdArray.from(given);
  if (array.size === 0)
    throw new ArgumentError({ who, expected: `at least one example in \`${name}\``, got: 'empty data' });
  if (array.rank === 0)
    throw new ShapeError({ who, expected: `an array \`${name}\` of examples`, got: 'a single number' });
  return array;
}

function asFloat(array: NdArray, name: string, who: string): NdArray {
  if (array.dtype === 'string') {
    throw new DTypeError({
      who,
      expected: `numbers in \`${name}\``,
      got: 'strings',
      hint: 'Turn words and categories into numbers first, for example with `toCategorical`.',
    });
  }
  return array.dtype === 'int32' ? array : array.cast('float32');
}

function checkNumbers(name: string, array: NdArray, who: string): NdArray {
  const data = array.data as Exclude<TypedArray, BigInt64Array>;
  const bad = data.findIndex((value: number) => !Number.isFinite(value));
  if (bad === -1) return array;
  const place = [];
  for (let axis = array.rank - 1, rest = bad; axis >= 0; axis--) {
    const size = array.shape[axis] ?? 1;
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  throw new ArgumentError({
    who,
    expected: `finite numbers in \`${name}\``,
    got: `${String(data[bad])} at [${place.join(', ')}]`,
    hint: 'Fill or drop missing values first.',
  });
}

/** Keras takes `[batch]` where `[batch, 1]` is asked, and the reverse. */
function fitShape(array: NdArray, wanted: Shape | undefined, who: string): NdArray {
  if (wanted === undefined || shapesAgree(array.shape, wanted)) return array;
  if (array.rank === 1 && wanted.length === 2 && wanted[1] === 1) return array.reshape([...array.shape, 1]);
  if (array.rank === wanted.length + 1 && array.shape.at(-1) === 1)
    return fitShape(array.reshape(array.shape.slice(0, -1)), wanted, who);
  throw new ShapeError({
    who,
    expected: `inputs \`x\` of shape ${formatShape(wanted)}`,
    got: formatShape(array.shape),
    ...(array.rank === wanted.length - 1
      ? { hint: 'One example alone needs an axis for the batch: put it in an array.' }
      : {}),
  });
}

function checkClasses(labels: NdArray, classes: number, who: string, ignored: unknown): void {
  const data = labels.data as Float32Array;
  const bad = data.find(
    (label) => label !== ignored && (!Number.isInteger(label) || label < 0 || label >= classes),
  );
  if (bad === undefined) return;
  throw new ArgumentError({
    who,
    expected: `labels \`y\` from 0 to ${classes - 1} for sparse_categorical_crossentropy`,
    got: String(bad),
    hint: `The model has ${classes} outputs, one for each class; classes count from 0.`,
  });
}

function checkProbabilities(labels: NdArray, who: string): void {
  const bad = (labels.data as Float32Array).find((label) => label < 0 || label > 1);
  if (bad === undefined) return;
  throw new ArgumentError({
    who,
    expected: 'labels `y` from 0 to 1 for binary_crossentropy',
    got: String(bad),
  });
}

function notOneHot(labels: NdArray, output: Shape, who: string): ShapeError {
  return new ShapeError({
    who,
    expected: `labels \`y\` of shape ${formatShape(output)} for categorical_crossentropy`,
    got: formatShape(labels.shape),
    hint: 'Class numbers become rows of zeros and a one with `toCategorical`, or use sparse_categorical_crossentropy.',
  });
}

/** The leaves of an output that is a single tensor. @throws ArgumentError for several outputs. */
export function singleOutput<T>(outputs: Tree<T>, who: string): T {
  const leaves = flatten<T>(outputs);
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  throw new ArgumentError({ who, expected: 'a model with one output', got: `${leaves.length} outputs` });
}
