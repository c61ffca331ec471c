import { describe, expect, it } from 'vitest';
import { kinds, makeSequence } from './make-sequence.js';

describe('makeSequence', () => {
  it.each(kinds)('%s has 60 letters, another sequence for each seed', (kind) => {
    const made = Array.from({ length: 20 }, (_, seed) => makeSequence(kind, seed + 1));
    for (const sequence of made) expect(sequence).toMatch(/^[ACGT]{60}$/);
    expect(new Set(made).size).toBe(20);
    expect(makeSequence(kind, 1)).toBe(made[0]);
  });

  it('lets an intron begin with GT and end with AG in the middle', () => {
    expect(makeSequence('EI', 1).slice(30, 32)).toBe('GT');
    expect(makeSequence('IE', 1).slice(28, 30)).toBe('AG');
  });
});
