// The types of the packages, as a program that uses them sees them.
import { NdArray, SymbolicTensor } from '@myelin/core';
import { matmul, square, sum, valueAndGradients } from '@myelin/ops';
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

const x: Tensor = tensor([1, 2, 3, 4], [2, 2]);
const y: Tensor = sum(matmul(square(x), x));
const { gradients } = valueAndGradients(() => y, [x]);
export const [first]: Tensor[] = gradients;
export const symbolic: SymbolicTensor = square(new SymbolicTensor([null, 2], 'float32'));
export const array: NdArray = NdArray.from([[1, 2]]);
// @ts-expect-error a string is no operand
square('x');
