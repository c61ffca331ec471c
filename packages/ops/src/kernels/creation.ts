import {
  util,
  type DataType,
  type LinSpaceAttrs,
  type MultinomialAttrs,
  type RangeAttrs,
} from '@tensorflow/tfjs-core';
import { axisSize, type KernelRules, type StaticSpec } from './kernel-rule.js';

interface Filled {
  readonly shape: readonly number[];
  readonly value: number | string;
  readonly dtype?: DataType | null;
}

function fill(_inputs: object, { shape, value, dtype }: Filled): StaticSpec {
  return { shape: [...shape], dtype: dtype ?? util.inferDtype(value) };
}

function range(_inputs: object, { start, stop, step, dtype }: RangeAttrs): StaticSpec {
  const away = (start < stop && step < 0) || (stop < start && step > 1);
  const size = start === stop || away ? 0 : Math.abs(Math.ceil((stop - start) / step));
  return { shape: [size], dtype };
}

/**
 * Kernels that make tensors of a shape given by their attributes.
 *
 * @internal
 */
export const creationRules: KernelRules = {
  Fill: fill,
  Range: range,
  LinSpace: (_inputs: object, { num }: LinSpaceAttrs) => ({ shape: [num], dtype: 'float32' }),
  Multinomial: ({ logits }: { readonly logits: StaticSpec }, { numSamples }: MultinomialAttrs) => ({
    shape: [axisSize(logits, 0), numSamples],
    dtype: 'int32',
  }),
};
