import { NdArray } from '@myelin/core';
import type { ClassTable, Table } from './examples.js';

/** What those tables offer that have columns of words or cells that are empty. */
export interface TableOptions {
  /**
   * Whether columns of words come along, one-hot: a column of 0 and 1 for each word, `island_Dream` for example.
   * @defaultValue true
   */
  readonly categories?: boolean;
  /**
   * Rows in which one of the chosen columns is empty: `'drop'` leaves them out, `'nan'` keeps them, with NaN for what is
   * not known.
   * @defaultValue 'drop'
   */
  readonly missing?: 'drop' | 'nan';
}

/** The cells of each column, by its name; an empty cell is not known. */
export type Columns = ReadonlyMap<string, readonly string[]>;

interface Layout extends TableOptions {
  readonly target: string;
  /** Words that each column of words may hold, in the order of their one-hot columns. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

interface Feature {
  readonly name: string;
  readonly cells: readonly string[];
  readonly toNumber: (cell: string) => number;
}

/** The table whose target is a number. */
export function tableFromColumns(columns: Columns, layout: Layout): Table {
  return readTable(columns, layout, (targets) => Float32Array.from(targets, Number));
}

/** The table whose target is one of `classes`, by its place. */
export function classTableFromColumns(
  columns: Columns,
  { classes, ...layout }: Layout & { readonly classes: readonly string[] },
): ClassTable {
  const places = new Map(classes.map((name, place) => [name, place]));
  const table = readTable(columns, layout, (targets) =>
    Uint8Array.from(targets, (name) => places.get(name) ?? NaN),
  );
  return { ...table, classes: [...classes] };
}

function readTable(
  columns: Columns,
  { target, words = {}, categories = true, missing = 'drop' }: Layout,
  toTarget: (cells: readonly string[]) => Float32Array | Uint8Array,
): Table {
  const features = [...columns].flatMap(([name, cells]): Feature[] => {
    if (name === target) return [];
    const known = words[name];
    if (known === undefined) return [{ name, cells, toNumber: Number }];
    return categories ? known.map((word) => oneHot(name, word, cells)) : [];
  });
  const targets = columns.get(target) ?? [];
  const rows = Array.from(targets.keys()).filter(
    (row) => missing === 'nan' || features.every(({ cells }) => cells[row] !== ''),
  );
  const x = rows.flatMap((row) =>
    features.map(({ cells, toNumber }) => (cells[row] === '' ? NaN : toNumber(cells[row] ?? ''))),
  );
  return {
    x: new NdArray(Float32Array.from(x), [rows.length, features.length]),
    y: new NdArray(toTarget(rows.map((row) => targets[row] ?? ''))),
    features: features.map(({ name }) => name),
    target,
  };
}

function oneHot(name: string, word: string, cells: readonly string[]): Feature {
  return { name: `${name}_${word}`, cells, toNumber: (cell) => (cell === word ? 1 : 0) };
}
