/** A letter, and what stands before it: nothing, one letter, two, and so on, as far as it is known. */
export interface LetterPlace {
  readonly contexts: readonly string[];
  readonly letter: string;
}

interface Counts {
  readonly after: Map<string, number>;
  total: number;
}

/**
 * How many bits a letter costs somebody who has counted which letters follow which, in the measure of Witten and Bell.
 *
 * What was counted after a longer context goes before what was counted after a shorter one: with `n` letters after a context
 * and `k` different ones among them, `p(letter) = (count(letter) + k · p of the shorter context) / (n + k)`. What nobody has
 * counted has the same chance for each of the letters.
 *
 * @see Witten and Bell, "The zero-frequency problem: estimating the probabilities of novel events in adaptive text
 *   compression", 1991, method C
 */
export function bitsByCounting(train: Iterable<LetterPlace>, test: Iterable<LetterPlace>): number {
  const table = countLetters(train);
  const unseen = 1 / (table.get('')?.after.size ?? 1);
  let [bits, places] = [0, 0];
  for (const { contexts, letter } of test) {
    const probability = contexts.reduce((shorter, context) => {
      const counts = table.get(context);
      if (counts === undefined) return shorter;
      const { after, total } = counts;
      return ((after.get(letter) ?? 0) + after.size * shorter) / (total + after.size);
    }, unseen);
    bits -= Math.log2(probability);
    places += 1;
  }
  return bits / places;
}

function countLetters(places: Iterable<LetterPlace>): Map<string, Counts> {
  const table = new Map<string, Counts>();
  for (const { contexts, letter } of places) {
    for (const context of contexts) {
      const counts = table.get(context) ?? { after: new Map<string, number>(), total: 0 };
      table.set(context, counts);
      counts.after.set(letter, (counts.after.get(letter) ?? 0) + 1);
      counts.total += 1;
    }
  }
  return table;
}

/** The places of a text from one on; `order - 1` letters are looked back at, or as many as there are. */
export function* placesOf(text: string, order: number, first: number): Generator<LetterPlace> {
  for (let i = first; i < text.length; i++) {
    const contexts = Array.from({ length: Math.min(order, i + 1) }, (_, before) => text.slice(i - before, i));
    yield { contexts, letter: text.charAt(i) };
  }
}
