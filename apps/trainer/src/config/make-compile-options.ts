import { type Optimizer, UnknownIdError, nearest } from '@myelin/core';
import type { CompileOptions } from '@myelin/models';
import { byId } from '@myelin/optimizers/by-id';
import type { Task } from '../data/load-data.js';
import type { CompileEntry, OptimizerEntry } from './training-config.js';

const defaults = {
  regression: { optimizer: 'adam', loss: 'mean_squared_error', metrics: [] },
  classification: { optimizer: 'adam', loss: 'sparse_categorical_crossentropy', metrics: ['accuracy'] },
} as const;

/** What `compile` gets: what the config says, else what suits the task. Unknown ids are refused by `compile`. */
export function makeCompileOptions(entry: CompileEntry, task: Task): CompileOptions {
  const { optimizer, loss, metrics } = { ...defaults[task], ...entry };
  return {
    optimizer: typeof optimizer === 'object' ? makeOptimizer(optimizer) : optimizer,
    loss,
    metrics,
  } as CompileOptions;
}

function makeOptimizer({ optimizer, ...options }: OptimizerEntry): Optimizer {
  const known = Object.entries(byId).find(([id]) => id === optimizer);
  if (known !== undefined) return (known[1] as (given: object) => Optimizer)(options);
  const near = nearest(optimizer, Object.keys(byId));
  throw new UnknownIdError({
    who: 'compile.optimizer',
    expected: 'the id of an optimizer',
    got: JSON.stringify(optimizer),
    hint: near === undefined ? `Known are ${Object.keys(byId).join(', ')}.` : `Did you mean "${near}"?`,
  });
}
