import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { EagerContext } from './eager-context.js';

type Compute<Inputs, Attrs> = (inputs: Inputs, attrs: Attrs, context: EagerContext) => TensorInfo;

/** A kernel of tfjs-core on this backend. */
export interface EagerKernel {
  readonly kernelName: string;
  readonly compute: Compute<object, object>;
}

/** States the types of a kernel's inputs and attributes, which tfjs-core does not connect with its name. */
export function eagerKernel<Inputs extends object, Attrs extends object>(
  kernelName: string,
  compute: Compute<Inputs, Attrs>,
): EagerKernel {
  return { kernelName, compute: compute as Compute<object, object> };
}
