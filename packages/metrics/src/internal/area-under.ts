import {
  add,
  divide,
  divideNoNan,
  equal,
  greater,
  log,
  logicalAnd,
  maximum,
  minimum,
  multiply,
  slice,
  subtract,
  sum,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { AucCurve, AucSummation } from '../auc.js';
import type { MetricTensors } from '../define-metric.js';
import { type ConfusionName, precisionOf, recallOf } from './confusion.js';

type Confusion = MetricTensors<ConfusionName>;

/** The area under a curve through all thresholds, which are its first axis. */
export function areaUnder(state: Confusion, curve: AucCurve, method: AucSummation): Tensor {
  if (curve === 'PR' && method === 'interpolation') return interpolatedPrecision(state);
  const { x, y } = curves[curve](state);
  const [left, right] = neighbours(y);
  const heights = {
    interpolation: () => divide(add(left, right), 2),
    majoring: () => maximum(left, right),
    minoring: () => minimum(left, right),
  }[method]();
  const widths = subtract(...neighbours(x));
  return sum(multiply(widths, heights), { axis: 0 });
}

const curves: Readonly<Record<AucCurve, (state: Confusion) => { readonly x: Tensor; readonly y: Tensor }>> = {
  ROC: (state) => ({
    x: divideNoNan(state.false_positives, add(state.false_positives, state.true_negatives)),
    y: recallOf(state),
  }),
  PR: (state) => ({ x: recallOf(state), y: precisionOf(state) }),
  PRGAIN: (state) => {
    const found = state.true_positives;
    const none = equal(found, 0);
    const scale = divideNoNan(
      add(found, state.false_negatives),
      add(state.true_negatives, state.false_positives),
    );
    const gain = (wrong: Tensor): Tensor => subtract(1, multiply(scale, divideNoNan(wrong, found)));
    return {
      x: maximum(where(none, 0, gain(state.false_negatives)), 0),
      y: where(none, 1, gain(state.false_positives)),
    };
  },
};

/**
 * The area under precision against recall. Between two thresholds not precision is a straight line but the positives
 * among what is predicted.
 *
 * @see Davis and Goadrich, "The relationship between precision-recall and ROC curves", 2006.
 */
function interpolatedPrecision(state: Confusion): Tensor {
  const found = state.true_positives;
  const [moreFound, fewerFound] = neighbours(found);
  const [more, fewer] = neighbours(add(found, state.false_positives));
  const newlyFound = subtract(moreFound, fewerFound);
  const slope = divideNoNan(newlyFound, maximum(subtract(more, fewer), 0));
  const intercept = subtract(fewerFound, multiply(slope, fewer));
  const both = logicalAnd(greater(more, 0), greater(fewer, 0));
  const ratio = where(both, divideNoNan(more, maximum(fewer, 0)), 1);
  const [, positives] = neighbours(add(found, state.false_negatives));
  const gained = multiply(slope, add(newlyFound, multiply(intercept, log(ratio))));
  return sum(divideNoNan(gained, maximum(positives, 0)), { axis: 0 });
}

/** All thresholds but the last, and all but the first. */
function neighbours(values: Tensor): [Tensor, Tensor] {
  const [count, ...rest] = values.shape as [number, ...number[]];
  const from = (first: number): Tensor =>
    slice(values, { startIndices: [first, ...rest.map(() => 0)], shape: [count - 1, ...rest] });
  return [from(0), from(1)];
}
