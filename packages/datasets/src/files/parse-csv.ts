import { FormatError } from '@myelin/core';
import Papa from 'papaparse';

/**
 * The cells of CSV text, without the blanks around them, below the names in its first line.
 *
 * @throws FormatError without names or without rows, for a name that occurs twice and for a quote that is not closed.
 */
export function parseCsv(text: string, name: string): { header: string[]; rows: string[][] } {
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    throw new FormatError({
      who: name,
      expected: 'closed quotes',
      got: `${broken.message} in row ${broken.row}`,
    });
  }
  const [header, ...rows] = data.map((row) => row.map((cell) => cell.trim()));
  if (header === undefined || rows.length === 0) {
    throw new FormatError({
      who: name,
      expected: 'a line of column names and lines of numbers',
      got: `${data.length} lines`,
    });
  }
  const repeated = header.find((column, i) => header.indexOf(column) !== i);
  if (repeated !== undefined) {
    throw new FormatError({
      who: name,
      expected: 'different names for the columns',
      got: `"${repeated}" twice`,
    });
  }
  return { header, rows };
}
