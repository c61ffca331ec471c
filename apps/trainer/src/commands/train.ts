import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type NdArray, NumericError, setSeed } from '@myelin/core';
import { type ColumnStatistics, columnStatistics } from '@myelin/datasets';
import { type History, progbarLogger, terminateOnNan } from '@myelin/models';
import { makeCompileOptions } from '../config/make-compile-options.js';
import { makeModel } from '../config/make-model.js';
import { parseConfig } from '../config/parse-config.js';
import { examplesFor } from '../data/examples-for.js';
import { loadData } from '../data/load-data.js';
import { shuffleRows } from '../data/shuffle-rows.js';
import { checkOutput } from '../files/check-output.js';
import { formatSize } from '../files/format-size.js';
import { parseJson } from '../files/parse-json.js';
import { readInput } from '../files/read-input.js';
import type { Io } from '../io.js';
import { wholeNumber } from './whole-number.js';

/** Options of the command line, as they were parsed. */
interface TrainOptions {
  readonly epochs?: unknown;
  readonly out?: string | number;
  readonly seed?: unknown;
}

/** `myelin train`: data, model and training as a JSON file says; writes the model, or nothing when it fails. */
export async function train(file: string, options: TrainOptions, io: Io): Promise<void> {
  const given = {
    epochs: wholeNumber('epochs', options.epochs, 1),
    seed: wholeNumber('seed', options.seed, 0),
  };
  const config = parseConfig(parseJson((await readInput(file)).toString('utf8'), file), file);
  const { epochs = 1, batchSize = 32, validationSplit = 0 } = config.fit ?? {};
  const out = String(options.out ?? config.out ?? `${path.parse(file).name}.keras`);
  await checkOutput(out, ['.keras']);
  const seed = given.seed ?? config.seed;
  if (seed !== undefined) setSeed(seed);

  const data = await loadData(config.data, path.dirname(file));
  const examples = shuffleRows(data);
  const learned = Math.floor((data.x.shape[0] ?? 0) * (1 - validationSplit));
  const statistics = (array: NdArray): ColumnStatistics => columnStatistics(array.rows(0, learned));
  const model = makeModel(config.model, {
    shape: data.x.shape.slice(1),
    columns: data.standardize ? statistics(examples.x) : null,
    target: data.standardize && data.task === 'regression' ? statistics(examples.y) : null,
  });
  const compile = makeCompileOptions(config.compile ?? {}, data.task);
  model.compile(compile);
  io.out(`${model.summary()}\n`);

  const { x, y } = examplesFor(model, compile.loss, examples);
  const history = await model.fit(x, y, {
    epochs: given.epochs ?? epochs,
    batchSize,
    verbose: 0,
    callbacks: [progbarLogger({ write: io.out }), terminateOnNan()],
    validationSplit,
    ...(io.signal === undefined ? {} : { signal: io.signal }),
  });
  checkLoss(history);
  if (io.signal?.aborted === true) io.out(`Stopped in epoch ${history.epoch.length}.\n`);
  if (data.test !== null) {
    const test = examplesFor(model, compile.loss, data.test);
    const figures = Object.entries(await model.evaluate(test.x, test.y, { verbose: 0 }));
    io.out(`Test: ${figures.map(([name, value]) => `${name} ${value.toFixed(4)}`).join(', ')}\n`);
  }
  await model.save(out);
  io.out(`Saved ${out}, ${formatSize((await stat(out)).size)}.\n`);
}

function checkLoss({ history }: History): void {
  const losses = history['loss'] ?? [];
  const broken = losses.findIndex((loss) => !Number.isFinite(loss));
  if (broken === -1) return;
  throw new NumericError({
    who: 'train',
    expected: 'a loss that is a number',
    got: `${losses[broken]} in epoch ${broken + 1}; nothing was saved`,
    hint: 'Try a smaller learning rate, such as "optimizer": { "optimizer": "adam", "learningRate": 0.0001 }, and look for columns of very large numbers.',
  });
}
