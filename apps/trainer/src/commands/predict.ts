import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ArrayLike, NdArray, ShapeError, formatShape } from '@myelin/core';
import { largestOfRows } from '@myelin/course';
import type { Model } from '@myelin/models';
import { datasets, loadModel } from 'myelin';
import { checkOutput } from '../files/check-output.js';
import { parseJson } from '../files/parse-json.js';
import { readInput } from '../files/read-input.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** Options of the command line, as they were parsed. */
interface PredictOptions {
  readonly out?: string | number;
  readonly features?: string | number;
  readonly target?: string | number;
  readonly classes?: boolean;
}

/** `myelin predict`: what a model says to the rows of a file, as CSV or JSON. */
export async function predict(
  modelFile: string,
  dataFile: string,
  options: PredictOptions,
  io: Io,
): Promise<void> {
  const out = options.out === undefined ? undefined : String(options.out);
  if (out !== undefined) await checkOutput(out, ['.csv', '.json']);
  await readInput(modelFile);
  const model = await loadModel(modelFile, { compile: false });
  const x = await readRows(dataFile, options);
  checkRows(model, x, dataFile);
  const predicted = await model.predict(x, { verbose: 0 });
  const result = options.classes === true ? classesOf(predicted) : predicted;
  const json = path.extname(out ?? dataFile) === '.json';
  const text = json ? `${JSON.stringify(result.toArray())}\n` : toCsv(result, options.classes === true);
  if (out === undefined) io.out(text);
  else {
    await writeFile(out, text);
    io.out(`Wrote ${result.shape[0]} predictions to ${out}.\n`);
  }
}

async function readRows(file: string, { features, target }: PredictOptions): Promise<NdArray> {
  const text = (await readInput(file)).toString('utf8');
  switch (path.extname(file)) {
    case '.json':
      return NdArray.from(parseJson(text, file) as ArrayLike);
    case '.csv':
      return readTable(text, file, {
        ...(features === undefined ? {} : { features: String(features).split(',') }),
        ...(target === undefined ? {} : { target: String(target) }),
      });
    default:
      throw new UsageError(`expected data in a file that ends in .csv or .json, got "${file}".`);
  }
}

function readTable(text: string, name: string, columns: { features?: string[]; target?: string }): NdArray {
  return datasets.fromCsv(text, { ...columns, name }).x;
}

function checkRows(model: Model, x: NdArray, file: string): void {
  const expected = model.inputShape as readonly (number | null)[] | undefined;
  const [, ...got] = x.shape;
  if (expected === undefined || !Array.isArray(expected)) return;
  const [, ...wanted] = expected as (number | null)[];
  if (wanted.length === got.length && wanted.every((size, axis) => size === null || size === got[axis]))
    return;
  const csv = path.extname(file) === '.csv';
  throw new ShapeError({
    who: file,
    expected: csv ? `${wanted.join(' x ')} columns` : `rows of shape ${formatShape(wanted)}`,
    got: csv ? String(got[0]) : formatShape(got),
    ...(csv ? { hint: 'Leave a column out by --target, or name the columns by --features.' } : {}),
  });
}

function classesOf(predicted: NdArray): NdArray {
  if (predicted.rank !== 2 || (predicted.shape[1] ?? 0) < 2) {
    throw new ShapeError({
      who: '--classes',
      expected: 'a model with one output for each class',
      got: `outputs of shape ${formatShape([null, ...predicted.shape.slice(1)])}`,
    });
  }
  return new NdArray(Int32Array.from(largestOfRows(predicted)));
}

/** One line for each example; one column for each output. */
function toCsv(result: NdArray, classes: boolean): string {
  const rows = result.shape[0] ?? 0;
  const width = result.size / rows;
  const name = classes ? 'class' : 'prediction';
  const header = width === 1 ? [name] : Array.from({ length: width }, (_, i) => `${name}_${i}`);
  const lines = Array.from({ length: rows }, (_, i) => Array.from(result.rows(i, i + 1).data, String).join());
  return `${[header.join(), ...lines].join('\n')}\n`;
}
