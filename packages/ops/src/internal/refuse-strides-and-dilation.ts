import { ArgumentError } from '@myelin/core';

/** Refuses a dilation together with strides, as Keras does. */
export function refuseStridesAndDilation(
  strides: readonly number[],
  dilation: readonly number[],
  who: string,
): void {
  if (Math.max(...strides) === 1 || Math.max(...dilation) === 1) return;
  throw new ArgumentError({
    who,
    expected: 'strides or a dilation, not both',
    got: `strides ${strides.join()} with dilation ${dilation.join()}`,
  });
}
