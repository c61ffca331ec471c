import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';

/** The root of an XML document, for tests; anything that is not well-formed throws. */
export function parseXml(xml: string): Element {
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    xml,
    'text/xml',
  ).documentElement;
  if (root === null) throw new TypeError('The document is empty.');
  return root;
}

/** All elements of a name within another, in document order. */
export function all(within: Element, name: string): Element[] {
  return Array.from(within.getElementsByTagName(name));
}

/** The text elements that say exactly this. */
export function saying(within: Element, words: string): Element[] {
  return all(within, 'text').filter((element) => element.textContent === words);
}

export function num(element: Element | undefined, attribute: string): number {
  const value = element?.getAttribute(attribute);
  return value === null || value === undefined || value === '' ? NaN : Number(value);
}

/** The corners of a path of `M` and `L`, one list for each piece. */
export function pieces(path: Element | undefined): [x: number, y: number][][] {
  return (path?.getAttribute('d') ?? '')
    .split('M')
    .filter((piece) => piece !== '' && !piece.endsWith('Z'))
    .map((piece) =>
      piece.split('L').map((corner) => {
        const [x = NaN, y = NaN] = corner.split(/[ ,]/).map(Number);
        return [x, y];
      }),
    );
}

/**
 * What a place means by the values that an axis shows: read from two of its labels, as a reader would.
 *
 * Labels of the vertical axis stand 4 below their line, those of the horizontal axis in its middle.
 */
export function readAxis(within: Element, anchor: 'end' | 'middle', log = false): (place: number) => number {
  const axis = all(within, 'g').find(
    (group) => group.getAttribute('text-anchor') === anchor && group.getAttribute('font-size') === '11',
  );
  if (axis === undefined) throw new TypeError('There is no such axis.');
  const of = (value: number): number => (log ? Math.log10(value) : value);
  const marks = all(axis, 'text').map((label) => ({
    value: of(Number(label.textContent?.replaceAll(',', '').replace('−', '-'))),
    place: anchor === 'end' ? num(label, 'y') - 4 : num(label, 'x'),
  }));
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError('The axis has no labels.');
  return (place) => {
    const value =
      first.value + ((place - first.place) / (last.place - first.place)) * (last.value - first.value);
    return log ? 10 ** value : value;
  };
}
