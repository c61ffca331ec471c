import { ArgumentError } from '@myelin/core';

/** Of one axis: what goes or comes at both ends, and how long it is then; two of them are given. */
export interface Edges {
  readonly before: number | null | undefined;
  readonly after: number | null | undefined;
  readonly target: number | null | undefined;
}

/**
 * The third of the three, where an axis of `length` grows by both ends (`sign` 1) or loses them (-1).
 *
 * @throws ArgumentError when not two are given, or one is negative.
 */
export function completed(
  who: string,
  length: number,
  { before, after, target }: Edges,
  sign: 1 | -1,
): { before: number; after: number; target: number } {
  const given = [before, after, target].map((value) => value ?? null);
  const [first, last, size] = given;
  const rest = sign * ((size ?? 0) - length);
  const complete = {
    before: first ?? rest - (last ?? 0),
    after: last ?? rest - (first ?? 0),
    target: size ?? length + sign * ((first ?? 0) + (last ?? 0)),
  };
  const isComplete = given.filter((value) => value === null).length === 1;
  if (!isComplete || Object.values(complete).some((value) => value < 0)) {
    throw new ArgumentError({
      who,
      expected: 'two of both ends and the size, none of the three negative',
      got: `${given.map(String).join(', ')} for ${length}`,
    });
  }
  return complete;
}
