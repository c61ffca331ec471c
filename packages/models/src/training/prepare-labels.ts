import {
  ArgumentError,
  type Loss,
  NdArray,
  type Shape,
  ShapeError,
  formatShape,
  isDictionary,
  shapeSize,
  shapesAgree,
} from '@myelin/core';
import { distribute, isListOfParts } from '../distribute.js';
import { type Ports, isFlat, nameOf } from '../ports.js';
import { arrayOfNumbers, checkFinite, numericArray } from './check-array.js';

/** What an output is compared with. */
export interface Judged {
  readonly loss: Loss | null;
  /** Whether its labels are needed: for a loss or a metric. */
  readonly needed: boolean;
}

/** Labels as numbers, in the order of the outputs; null where none are needed. */
export function prepareLabels(
  given: unknown,
  ports: Ports,
  judged: readonly Judged[],
  who: string,
): (NdArray | null)[] {
  const parts = judged.some(({ needed }) => needed) ? labelsByOutput(given, ports, judged, who) : [];
  return judged.map(({ loss, needed }, i) => {
    if (!needed) return null;
    const part = parts[i] ?? null;
    const what = nameOf('y', ports, i);
    if (part === null) throw new ArgumentError({ who, expected: `labels ${what}`, got: 'none' });
    const labels = arrayOfNumbers(part, what, who);
    if (loss?.className === 'BinaryCrossentropy') checkProbabilities(labels, { what, who });
    else checkFinite(labels, what, who);
    const output = ports.shapes[i];
    if (loss !== null && output !== undefined) checkLabels(labels, output, loss, { what, who });
    return labels;
  });
}

/** Labels for a step of the user, which may be anything: one array or a list. */
export function prepareFreeLabels(given: unknown, who: string): NdArray[] {
  if ((given ?? null) === null) return [];
  const list = isListOfParts(given) ? given : [given];
  return list.map((part) => numericArray(part, '`y`', who));
}

/** As in Keras, outputs without a loss may be left out of a list. */
function labelsByOutput(given: unknown, ports: Ports, judged: readonly Judged[], who: string): unknown[] {
  const needed = judged.flatMap((output, i) => (output.needed ? [i] : []));
  if ((given ?? null) === null) return [];
  const short = needed.length < judged.length && isFlat(ports) && !isDictionary(given);
  const bare = NdArray.isNdArray(given) || ArrayBuffer.isView(given);
  const list: readonly unknown[] = bare ? [given] : Array.isArray(given) ? given : [];
  if (short && list.length === needed.length && list.length !== judged.length) {
    return judged.map((_, i) => list[needed.indexOf(i)]);
  }
  return distribute(given, ports, { who, what: '`y`' });
}

interface Names {
  readonly what: string;
  readonly who: string;
}

/** Labels must have the shape and range that the loss takes; what one takes that is not Keras' own, it alone knows. */
function checkLabels(labels: NdArray, output: Shape, loss: Loss, names: Names): void {
  if (loss.module !== 'keras.losses') return;
  const classes = output.at(-1);
  switch (loss.className) {
    case 'SparseCategoricalCrossentropy':
      if (typeof classes === 'number') checkClasses(labels, classes, loss.getConfig()['ignore_class'], names);
      return;
    case 'CategoricalGeneralizedCrossEntropy':
    case 'CTC':
      // Class numbers without an axis of classes; the loss looks at them itself.
      return;
    case 'CategoricalCrossentropy':
      if (!shapesAgree(labels.shape, output)) throw notOneHot(labels, output, names);
      break;
  }
  const same = labels.rank === output.length ? labels.shape : [...labels.shape, 1];
  if (!shapesAgree(same, output) && shapeSize(labels.shape.slice(1)) !== 1) {
    throw new ShapeError({
      who: names.who,
      expected: `labels ${names.what} that fit the output ${formatShape(output)}`,
      got: formatShape(labels.shape),
    });
  }
}

function checkClasses(labels: NdArray, classes: number, ignored: unknown, { what, who }: Names): void {
  const data = labels.data as Float32Array;
  const bad = data.find(
    (label) => label !== ignored && (!Number.isInteger(label) || label < 0 || label >= classes),
  );
  if (bad === undefined) return;
  throw new ArgumentError({
    who,
    expected: `labels ${what} from 0 to ${classes - 1} for sparse_categorical_crossentropy`,
    got: String(bad),
    hint: `The output has ${classes} values, one for each class; classes count from 0.`,
  });
}

/** Whether all lie between 0 and 1, both included; not by `every`, which calls a function for each of them. */
function areProbabilities(labels: NdArray): boolean {
  const data = labels.data as Float32Array;
  for (let i = 0; i < data.length; i++) {
    const label = data[i] as number;
    if (!(label >= 0 && label <= 1)) return false;
  }
  return true;
}

function checkProbabilities(labels: NdArray, { what, who }: Names): void {
  if (areProbabilities(labels)) return;
  checkFinite(labels, what, who);
  const bad = (labels.data as Float32Array).find((label) => label < 0 || label > 1);
  throw new ArgumentError({
    who,
    expected: `labels ${what} from 0 to 1 for binary_crossentropy`,
    got: String(bad),
  });
}

function notOneHot(labels: NdArray, output: Shape, { what, who }: Names): ShapeError {
  return new ShapeError({
    who,
    expected: `labels ${what} of shape ${formatShape(output)} for categorical_crossentropy`,
    got: formatShape(labels.shape),
    hint: 'Class numbers become rows of zeros and a one with `toCategorical`, or use sparse_categorical_crossentropy.',
  });
}
