import { inflateBase64 } from '../files/inflate-base64.js';
import type { Columns } from './table-from-columns.js';

/** The columns of an embedded table: a line each, its name and then its cells, between commas. */
export async function embeddedColumns(deflated: string): Promise<Columns> {
  const text = new TextDecoder().decode(await inflateBase64(deflated));
  return new Map(
    text.split('\n').map((line) => {
      const [name = '', ...cells] = line.split(',');
      return [name, cells];
    }),
  );
}
