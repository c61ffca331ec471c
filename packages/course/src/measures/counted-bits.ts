/**
 * How many bits a letter of `test` costs somebody who has counted, in `train`, which letters follow which.
 *
 * `order` letters are counted together: 1 counts single letters, 3 counts what follows each pair. Where a pair never came
 * up, the counts after its last letter speak, in the measure of Witten and Bell: with `n` letters counted after a context
 * and `k` different ones among them, `p(letter) = (count(letter) + k · p of the shorter context) / (n + k)`. What nobody has
 * counted has the same chance for each of the letters of `train`.
 *
 * @example
 * ```ts
 * countedBits('abababab', 'abab', 1); // 1
 * countedBits('abababab', 'abab', 2) < 0.4; // true
 * ```
 * @see Witten and Bell, "The zero-frequency problem: estimating the probabilities of novel events in adaptive text
 *   compression", 1991.
 */
export function countedBits(train: string, test: string, order: number): number {
  const tables = Array.from({ length: order }, (_, context) => countAfter(train, context));
  const unseen = 1 / new Set(train).size;
  let bits = 0;
  for (let i = order - 1; i < test.length; i++) {
    const probability = tables.reduce((shorter, table, context) => {
      const counts = table.get(test.slice(i - context, i));
      if (counts === undefined) return shorter;
      const { after, total } = counts;
      return ((after.get(test.charAt(i)) ?? 0) + after.size * shorter) / (total + after.size);
    }, unseen);
    bits -= Math.log2(probability);
  }
  return bits / (test.length - order + 1);
}

interface Counts {
  readonly after: Map<string, number>;
  total: number;
}

/** What follows each run of so many letters. */
function countAfter(text: string, context: number): Map<string, Counts> {
  const table = new Map<string, Counts>();
  for (let i = context; i < text.length; i++) {
    const before = text.slice(i - context, i);
    const counts = table.get(before) ?? { after: new Map<string, number>(), total: 0 };
    table.set(before, counts);
    counts.after.set(text.charAt(i), (counts.after.get(text.charAt(i)) ?? 0) + 1);
    counts.total += 1;
  }
  return table;
}
