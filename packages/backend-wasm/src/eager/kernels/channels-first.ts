import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { EagerContext } from '../eager-context.js';
import { type EagerKernel, eagerKernel } from '../eager-kernel.js';

interface Operands {
  readonly x?: TensorInfo;
  readonly dy?: TensorInfo;
  readonly filter?: TensorInfo;
  readonly bias?: TensorInfo;
  readonly preluActivationWeights?: TensorInfo;
}

interface Attrs {
  readonly dataFormat?: string;
  readonly pad?: unknown;
  readonly inputShape?: readonly number[];
}

const toLast = [0, 2, 3, 1];
const toFirst = [0, 3, 1, 2];

/** Lets a convolution whose images have their channels first be one whose channels come last, as the kernel needs it. */
export function channelsFirst(kernel: EagerKernel, images: 'in and out' | 'in'): EagerKernel {
  const { kernelName, compute } = kernel;
  return eagerKernel<Operands, Attrs>(kernelName, (inputs, attrs, context) => {
    if (attrs.dataFormat !== 'NCHW') return compute(inputs, attrs, context);
    const { x, dy, preluActivationWeights: weights } = inputs;
    const moved = {
      ...(x && { x: transpose(x, toLast, context) }),
      ...(dy && { dy: transpose(dy, toLast, context) }),
      ...(weights?.shape.length === 3 && {
        preluActivationWeights: transpose(weights, [1, 2, 0], context),
      }),
    };
    const y = compute({ ...inputs, ...moved }, last(attrs), context);
    for (const tensor of Object.values(moved)) context.release(tensor);
    if (images === 'in') return y;
    const result = transpose(y, toFirst, context);
    context.release(y);
    return result;
  });
}

function transpose(x: TensorInfo, perm: readonly number[], context: EagerContext): TensorInfo {
  return context.stock('Transpose', { x }, { perm });
}

/** The attributes of the same convolution with channels last. */
function last({ inputShape, pad, ...attrs }: Attrs): Attrs {
  const order = <T>(list: readonly T[]): T[] => toLast.map((axis) => list[axis] as T);
  return {
    ...attrs,
    pad: Array.isArray(pad) ? order(pad) : pad,
    ...(inputShape && { inputShape: order(inputShape) }),
    dataFormat: 'NHWC',
  };
}
