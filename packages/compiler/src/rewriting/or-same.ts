/** The list before, if the one after has the same elements: passes show by it that they changed nothing. */
export function orSame<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return before.length === after.length && before.every((item, i) => item === after[i]) ? before : after;
}
