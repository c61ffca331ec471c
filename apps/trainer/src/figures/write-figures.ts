import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { backendInfo } from 'myelin';
import type { DigitFigures } from './measure-digits.js';
import type { SplitFigures } from './measure-splits.js';

export interface Figures {
  readonly splits: readonly SplitFigures[];
  readonly digits: readonly DigitFigures[];
}

/** What Keras 3.15.1 on TensorFlow reaches, and what must be reached here. */
const references: Readonly<Record<string, { readonly keras: string; readonly atLeast: number }>> = {
  'concrete-50-50-1': { keras: '0.88 (0.87-0.91)', atLeast: 0.86 },
  'concrete-5-5-1': { keras: '0.70 (0.64-0.75)', atLeast: 0.64 },
  'digits-mlp': { keras: '97.6-98.2 %', atLeast: 0.976 },
  'digits-cnn': { keras: '98.2-98.9 %', atLeast: 0.982 },
};

/**
 * Writes `figures.json` and `FIGURES.md` into a folder.
 *
 * @returns what was not reached.
 */
export async function writeFigures(folder: string, figures: Figures): Promise<string[]> {
  const runtime = { backend: (await backendInfo()).name, node: process.version };
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'figures.json'),
    `${JSON.stringify({ ...runtime, ...figures }, null, 2)}\n`,
  );
  await writeFile(path.join(folder, 'FIGURES.md'), figuresPage(figures, runtime));
  const reached = [
    ...figures.splits.map(({ name, mean }) => ({ name, value: mean })),
    ...figures.digits.map(({ name, testAccuracy }) => ({ name, value: testAccuracy.at(-1) ?? 0 })),
  ];
  return reached.flatMap(({ name, value }) => {
    const atLeast = references[name]?.atLeast ?? 0;
    return value >= atLeast ? [] : [`${name}: expected at least ${atLeast}, got ${value.toFixed(4)}.`];
  });
}

/** The figures as Markdown. */
function figuresPage(
  { splits, digits }: Figures,
  { backend, node }: { readonly backend: string; readonly node: string },
): string {
  const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;
  const splitRows = splits.map(({ name, title, epochs, mean, r2 }) => [
    title,
    String(epochs),
    `**${mean.toFixed(3)}**`,
    r2.map((value) => value.toFixed(3)).join(', '),
    references[name]?.keras ?? '',
  ]);
  const digitRows = digits.map(({ name, title, testAccuracy }) => [
    title,
    `**${percent(testAccuracy.at(-1) ?? 0)}**`,
    testAccuracy.map((value) => (value * 100).toFixed(2)).join(', '),
    references[name]?.keras ?? '',
  ]);
  const seeds = (splits[0]?.seeds ?? []).join(', ');
  return `# What training reaches

Written by \`npm run figures\` (${backend}, Node ${node}); all numbers are in [figures.json](figures.json).
Batch 32, Adam with its defaults; the figures of Keras are those of version 3.15.1 on TensorFlow.

## Strength of concrete

R² on the 30 % of the mixes that were not learned from, for random splits (seeds ${seeds}). Columns and strength are
brought to mean 0 and variance 1 by the mixes that were learned from.

${table(['network', 'epochs', 'mean R²', 'each split', 'Keras, mean (range)'], splitRows)}

## Handwritten digits

Accuracy on MNIST's 10,000 test images, learned from its 60,000 training images in ${digits[0]?.testAccuracy.length ?? 0} epochs.

${table(['network', 'after the last epoch', 'after each epoch, %', 'Keras'], digitRows)}
`;
}

/** A Markdown table, columns aligned as prettier does. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n');
}
