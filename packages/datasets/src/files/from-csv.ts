import { ArgumentError, FormatError, NdArray, nearest } from '@myelin/core';
import type { Table } from '../named/examples.js';
import { parseCsv } from './parse-csv.js';

export interface FromCsvOptions {
  /** Names of the columns to learn from, in order. Default: all but the target, in the order of the file. */
  readonly features?: readonly string[];
  /** Name of the column to predict. Without it there is no `y`. */
  readonly target?: string;
  /** What errors call the file. Default `'CSV'`. */
  readonly name?: string;
}

/**
 * Columns of numbers from CSV text whose first line names them.
 *
 * The separator (comma, semicolon, tab or bar) is found by itself; quoted cells and a byte order mark are understood;
 * empty lines are passed over.
 *
 * Output: `x [rows, features]` and, with a `target`, `y [rows]`, float32.
 *
 * @example
 * ```ts
 * const { x, y, features } = fromCsv('height,age,weight\n1.8,30,75\n1.6,25,60', { target: 'weight' });
 * x.shape;     // [2, 2]
 * y.toArray(); // [75, 60]
 * features;    // ['height', 'age']
 * ```
 * @throws ArgumentError when the file has no such column, FormatError when a cell is no number, with its row and column.
 */
export function fromCsv(text: string, options: FromCsvOptions & { readonly target: string }): Table;
export function fromCsv(text: string, options?: FromCsvOptions): Pick<Table, 'x' | 'features'>;
export function fromCsv(text: string, options: FromCsvOptions = {}): Partial<Table> {
  const { target, name = 'CSV' } = options;
  const { header, rows } = parseCsv(text, name);
  const features = options.features ?? header.filter((column) => column !== target);
  const read = (columns: readonly string[]): Float32Array => {
    const places = columns.map((column) => placeOf(column, header, name));
    return Float32Array.from(
      rows.flatMap((row, i) => places.map((place) => toNumber(row, place, i, header, name))),
    );
  };
  const x = new NdArray(read(features), [rows.length, features.length]);
  return target === undefined ? { x, features } : { x, y: new NdArray(read([target])), features, target };
}

function placeOf(column: string, header: readonly string[], name: string): number {
  const place = header.indexOf(column);
  if (place >= 0) return place;
  const near = nearest(column, header);
  throw new ArgumentError({
    who: name,
    expected: `one of the columns ${header.map((known) => `"${known}"`).join(', ')}`,
    got: `"${column}"`,
    ...(near === undefined ? {} : { hint: `Did you mean "${near}"?` }),
  });
}

function toNumber(
  row: readonly string[],
  place: number,
  index: number,
  header: readonly string[],
  name: string,
): number {
  const cell = row[place];
  const value = cell === undefined || cell === '' ? NaN : Number(cell);
  if (Number.isFinite(value)) return value;
  throw new FormatError({
    who: name,
    expected: `a number in row ${index + 1}, column "${header[place]}"`,
    got: cell === undefined ? `a row of ${row.length} cells` : cell === '' ? 'an empty cell' : `"${cell}"`,
    hint: 'Rows count from 1 after the line of names.',
  });
}
