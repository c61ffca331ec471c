import {
  PyFloat,
  type WireRecord,
  type WireValue,
  isRecord,
  mapTree,
  serializeKerasObject,
} from '@myelin/core';
import { stepsIn } from '../training/custom-steps.js';
import type { Trainer } from '../training/trainer.js';

/**
 * Keras' JSON of what `compile` was given, arranged as it was given; empty if it was not called, or was given steps of the
 * user, without which the model would learn something else.
 */
export function compileConfig({ compiled, optimizer }: Pick<Trainer, 'compiled' | 'optimizer'>): WireRecord {
  if (compiled === undefined || Object.keys(stepsIn(compiled)).length > 0) return {};
  const { loss, lossWeights, metrics, weightedMetrics, jitCompile } = compiled;
  return {
    optimizer: serializeKerasObject(optimizer),
    loss: serializeKerasObject(loss),
    loss_weights: lossWeights === undefined ? null : serializeKerasObject(mapTree(lossWeights, toFloat)),
    metrics: listed(serializeKerasObject(metrics)),
    weighted_metrics: listed(serializeKerasObject(weightedMetrics)),
    run_eagerly: false,
    steps_per_execution: 1,
    jit_compile: jitCompile === true,
  };
}

/** Keras refuses a single weight that is a whole number and no float. */
function toFloat(weight: number | null): PyFloat | number | null {
  return Number.isInteger(weight) ? new PyFloat(weight as number) : weight;
}

/** Keras takes no metrics but lists and dictionaries. */
function listed(metrics: WireValue): WireValue {
  const single = typeof metrics === 'string' || (isRecord(metrics) && 'class_name' in metrics);
  return single ? [metrics] : metrics;
}
