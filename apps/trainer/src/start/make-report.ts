import { NdArray } from '@myelin/core';
import { largestOfRows } from '@myelin/course';
import { unstandardize } from '@myelin/datasets';
import { viz } from 'myelin';
import type { Examples } from '../data/shuffle-rows.js';
import { type Result, resultColumns, resultRows } from './results-table.js';

/** The report of the main job: one HTML file. */
export function makeReport(results: readonly Result[]): string {
  return viz.report({
    title: 'Three networks, learned from real data',
    sections: [
      {
        heading: 'Results',
        text: 'All figures are on data that the networks have not learned from. Each network was saved, loaded again and asked again.',
        table: { columns: resultColumns, rows: resultRows(results) },
      },
      ...results.map((result) =>
        result.lesson.task === 'regression' ? regression(result) : classification(result),
      ),
    ],
  });
}

type Section = Parameters<typeof viz.report>[0]['sections'][number];

function regression({ lesson, history, data, predicted }: Result): Section {
  const inUnits = (values: NdArray): NdArray =>
    data.target === null ? values : unstandardize(values, data.target);
  return {
    heading: lesson.title,
    text: 'From the ingredients of a concrete mix and its age to its compressive strength. On the dashed line predictions are right.',
    pictures: [
      viz.learningCurves(history),
      viz.scatterPlot({
        truth: inUnits(data.test.y),
        predicted: inUnits(predicted),
        quantity: 'strength in MPa',
      }),
    ],
  };
}

function classification({ lesson, history, data, predicted }: Result): Section {
  const wrong = misclassified(data.test, predicted);
  return {
    heading: lesson.title,
    text: 'From the pixels of a handwritten digit to the digit.',
    pictures: [
      viz.learningCurves(history),
      viz.confusionMatrix({ truth: data.test.y, predicted }),
      ...(wrong === null ? [] : [wrong]),
    ],
  };
}

const mostShown = 15;
const side = 28;

/** The first digits that were taken for others; null when there are none. */
function misclassified({ x, y }: Examples, predicted: NdArray): string | null {
  const truth = largestOfRows(y);
  const said = largestOfRows(predicted);
  const rows = truth.flatMap((label, i) => (label === said[i] ? [] : [i])).slice(0, mostShown);
  if (rows.length === 0) return null;
  const images = new Float32Array(rows.length * side * side);
  rows.forEach((row, i) => {
    images.set(x.rows(row, row + 1).data as Float32Array, i * side * side);
  });
  return viz.imageGrid(new NdArray(images, [rows.length, side, side]), {
    title: 'Digits taken for others',
    captions: rows.map((row) => `${truth[row]} taken for ${said[row]}`),
  });
}
