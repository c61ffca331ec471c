/**
 * The different letters of a text, marks and spaces included, in the order of Unicode: a vocabulary for models that read
 * letter by letter.
 *
 * @example
 * ```ts
 * lettersOf('to be or not'); // [' ', 'b', 'e', 'n', 'o', 'r', 't']
 * ```
 */
export function lettersOf(text: string): string[] {
  return [...new Set(text)].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}
