import Papa from 'papaparse';
import { type LoadOptions, loadFile } from '../files/load-file.js';
import type { RemoteFile } from '../files/remote-file.js';

/** The cells of each line below the names of the columns; empty lines are passed over. */
export async function loadCsvRows(file: RemoteFile, options: LoadOptions): Promise<string[][]> {
  const text = new TextDecoder().decode(await loadFile(file, options));
  return Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: 'greedy' }).data.slice(1);
}
