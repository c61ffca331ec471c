import { ArgumentError, NdArray } from '@myelin/core';

/** Cells over two columns of a model's inputs. */
export interface DecisionGrid {
  /** What runs to the right, from and to. */
  readonly x: readonly [low: number, high: number];
  /** What runs up, from and to. */
  readonly y: readonly [low: number, high: number];
  /** Cells side by side. */
  readonly columns: number;
  /** Cells one above the other. */
  readonly rows: number;
}

/**
 * The middle of each cell, to ask a model for: row by row from below, each from left to right.
 *
 * Output `[rows · columns, 2]`, float32.
 *
 * @example
 * ```ts
 * decisionGridPoints({ x: [0, 4], y: [0, 2], columns: 2, rows: 1 }).toArray(); // [[1, 1], [3, 1]]
 * ```
 * @throws ArgumentError for a grid without cells or without extent.
 */
export function decisionGridPoints(grid: DecisionGrid): NdArray {
  checkGrid('decisionGridPoints', grid);
  const { x, y, columns, rows } = grid;
  const middle = ([low, high]: readonly [number, number], place: number, count: number): number =>
    low + ((place + 0.5) / count) * (high - low);
  const points = Array.from({ length: rows * columns }, (_, cell) => [
    middle(x, cell % columns, columns),
    middle(y, Math.floor(cell / columns), rows),
  ]);
  return new NdArray(Float32Array.from(points.flat()), [rows * columns, 2]);
}

/** @internal */
export function checkGrid(who: string, { x, y, columns, rows }: DecisionGrid): void {
  for (const count of [columns, rows]) {
    if (!Number.isInteger(count) || count < 1) {
      throw new ArgumentError({
        who,
        expected: 'columns and rows of 1 or more',
        got: `${columns} and ${rows}`,
      });
    }
  }
  for (const [low, high] of [x, y]) {
    if (!(Number.isFinite(high - low) && low < high)) {
      throw new ArgumentError({ who, expected: 'a range from low to high', got: `${low} to ${high}` });
    }
  }
}
