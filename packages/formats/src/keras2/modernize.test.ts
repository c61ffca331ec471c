import { expect, test } from 'vitest';
import { modernize } from './modernize.js';

const typed = (className: string, config: object) => ({
  class_name: className,
  config: { ...config, dtype: 'int32' },
});

test.each([
  ['GlorotUniform', { seed: null }],
  ['Zeros', {}],
  ['Identity', { gain: 2 }],
])('the initializer %s loses the type that it had', (className, config) => {
  expect(modernize(typed(className, config)).config).toEqual(config);
});

test.each([
  ['Identity', { name: 'same' }],
  ['RandomBrightness', { factor: 0.1 }],
  ['OnesLike', {}],
])('%s, which is no initializer, keeps its type', (className, config) => {
  expect(modernize(typed(className, config)).config).toEqual({ ...config, dtype: 'int32' });
});
