import { NdArray } from '@myelin/core';
import { accuracy } from '@myelin/course';
import { columnStatistics, standardize } from '@myelin/datasets';
import { type DecisionGrid, decisionBoundary, decisionGridPoints } from '@myelin/viz';
import { tabularClassifier } from '@myelin/zoo';
import type { RunFunction } from '../../course/run-messages.js';
import { loadTable } from './load-table.js';
import type { BoundaryNews, BoundaryRequest, BoundaryResult } from './messages.js';
import { pictured } from './tables.js';

const epochs = 100;

export const run: RunFunction<BoundaryRequest, BoundaryNews, BoundaryResult> = async (
  { table, columns: [across, up], hidden },
  { tell, signal },
) => {
  const { x: all, y, classes } = await loadTable(table);
  const rows = all.toArray() as number[][];
  const x = NdArray.from(rows.map((row) => [row[across] ?? NaN, row[up] ?? NaN]));
  const statistics = columnStatistics(x);
  const model = tabularClassifier({ features: 2, classes: classes.length, hidden, learningRate: 0.01 });
  const grid: DecisionGrid = { x: range(rows, across), y: range(rows, up), columns: 70, rows: 50 };
  const points = standardize(decisionGridPoints(grid), statistics);
  const [xLabel, yLabel] = [pictured[table].columns[across], pictured[table].columns[up]];

  const show = async (epoch: number): Promise<void> => {
    const predicted = await model.predict(points, { verbose: 0, batchSize: 3500 });
    const examples = { x, truth: y };
    const labels = { ...(xLabel && { xLabel }), ...(yLabel && { yLabel }) };
    tell({ epoch, svg: decisionBoundary({ grid, predicted, examples, labels: classes, ...labels }) });
  };
  await show(0);
  await model.fit(standardize(x, statistics), y, {
    epochs,
    verbose: 0,
    signal,
    callbacks: [
      {
        async onEpochEnd(epoch) {
          if ((epoch + 1) % 5 === 0) await show(epoch + 1);
        },
      },
    ],
  });
  return { accuracy: accuracy(y, await model.predict(standardize(x, statistics), { verbose: 0 })) };
};

/** From the smallest value of a column to the largest, and a little beyond. */
function range(rows: readonly (readonly number[])[], column: number): [number, number] {
  const values = rows.map((row) => row[column] ?? NaN);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * 0.06;
  return [low - margin, high + margin];
}
