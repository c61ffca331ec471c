import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { EagerContext } from './eager-context.js';

type Compute<Inputs, Attrs, Output> = (inputs: Inputs, attrs: Attrs, context: EagerContext) => Output;

/** A kernel of tfjs-core on this backend, of one result unless the type says otherwise. */
export interface EagerKernel<Output = TensorInfo> {
  readonly kernelName: string;
  readonly compute: Compute<object, object, Output>;
}

/** States the types of a kernel's inputs and attributes, which tfjs-core does not connect with its name. */
export function eagerKernel<Inputs extends object, Attrs extends object, Output = TensorInfo>(
  kernelName: string,
  compute: Compute<Inputs, Attrs, Output>,
): EagerKernel<Output> {
  return { kernelName, compute: compute as Compute<object, object, Output> };
}
