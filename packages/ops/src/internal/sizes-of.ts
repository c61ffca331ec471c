/** A size for each of several axes: `2` stands for `[2, 2]`. */
export function sizesOf(value: number | readonly number[], axes: number): number[] {
  return typeof value === 'number' ? Array.from({ length: axes }, () => value) : [...value];
}
