import { upcastType, type CastAttrs } from '@tensorflow/tfjs-core';
import { rulesFor, like, type KernelRules, type StaticSpec, type Unary } from './kernel-rule.js';

const likeX = ({ x }: Unary): StaticSpec => like(x);
const floatLikeX = ({ x }: Unary): StaticSpec => like(x, 'float32');
const boolLikeX = ({ x }: Unary): StaticSpec => like(x, 'bool');
const likeInput = ({ input }: { readonly input: StaticSpec }): StaticSpec => like(input);
const floatLikeInput = ({ input }: { readonly input: StaticSpec }): StaticSpec => like(input, 'float32');
const likeLogits = ({ logits }: { readonly logits: StaticSpec }): StaticSpec => like(logits);

/**
 * Kernels whose output has the shape of their one operand.
 *
 * @internal
 */
export const elementwiseRules: KernelRules = {
  ...rulesFor(
    [
      'Abs',
      'Neg',
      'Square',
      'Relu',
      'Relu6',
      'Elu',
      'Selu',
      'Sign',
      'Step',
      'ClipByValue',
      'Ceil',
      'Floor',
      'Round',
    ],
    likeX,
  ),
  ...rulesFor(['Identity', 'ZerosLike', 'OnesLike', 'StaticRegexReplace'], likeX),
  ...rulesFor(['LRN', 'LRNGrad', 'FusedBatchNorm'], likeX),
  ...rulesFor(
    ['Acos', 'Acosh', 'Asin', 'Asinh', 'Atan', 'Atanh', 'Cos', 'Cosh', 'Sin', 'Sinh', 'Tan', 'Tanh', 'Erf'],
    floatLikeX,
  ),
  ...rulesFor(
    ['Exp', 'Expm1', 'Log', 'Log1p', 'Reciprocal', 'Rsqrt', 'Sqrt', 'Sigmoid', 'Softplus'],
    floatLikeX,
  ),
  ...rulesFor(['LeakyRelu', 'ComplexAbs'], floatLikeX),
  ...rulesFor(['Cumsum', 'Cumprod'], ({ x }: Unary) => like(x, upcastType(x.dtype, 'int32'))),
  ...rulesFor(['IsFinite', 'IsInf', 'IsNan', 'LogicalNot'], boolLikeX),
  ...rulesFor(['Softmax', 'LogSoftmax'], likeLogits),
  ...rulesFor(['FFT', 'IFFT', 'MatrixBandPart'], likeInput),
  ...rulesFor(['Real', 'Imag'], floatLikeInput),
  Cast: ({ x }: Unary, { dtype }: CastAttrs) => like(x, dtype),
  Complex: ({ real }: Readonly<Record<'real' | 'imag', StaticSpec>>) => like(real, 'complex64'),
  EluGrad: ({ dy }: Readonly<Record<'dy' | 'y', StaticSpec>>) => like(dy),
  StringToHashBucketFast: ({ input }: { readonly input: StaticSpec }) => like(input, 'int32'),
};
