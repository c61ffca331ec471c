/**
 * How many bits a letter of `test` costs somebody who has counted, in `train`, which letters follow which; the end of a word
 * counts as a letter.
 *
 * `order` letters are counted together: 2 counts what follows each letter, 3 what follows each pair. In the measure of Witten
 * and Bell what was counted after a longer context goes before what was counted after a shorter one: with `n` letters after
 * a context and `k` different ones among them, `p(letter) = (count(letter) + k · p of the shorter context) / (n + k)`.
 *
 * @example
 * ```ts
 * countedSymbolBits(['abab', 'abab'], ['abab'], 2) < 1; // true
 * countedSymbolBits(['a', 'b', 'c'], ['a', 'b', 'c'], 1); // 1.8219
 * ```
 * @see Witten and Bell, "The zero-frequency problem", 1991, method C
 */
export function countedSymbolBits(train: readonly string[], test: readonly string[], order: number): number {
  const counts = new Map<string, Map<string, number>>();
  for (const { contexts, letter } of train.flatMap((word) => placesOf(word, order))) {
    for (const context of contexts) {
      const after = counts.get(context) ?? new Map<string, number>();
      counts.set(context, after.set(letter, (after.get(letter) ?? 0) + 1));
    }
  }
  const unseen = 1 / (counts.get('')?.size ?? 1);
  const costs = test
    .flatMap((word) => placesOf(word, order))
    .map(({ contexts, letter }) => {
      const probability = contexts.reduce((shorter, context) => {
        const after = counts.get(context);
        if (after === undefined) return shorter;
        const total = [...after.values()].reduce((sum, count) => sum + count, 0);
        return ((after.get(letter) ?? 0) + after.size * shorter) / (total + after.size);
      }, unseen);
      return -Math.log2(probability);
    });
  return costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
}

const border = '\n';

/** Each letter of a word, and its end, with what stands before it: nothing, one letter, two, up to `order - 1`. */
function placesOf(word: string, order: number): { contexts: string[]; letter: string }[] {
  const padded = border.repeat(order - 1) + word + border;
  return Array.from({ length: word.length + 1 }, (_, place) => ({
    contexts: Array.from({ length: order }, (_, context) =>
      padded.slice(place + order - 1 - context, place + order - 1),
    ),
    letter: padded.charAt(place + order - 1),
  }));
}
