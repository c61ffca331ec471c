/** Letters a to z as numbers from 1 to 26. */
export function numbersOfLetters(word: string): number[] {
  return Array.from(word, (letter) => letter.charCodeAt(0) - 96);
}

/** The word that numbers from 1 to 26 spell. */
export function lettersOfNumbers(numbers: readonly number[]): string {
  return String.fromCharCode(...numbers.map((number) => number + 96));
}
