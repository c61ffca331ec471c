import { type WireRecord, serializeKerasObject } from '@myelin/core';
import type { Trainer } from '../training/trainer.js';

/** Keras' JSON of what `compile` was given; empty if it was not called. */
export function compileConfig({ compiled, optimizer }: Pick<Trainer, 'compiled' | 'optimizer'>): WireRecord {
  if (compiled === undefined) return {};
  const list = (values: readonly unknown[] | undefined) =>
    values === undefined || values.length === 0 ? null : values.map(serializeKerasObject);
  return {
    optimizer: serializeKerasObject(optimizer),
    loss: serializeKerasObject(compiled.loss),
    loss_weights: null,
    metrics: list(compiled.metrics),
    weighted_metrics: list(compiled.weightedMetrics),
    run_eagerly: false,
    steps_per_execution: 1,
    jit_compile: false,
  };
}
