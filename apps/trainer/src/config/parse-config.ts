import * as v from 'valibot';
import { record } from './record.js';
import type { TrainingConfig, ZooEntry } from './training-config.js';

const text = v.string(expects('a text'));
const number = v.number(expects('a number'));
const truth = v.boolean(expects('true or false'));
const count = v.pipe(
  number,
  v.integer(expects('a whole number')),
  v.minValue(1, expects('a number above 0')),
);
const share = v.pipe(
  number,
  v.minValue(0, expects('a number from 0 to 1')),
  v.ltValue(1, expects('a number below 1')),
);

const namedData = record({
  dataset: v.picklist(
    ['concrete', 'digits', 'mnist', 'fashionMnist'],
    expects('"concrete", "digits", "mnist" or "fashionMnist"'),
  ),
});
const csvData = record({
  csv: text,
  target: text,
  features: v.optional(v.array(text, expects('a list of columns'))),
  task: v.picklist(['regression', 'classification'], expects('"regression" or "classification"')),
  standardize: v.optional(truth, true),
});

const counts = v.optional(v.array(count, expects('a list of numbers')));
const zooModels = {
  tabularRegressor: record({ zoo: v.literal('tabularRegressor'), hidden: counts }),
  digitMlp: record({ zoo: v.literal('digitMlp'), hidden: counts, classes: v.optional(count) }),
  digitCnn: record({
    zoo: v.literal('digitCnn'),
    filters: counts,
    units: v.optional(count),
    classes: v.optional(count),
  }),
};
const zooNames = Object.keys(zooModels) as (keyof typeof zooModels)[];
const unknownZooModel = record({ zoo: v.picklist(zooNames, expects(`one of ${zooNames.join(', ')}`)) });
const layer = v.looseObject({ layer: text }, expects('a layer such as { "layer": "dense", "units": 5 }'));
const optimizer = v.looseObject(
  { optimizer: text },
  expects('an id, or { "optimizer": "adam", "learningRate": 0.01 }'),
);

const schema = record({
  data: v.lazy((given) => (has(given, 'dataset') ? namedData : csvData)),
  model: v.lazy((given) =>
    has(given, 'zoo')
      ? zooModelOf(given.zoo)
      : v.array(layer, expects('a list of layers, or { "zoo": "digitCnn" }')),
  ),
  compile: v.optional(
    record({
      optimizer: v.optional(v.lazy((given) => (typeof given === 'string' ? text : optimizer))),
      loss: v.optional(text),
      metrics: v.optional(v.array(text, expects('a list of metrics'))),
    }),
  ),
  fit: v.optional(
    record({
      epochs: v.optional(count),
      batchSize: v.optional(count),
      validationSplit: v.optional(share),
    }),
  ),
  seed: v.optional(number),
  out: v.optional(text),
});

/** A config that is not as it should be. */
export class ConfigError extends Error {}

/** @throws ConfigError that says what is wrong first, and where it stands. */
export function parseConfig(value: unknown, file: string): TrainingConfig {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue);
  throw new ConfigError(`${file}${place === null ? '' : `, ${place}`}: ${issue.message}`);
}

function expects(what: string): (issue: { readonly received: string }) => string {
  return ({ received }) => `expected ${what}, got ${received === 'undefined' ? 'nothing' : received}.`;
}

function zooModelOf(name: unknown): v.GenericSchema<unknown, ZooEntry> {
  const known = zooNames.find((candidate) => candidate === name);
  return known === undefined ? unknownZooModel : zooModels[known];
}

function has<K extends string>(value: unknown, key: K): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && key in value;
}
