declare const brand: unique symbol;

/** XML or HTML that is already escaped; only `text`, `element` and the style sheets make it. */
export type Markup = string & { readonly [brand]: true };

type Attributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 has no way to write, not even escaped: control characters and halves of surrogate pairs. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Plain text as markup, safe in elements and in quoted attributes. */
export function text(plain: string): Markup {
  return plain
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character) as Markup;
}

/** `<name attribute="value">children</name>`; numbers keep two decimals, undefined attributes are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : text(value)}"`)
    .join('');
  const content = children.join('');
  return (
    children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
  ) as Markup;
}

/** A hundredth of a pixel is finer than any screen; more digits only make files larger. */
function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
