import { ArgumentError } from '@myelin/core';
import type { Resolver } from './resolver.js';

/** Takes units only, so that a program carries those that it uses and no others. */
export const resolveValues: Resolver = {
  optimizer: (given) => value(given, 'an optimizer', 'sgd'),
  loss: (given) => value(given, 'a loss', 'meanSquaredError'),
  metric(given) {
    const metric = value(given, 'a metric', 'meanAbsoluteError');
    return () => metric;
  },
};

function value<T>(given: T | string | undefined, kind: string, example: string): T {
  if (given !== undefined && typeof given !== 'string') return given;
  throw new ArgumentError({
    who: 'compile',
    expected: `${kind} as a value, such as \`${example}()\``,
    got: given === undefined ? 'none' : JSON.stringify(given),
    hint: 'Models of @myelin/models/by-value know no string ids; those of @myelin/models do.',
  });
}
