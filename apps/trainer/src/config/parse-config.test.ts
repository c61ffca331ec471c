import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeModel } from './make-model.js';
import { ConfigError, parseConfig } from './parse-config.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const shown = Array.from(readme.matchAll(/^```json\n(.*?)^```/gms), ([, text = '']) => text);

describe('parseConfig', () => {
  it('takes the configs of the README, whose models can be made', () => {
    const configs = shown.map((text) => parseConfig(JSON.parse(text), 'README.md'));
    const weights = configs.map(({ model, data }) =>
      makeModel(model, {
        shape: 'csv' in data ? [8] : [28, 28, 1],
        columns: null,
        target: null,
      }).countParams(),
    );
    expect(weights).toEqual([3051, 118_470]);
  });

  it('fills in what was left out', () => {
    const data = { csv: 'a.csv', target: 't', task: 'regression' };
    expect(parseConfig({ data, model: [] }, 'a.json').data).toEqual({ ...data, standardize: true });
  });

  it.each([
    [null, 'a.json: expected an object, got null.'],
    [[], 'a.json, data: expected "data", got nothing.'],
    [{ data: 3, model: [] }, 'a.json, data: expected an object, got 3.'],
    [{ data: { dataset: 'digits' }, model: 'mlp' }, 'a.json, model: expected a list of layers'],
    [
      { data: { dataset: 'digits' }, model: [], compile: { optimizer: 3 } },
      'a.json, compile.optimizer: expected an id, or { "optimizer": "adam", "learningRate": 0.01 }, got 3.',
    ],
    [
      { data: { dataset: 'digits' }, model: { zoo: 'digitMlp', filters: [3] } },
      'a.json, model.filters: expected "zoo", "hidden", "classes"; got "filters".',
    ],
  ])('refuses %j', (value, message) => {
    const parse = (): unknown => parseConfig(value, 'a.json');
    expect(parse).toThrow(ConfigError);
    expect(parse).toThrow(message);
  });
});
