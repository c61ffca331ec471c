import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { EagerContext } from './eager-context.js';

/** What a kernel returns: one tensor or several. */
export type Results = TensorInfo | TensorInfo[];

type Compute<Inputs, Attrs, Returned> = (inputs: Inputs, attrs: Attrs, context: EagerContext) => Returned;

/** A kernel of tfjs-core on this backend. */
export interface EagerKernel<Returned extends Results = TensorInfo> {
  readonly kernelName: string;
  readonly compute: Compute<object, object, Returned>;
}

/** States the types of a kernel's inputs and attributes, which tfjs-core does not connect with its name. */
export function eagerKernel<
  Inputs extends object,
  Attrs extends object,
  Returned extends Results = TensorInfo,
>(kernelName: string, compute: Compute<Inputs, Attrs, Returned>): EagerKernel<Returned> {
  return { kernelName, compute: compute as Compute<object, object, Returned> };
}
