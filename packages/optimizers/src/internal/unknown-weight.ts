import { ArgumentError, type Variable } from '@myelin/core';

/** The error for a weight that an optimizer was not built for. */
export function unknownWeight(optimizer: string, { path }: Variable): ArgumentError {
  return new ArgumentError({
    who: optimizer,
    expected: 'the weights that it was built for',
    got: `the weight ${path}`,
    hint: 'Compile again with a new optimizer after changing which layers are trained.',
  });
}
