import { type Markup, element, text } from './markup.js';
import { fitText } from './text-width.js';
import { color, fontFamily, pictureStyle } from './theme.js';

interface PictureParts {
  readonly width: number;
  readonly height: number;
  /** Drawn above the body, if the caller chose one. */
  readonly title: string | undefined;
  /** What the picture is called where it has no title. */
  readonly name: string;
  /** What a reader who cannot see the picture should know. */
  readonly description: string;
  readonly body: readonly Markup[];
}

/** The width of most pictures: text of 12 stays readable where a phone shows them at three quarters. */
export const pictureWidth = 440;

const titleHeight = 30;
/** Room around the body, so that a picture that stands alone does not touch its edges. */
const padding = 12;

/** One SVG document that scales to its container, has a name and a description, and follows light and dark. */
export function picture(parts: PictureParts): string {
  const { width, title, name, description, body } = parts;
  const top = padding + (title === undefined ? 0 : titleHeight);
  const full = { width: Math.ceil(width + 2 * padding), height: Math.ceil(top + parts.height + padding) };
  const heading = title === undefined ? [] : [drawTitle(title, width)];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: width > 1.2 * pictureWidth ? 'myelin-picture myelin-wide' : 'myelin-picture',
      role: 'img',
      ...full,
      viewBox: `0 0 ${full.width} ${full.height}`,
    },
    element('title', {}, text(title ?? name)),
    element('desc', {}, text(description)),
    element('style', {}, pictureStyle),
    element(
      'g',
      { fill: color.ink, 'font-family': fontFamily, 'font-size': 12 },
      ...heading,
      element('g', { transform: `translate(${padding} ${top})` }, ...body),
    ),
  );
}

function drawTitle(title: string, width: number): Markup {
  const type = { 'font-size': 15, 'font-weight': 600 };
  return label(padding, padding + 15, fitText(title, width, 15), type);
}

/** What a picture says first, in the top left corner, and behind it what this rests on. */
export function headline(main: string, more: string): Markup {
  return element(
    'text',
    { x: 0, y: 14 },
    element('tspan', { 'font-size': 13, 'font-weight': 600 }, text(main)),
    element('tspan', { dx: 8, fill: color.muted }, text(more)),
  );
}

/** Text whose baseline starts (or, by `text-anchor`, has its middle or end) at a point. */
export function label(
  x: number,
  y: number,
  plain: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): Markup {
  return element('text', { x, y, ...attributes }, text(plain));
}
