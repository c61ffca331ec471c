import { ArgumentError, type ArrayLike, NdArray, ShapeError } from '@myelin/core';

/** Named arrays as NdArrays, and the number of rows that all of them have. */
export function toArrays<K extends string>(
  data: Readonly<Record<K, ArrayLike>>,
  who: string,
): { arrays: Record<K, NdArray>; length: number } {
  const entries = Object.entries<ArrayLike>(data).map(
    ([name, value]) => [name, NdArray.from(value)] as const,
  );
  const [first] = entries;
  if (first === undefined)
    throw new ArgumentError({ who, expected: 'arrays by name, such as { x, y }', got: 'none' });
  const length = rowsOf(first, who);
  for (const entry of entries) {
    const rows = rowsOf(entry, who);
    if (rows !== length) {
      throw new ShapeError({
        who,
        expected: `arrays of one length (\`${first[0]}\` has ${length} rows)`,
        got: `${rows} rows in \`${entry[0]}\``,
        hint: 'Pass nothing but what has a row for each example, such as { x, y }.',
      });
    }
  }
  return { arrays: Object.fromEntries(entries) as Record<K, NdArray>, length };
}

function rowsOf([name, array]: readonly [string, NdArray], who: string): number {
  const rows = array.shape[0];
  if (rows === undefined)
    throw new ShapeError({ who, expected: 'an array with rows', got: `a single value in \`${name}\`` });
  return rows;
}
