import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import type { Shape } from './index.js';
import { SymbolicTensor } from './index.js';

// Neither stands in for the other, nor does anything that only looks alike.
expectTypeOf<SymbolicTensor>().not.toExtend<Tensor>();
expectTypeOf<Tensor>().not.toExtend<SymbolicTensor>();
expectTypeOf<{ shape: Shape; dtype: 'float32'; name: string }>().not.toExtend<SymbolicTensor>();
expectTypeOf<{ [K in keyof SymbolicTensor]: SymbolicTensor[K] }>().not.toExtend<SymbolicTensor>();

declare const value: Tensor | SymbolicTensor | string;
if (SymbolicTensor.isSymbolic(value)) expectTypeOf(value).toEqualTypeOf<SymbolicTensor>();
else expectTypeOf(value).toEqualTypeOf<Tensor | string>();
