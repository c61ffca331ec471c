import type { SymbolicTensor } from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'vitest';
import {
  add,
  argmax,
  concatenate,
  matmul,
  multiply,
  oneHot,
  relu,
  reshape,
  softmax,
  sum,
  topK,
  where,
} from './index.js';

declare const tensor: Tensor;
declare const symbolic: SymbolicTensor;

// Of one operand.
expectTypeOf(relu(tensor)).toEqualTypeOf<Tensor>();
expectTypeOf(relu(symbolic)).toEqualTypeOf<SymbolicTensor>();
// @ts-expect-error a number is no operand of these
relu(1);
// @ts-expect-error an array of the host
relu([1, 2]);

// Of two: symbolic as soon as one is.
expectTypeOf(add(tensor, tensor)).toEqualTypeOf<Tensor>();
expectTypeOf(add(tensor, 1)).toEqualTypeOf<Tensor>();
expectTypeOf(add(1, symbolic)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(multiply(tensor, symbolic)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(matmul(symbolic, tensor)).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(matmul(tensor, tensor)).toEqualTypeOf<Tensor>();
// @ts-expect-error words are not added
add(tensor, '1');
// @ts-expect-error products of matrices take no numbers
matmul(tensor, 2);

// With options, which may be needed or not.
expectTypeOf(sum(tensor)).toEqualTypeOf<Tensor>();
expectTypeOf(sum(symbolic, { axis: -1, keepdims: true })).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(softmax(symbolic, { axis: 1 })).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(reshape(symbolic, { newshape: [-1, 2] })).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(argmax(tensor, { axis: -1 })).toEqualTypeOf<Tensor>();
// @ts-expect-error a needed option
reshape(tensor);
// @ts-expect-error a needed option
oneHot(tensor);
// @ts-expect-error an unknown option
sum(tensor, { axes: 1 });

// Of lists, and with several results.
expectTypeOf(concatenate([tensor, tensor])).toEqualTypeOf<Tensor>();
expectTypeOf(concatenate([symbolic, symbolic], { axis: 1 })).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(concatenate([tensor, symbolic])).toEqualTypeOf<SymbolicTensor>();
expectTypeOf(topK(tensor, { k: 2 })).toEqualTypeOf<[Tensor, Tensor]>();
expectTypeOf(topK(symbolic, { k: 2 })).toEqualTypeOf<[SymbolicTensor, SymbolicTensor]>();
expectTypeOf(where(tensor, tensor, 0)).toEqualTypeOf<Tensor>();
expectTypeOf(where(symbolic, tensor, 0)).toEqualTypeOf<SymbolicTensor>();
