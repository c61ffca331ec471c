import { ArgumentError } from '@myelin/core';
import { type ConfusionCountsOptions, confusionCounts } from './confusion-counts.js';
import { drawMatrix } from './internal/draw-matrix.js';
import { formatCount, formatPercent } from './internal/format-number.js';
import { headline, picture } from './internal/picture.js';

export interface ConfusionMatrixOptions extends Omit<ConfusionCountsOptions, 'classes'> {
  /** The names of the classes, in the order of their numbers; default: the numbers. */
  readonly labels?: readonly string[];
  /** A line on top of the picture. */
  readonly title?: string;
}

/**
 * How often each class (rows) was taken for each (columns), with recall and precision on the edges.
 *
 * The shade of a cell, blue where it is right and orange where it is wrong, is the root of its share of the row, so
 * that rare mistakes show, too. Up to 20 classes have their counts in the cells; with more, they show where the
 * pointer rests.
 *
 * @returns an SVG document.
 * @example
 * ```ts
 * const truth = [0, 0, 1, 1];
 * confusionMatrix({ truth, predicted: [0, 0, 1, 0], labels: ['cat', 'dog'] }).includes('75.0 %'); // true
 * ```
 * @throws ArgumentError for empty arrays or arrays of two lengths, for what is no class number, and for a class
 * number without a label.
 * @throws ShapeError for an array that is not `[n]`, `[n, 1]` or `[n, classes]`.
 */
export function confusionMatrix({ truth, predicted, labels, title }: ConfusionMatrixOptions): string {
  const found = confusionCounts({ truth, predicted });
  const size = found.shape[0] ?? 0;
  if (labels !== undefined && labels.length < size) {
    throw new ArgumentError({
      who: 'confusionMatrix',
      expected: `labels for ${size} classes`,
      got: String(labels.length),
    });
  }
  const names = labels ?? Array.from({ length: size }, (_, i) => String(i));
  const counts = names.map((_, i) =>
    names.map((__, j) => (i < size && j < size ? Number(found.at(i, j)) : 0)),
  );
  const total = counts.flat().reduce((all, count) => all + count, 0);
  const right = counts.reduce((all, row, i) => all + (row[i] ?? 0), 0);
  const accuracy = `Accuracy ${formatPercent(right / total)}`;
  const examples = `${formatCount(total)} ${total === 1 ? 'example' : 'examples'}`;
  const { width, height, body } = drawMatrix({ counts, names }, headline(accuracy, examples));
  return picture({
    width,
    height,
    title,
    name: 'Confusion matrix',
    description: `${accuracy} of ${examples}. ${worst(counts, names)}`,
    body,
  });
}

/** The mistake that was made most often, in words. */
function worst(counts: readonly (readonly number[])[], names: readonly string[]): string {
  const mistakes = counts.flatMap((row, i) => row.map((count, j) => ({ i, j, count: i === j ? 0 : count })));
  const most = mistakes.reduce((a, b) => (b.count > a.count ? b : a));
  if (most.count === 0) return 'No mistakes.';
  const times = most.count === 1 ? 'once' : `${formatCount(most.count)} times`;
  return `The most frequent mistake: ${names[most.i]} taken for ${names[most.j]}, ${times}.`;
}
