import { type Body, type Operation, type Value, cheapOps, rowsOf } from '@myelin/compiler';
import { valueById } from './access.js';
import { writeOut } from './write-out-softmax.js';

/** One walk over the columns of a row. */
export interface RowPass {
  /** Numbers of the row that are computed before. */
  readonly numbers: readonly Operation[];
  /** What is computed of each column. */
  readonly columns: readonly Operation[];
  /** Columns that earlier passes have computed and put down. */
  readonly again: readonly number[];
  /** Columns that this pass puts down, as results or for later passes. */
  readonly down: readonly number[];
  /** What it folds into numbers. */
  readonly folds: readonly Operation[];
}

/** In which order a body is computed for each row. */
export interface RowPlan {
  readonly shape: readonly number[];
  /** The body in operations that are elementwise or fold a row, with its views of parameters. */
  readonly body: Body;
  readonly passes: readonly RowPass[];
  /** Columns that are kept for later passes, and are no results. */
  readonly kept: readonly Value[];
  /** Whether a computed value has a column for each of the row, and not one number. */
  isColumns(id: number): boolean;
  /** Whether an operation computes numbers of rows whose last axis is dropped. */
  isDropped(operation: Operation): boolean;
}

/** Plans the passes of a body that computes row by row: one more for each fold that another one waits for. */
export function planRows(given: Body): RowPlan {
  const shape = rowsOf(given) as readonly number[];
  const { body, operations } = writeOut(given);
  const valueOf = (id: number): Value => valueById(body, id);
  const producers = new Map(
    operations.flatMap((operation) => operation.outputs.map(({ id }) => [id, operation])),
  );
  const isFold = (operation: Operation): boolean => 'fold' in operation.attrs;
  const isColumns = (id: number): boolean => valueOf(id).shape.join() === shape.join();
  const levels = new Map<number, number>();
  for (const operation of operations) {
    const own = Object.values(operation.inputs).map((id) => levels.get(id) ?? 0);
    const level = Math.max(0, ...own) + (isFold(operation) ? 1 : 0);
    for (const { id } of operation.outputs) levels.set(id, level);
  }
  const levelOf = (operation: Operation): number => levels.get(operation.outputs[0]?.id ?? -1) ?? 0;
  const last = Math.max(...operations.map(levelOf));
  const results = new Set(body.results);
  const kept = new Set<number>();

  const passAt = (level: number): RowPass => {
    const folds = operations.filter((operation) => isFold(operation) && levelOf(operation) === level + 1);
    const down = [...producers.keys()].filter(
      (id) => isColumns(id) && levels.get(id) === level && (results.has(id) || kept.has(id)),
    );
    const again = new Set<number>();
    const needed = new Set<Operation>();
    const need = (id: number): void => {
      const producer = producers.get(id);
      if (producer === undefined || !isColumns(id)) return;
      const isEarlier = (levels.get(id) ?? 0) < level;
      if (isEarlier && (results.has(id) || !cheapOps.has(producer.op))) {
        again.add(id);
        if (!results.has(id)) kept.add(id);
        return;
      }
      if (needed.has(producer)) return;
      needed.add(producer);
      Object.values(producer.inputs).forEach(need);
    };
    for (const { inputs } of folds) Object.values(inputs).forEach(need);
    down.forEach(need);
    return {
      numbers: operations.filter(
        (operation) =>
          !isFold(operation) && !isColumns(operation.outputs[0]?.id ?? -1) && levelOf(operation) === level,
      ),
      columns: operations.filter((operation) => needed.has(operation)),
      again: [...again],
      down,
      folds,
    };
  };
  const passes: RowPass[] = [];
  // The last first: what it needs again has to be kept by those before it.
  for (let level = last; level >= 0; level--) passes.unshift(passAt(level));
  return {
    shape,
    body,
    passes,
    kept: [...kept].map(valueOf),
    isColumns,
    isDropped: ({ outputs }) => (outputs[0]?.shape.length ?? 0) < shape.length,
  };
}
