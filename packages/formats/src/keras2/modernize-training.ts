import { type WireRecord, type WireValue, isRecord } from '@myelin/core';

/** Options of optimizers of Keras 2 that say nothing about how weights change; a decay of 0 does not either. */
const isUnused = (key: string, value: WireValue): boolean =>
  ['is_legacy_optimizer', 'jit_compile'].includes(key) || (key === 'decay' && JSON.stringify(value) === '0');

/** How a model was compiled, as Keras 3 keeps it; losses and metrics that it has no name for stay out. */
export function modernizeTraining(training: WireRecord): WireRecord {
  const {
    optimizer_config: optimizer,
    loss,
    loss_weights: lossWeights,
    metrics,
    weighted_metrics: weighted,
  } = training;
  return {
    ...(isRecord(optimizer) ? { optimizer: modernizeOptimizer(optimizer) } : {}),
    loss: loss ?? null,
    loss_weights: lossWeights ?? null,
    metrics: modernizeMetrics(metrics ?? null),
    weighted_metrics: modernizeMetrics(weighted ?? null),
  };
}

function modernizeOptimizer(wire: WireRecord): WireRecord {
  const { lr, ...config } = wire['config'] as WireRecord;
  const entries = Object.entries(config).filter(([key, value]) => !isUnused(key, value));
  return {
    module: 'keras.optimizers',
    class_name: (wire['class_name'] as string).replace(/^Custom>/, ''),
    config: { ...(lr === undefined ? {} : { learning_rate: lr }), ...Object.fromEntries(entries) },
    registered_name: null,
  };
}

/** Wrapped functions become their names. */
function modernizeMetrics(value: WireValue): WireValue {
  if (Array.isArray(value)) return (value as readonly WireValue[]).map(modernizeMetrics);
  if (!isRecord(value)) return value;
  const record = value;
  if (record['class_name'] === undefined)
    return Object.fromEntries(Object.entries(record).map(([key, entry]) => [key, modernizeMetrics(entry)]));
  const { fn } = (record['config'] ?? {}) as WireRecord;
  return record['class_name'] === 'MeanMetricWrapper' && typeof fn === 'string' ? fn : record;
}
