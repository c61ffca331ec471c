import type { Markup } from './markup.js';

interface Tone {
  readonly light: string;
  readonly dark: string;
}

type ToneName =
  | 'ink'
  | 'muted'
  | 'grid'
  | 'axis'
  | 'surface'
  | 'series1'
  | 'series2'
  | 'series3'
  | 'series4'
  | 'series5'
  | 'right'
  | 'wrong';

/**
 * The colours of all pictures.
 *
 * `right` and `wrong` are shades: ink is readable on them, however strong they are.
 * The series keep apart for readers with any of the three colour-vision deficiencies: they differ in lightness, too.
 * Every light value is written as an attribute, for programs that know no style sheets, and the style sheet finds it
 * there to replace it; so no two tones may share a light value.
 */
export const tones: Readonly<Record<ToneName, Tone>> = {
  ink: { light: '#1b1f24', dark: '#eceef1' },
  muted: { light: '#5c636d', dark: '#a4abb5' },
  grid: { light: '#e5e7ea', dark: '#2b3037' },
  axis: { light: '#9aa1ab', dark: '#636b76' },
  surface: { light: '#ffffff', dark: '#14171b' },
  series1: { light: '#1f77b4', dark: '#7cc0ff' },
  series2: { light: '#d95f0e', dark: '#f47c3c' },
  series3: { light: '#00573a', dark: '#3cf0b4' },
  series4: { light: '#7b1e63', dark: '#b8608a' },
  series5: { light: '#9b6cf0', dark: '#8b74e0' },
  right: { light: '#62aee8', dark: '#1d6fb5' },
  wrong: { light: '#f5a05a', dark: '#b4530f' },
};

/** The colour of each tone as attributes hold it. */
export const color: Readonly<Record<ToneName, string>> = mapTones((tone) => tone.light);

/** Colours for things of equal rank, in this order and then again from the start. */
export function seriesColor(index: number): string {
  const order = [color.series1, color.series2, color.series3, color.series4, color.series5];
  return order[index % order.length] ?? color.series1;
}

export const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const names = Object.keys(tones) as ToneName[];

/**
 * Declares `--myelin-ink` and its kin on `selector`, light and dark after the page's `color-scheme`.
 *
 * The selector weighs nothing, so a page that sets the same variables on `.myelin-picture` wins.
 */
export function toneVariables(selector: string): string {
  const declare = (value: (tone: Tone) => string): string =>
    `:where(${selector}){${names.map((name) => `${variable(name)}:${value(tones[name])}`).join(';')}}`;
  const both = declare(({ light, dark }) => `light-dark(${light},${dark})`);
  return `${declare(({ light }) => light)}@supports(color:light-dark(red,red)){${both}}`;
}

/** The style sheet that each picture carries. Many of them in one page say the same thing. */
export const pictureStyle: Markup = [
  toneVariables('.myelin-picture'),
  ':where(.myelin-picture){max-width:100%;height:auto}',
  'svg.myelin-picture:root{color-scheme:light dark;background:var(--myelin-surface)}',
  '.myelin-picture text{font-variant-numeric:tabular-nums}',
  ...names.flatMap((name) =>
    ['fill', 'stroke'].map(
      (property) =>
        `.myelin-picture [${property}="${tones[name].light}"]{${property}:var(${variable(name)})}`,
    ),
  ),
].join('') as Markup;

function variable(name: ToneName): string {
  return `--myelin-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function mapTones(value: (tone: Tone) => string): Readonly<Record<ToneName, string>> {
  return Object.fromEntries(Object.entries(tones).map(([name, tone]) => [name, value(tone)])) as Record<
    ToneName,
    string
  >;
}
