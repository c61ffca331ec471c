import { ArgumentError } from '@myelin/core';
import {
  add,
  arange,
  argmax,
  cast,
  divideNoNan,
  greater,
  greaterEqual,
  less,
  logicalAnd,
  multiply,
  notEqual,
  oneHot,
  reshape,
  segmentSum,
  subtract,
  sum,
  take,
  tensor,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { MetricBatch, MetricTensors } from '../define-metric.js';
import { weightsFor } from './weights-for.js';

/** How often each class was predicted for each: `[classes, classes]`, the true one first. */
export type OverlapName = 'total_confusion_matrix';

type State = MetricTensors<OverlapName>;

/** How the classes of a batch are found, and which count. */
export interface Overlapping {
  readonly numClasses: number;
  readonly ignoreClass?: number | null;
  readonly sparseYTrue?: boolean;
  readonly sparseYPred?: boolean;
  readonly axis?: number;
  readonly dtype: 'int64' | 'float32';
}

/** The shape of what is gathered. */
export function overlapShape(numClasses: number): Readonly<Record<OverlapName, readonly number[]>> {
  return { total_confusion_matrix: [numClasses, numClasses] };
}

/**
 * One batch more. Values whose class does not exist, on either side, are left out.
 *
 * @see Keras `keras.src.metrics.iou_metrics._IoUBase`
 */
export function addOverlaps(
  { total_confusion_matrix: total }: State,
  { yTrue, yPred, sampleWeight }: MetricBatch,
  { numClasses, ignoreClass = null, sparseYTrue = true, sparseYPred = true, axis = -1, dtype }: Overlapping,
): State {
  const classes = (x: Tensor, sparse: boolean): Tensor =>
    cast(sparse ? x : argmax(x, { axis }), { dtype: 'int32' });
  const flat = (x: Tensor): Tensor => reshape(x, { newshape: [-1] });
  const truth = classes(yTrue, sparseYTrue);
  const [actual, predicted] = [flat(truth), flat(classes(yPred, sparseYPred))];
  const known = logicalAnd(isClass(actual, numClasses), isClass(predicted, numClasses));
  const counts = ignoreClass === null ? known : logicalAnd(known, notEqual(actual, ignoreClass));
  const weights = asCounts(flat(weightsFor(truth, sampleWeight)), dtype);
  const pair = where(counts, add(multiply(actual, numClasses), predicted), 0);
  const more = segmentSum(where(counts, weights, 0), pair, { numSegments: numClasses ** 2 });
  const matrix = reshape(more, { newshape: [numClasses, numClasses] });
  return { total_confusion_matrix: add(total, cast(matrix, { dtype: total.dtype as 'int32' | 'float32' })) };
}

function isClass(x: Tensor, numClasses: number): Tensor {
  return logicalAnd(greaterEqual(x, 0), less(x, numClasses));
}

/** Where whole numbers are counted, weights lose what is behind the point, as in Keras. */
function asCounts(weights: Tensor, dtype: Overlapping['dtype']): Tensor {
  return dtype === 'float32' ? weights : cast(cast(weights, { dtype: 'int32' }), { dtype: 'float32' });
}

/** The mean of `tp / (tp + fp + fn)` over those of the classes, null for all, that occur as truth or prediction. */
export function meanOverlap(
  { total_confusion_matrix: total }: State,
  classes: readonly number[] | null,
): Tensor {
  const matrix = cast(total, { dtype: 'float32' });
  const [numClasses] = matrix.shape as [number];
  const chosen = (perClass: Tensor): Tensor =>
    classes === null ? perClass : take(perClass, tensor(classes, 'int32'));
  const diagonal = oneHot(arange(numClasses), { numClasses });
  const hits = sum(multiply(matrix, diagonal), { axis: 0 });
  const all = subtract(add(sum(matrix, { axis: 0 }), sum(matrix, { axis: 1 })), hits);
  const occurs = cast(greater(chosen(all), 0), { dtype: 'float32' });
  return divideNoNan(sum(divideNoNan(chosen(hits), chosen(all))), sum(occurs));
}

/** @throws ArgumentError for no classes, and for those that do not exist. */
export function checkClasses(who: string, numClasses: number, targetClassIds: readonly number[] = []): void {
  if (!(numClasses > 0)) {
    throw new ArgumentError({ who, expected: 'numClasses above 0', got: String(numClasses) });
  }
  const wrong = targetClassIds.filter((id) => !(id >= 0 && id < numClasses));
  if (wrong.length === 0) return;
  throw new ArgumentError({
    who,
    expected: `targetClassIds from 0 to ${numClasses - 1}`,
    got: wrong.join(', '),
  });
}
