const narrow = /[iljtfI.,:;'|!()[\] ]/;
const wide = /[mwMWQO@%—\u{2e80}-\u{10ffff}]/u;

/**
 * About how wide a text is in a system font of a size.
 *
 * Pictures are made where no font can be asked, so this leans to the wide side: what fits here fits on the screen.
 */
export function textWidth(plain: string, size: number): number {
  let ems = 0;
  for (const character of plain) ems += narrow.test(character) ? 0.34 : wide.test(character) ? 0.95 : 0.6;
  return ems * size;
}

/** The text itself, or its beginning and `…`, so that it takes at most `width`. */
export function fitText(plain: string, width: number, size: number): string {
  if (textWidth(plain, size) <= width) return plain;
  const characters = Array.from(plain);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
