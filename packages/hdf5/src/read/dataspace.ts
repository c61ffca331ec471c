import type { Cursor } from './cursor.js';

const maxRank = 32;

/** The shape of an array: `[]` of a scalar, `[0]` of a null dataspace, which holds nothing. */
export function readDataspace(cursor: Cursor): number[] {
  const version = cursor.version('dataspace', 1, 2);
  const rank = cursor.u8();
  if (rank > maxRank) throw cursor.error(`at most ${maxRank} axes`, String(rank));
  cursor.skip(1);
  if (version === 1) cursor.skip(5);
  else if (cursor.u8() === 2) return [0];
  const shape = Array.from({ length: rank }, () => cursor.size());
  // Also without the axes of length 0, so that no product of some of them loses digits.
  const greatest = shape.filter((length) => length > 0).reduce((product, length) => product * length, 1);
  if (!Number.isSafeInteger(greatest))
    throw cursor.error('a shape of fewer than 2^53 elements', `[${shape}]`);
  return shape;
}
