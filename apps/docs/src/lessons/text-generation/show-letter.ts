/** A letter as it is shown where it stands alone. */
export function showLetter(letter: string): string {
  if (letter === '\n') return '⏎';
  return letter === ' ' ? '␣' : letter;
}
