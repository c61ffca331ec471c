import { type ClassTable, breastCancer, iris, penguins, wine } from '@myelin/datasets';
import type { TableName } from './tables.js';

const loaders: Readonly<Record<TableName, () => Promise<ClassTable>>> = {
  iris,
  wine,
  breastCancer,
  penguins: () => penguins({ categories: false }),
};

/** Penguins come with their measurements alone. */
export function loadTable(name: TableName): Promise<ClassTable> {
  return loaders[name]();
}
