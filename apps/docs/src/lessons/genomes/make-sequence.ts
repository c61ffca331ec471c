/** Kinds of sequences, in the order of the model's classes. */
export const kinds = ['EI', 'IE', 'N'] as const;

export type Kind = (typeof kinds)[number];

/**
 * A sequence of 60 letters that follows textbook rules, not one that was observed.
 *
 * An intron begins with GT, most often within CAG|GTAAGT, and ends with AG, behind a stretch that is rich in C and T. All other
 * letters are drawn at random.
 */
export function makeSequence(kind: Kind, seed: number): string {
  const next = randomNumbers(seed);
  const draw = (letters: string): string => letters.charAt(Math.floor(next() * letters.length));
  const any = (count: number): string => Array.from({ length: count }, () => draw('ACGT')).join('');
  if (kind === 'EI') return `${any(27)}CAGGTAAGT${any(24)}`;
  if (kind === 'N') return any(60);
  const tract = Array.from({ length: 14 }, () => draw('CTCTCTTG')).join('');
  return `${any(12)}${tract}${any(1)}CAGG${any(29)}`;
}

/** The same numbers from 0 to 1 for the same seed: Lehmer's generator. */
function randomNumbers(seed: number): () => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
