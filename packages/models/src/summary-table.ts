export interface Column {
  readonly title: string;
  /** Characters between the padding. */
  readonly width: number;
  /** @defaultValue 'left' */
  readonly align?: 'left' | 'right' | 'center';
}

/** A table drawn with lines, cells wrapped at spaces. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = ([left, fill, middle, right]: readonly [string, string, string, string]): string =>
    left + columns.map(({ width }) => fill.repeat(width + 2)).join(middle) + right;
  const cells = (row: readonly string[], bar: string): string[] => {
    const wrapped = columns.map(({ width }, i) => wrap(row[i] ?? '', width));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, y) => {
      const texts = columns.map(({ width, align }, i) => {
        const text = wrapped[i]?.[y] ?? '';
        return ` ${aligned(text, width, align)} `;
      });
      return bar + texts.join(bar) + bar;
    });
  };
  const titles = columns.map(({ title }) => title);
  return [
    line(['┏', '━', '┳', '┓']),
    ...cells(titles, '┃'),
    line(['┡', '━', '╇', '┩']),
    ...rows.flatMap((row, i) => [...(i === 0 ? [] : [line(['├', '─', '┼', '┤'])]), ...cells(row, '│')]),
    line(['└', '─', '┴', '┘']),
  ].join('\n');
}

function aligned(text: string, width: number, align: Column['align']): string {
  if (align === 'right') return text.padStart(width);
  if (align === 'center')
    return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
  return text.padEnd(width);
}

/** Lines of at most `width` characters; words that are longer end in an ellipsis. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  const indent = /^ */.exec(text)?.[0] ?? '';
  let current = indent;
  for (const word of text.trimStart().split(' ')) {
    const short = word.length > width ? `${word.slice(0, width - 1)}…` : word;
    if (current.trim() === '') current += short;
    else if (current.length + 1 + short.length <= width) current += ` ${short}`;
    else {
      lines.push(current);
      current = short;
    }
  }
  return [...lines, current];
}
