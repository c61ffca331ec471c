import {
  type KernelConfig,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
  engine,
  getKernel,
  registerKernel,
  tidy,
} from '@tensorflow/tfjs-core';

/** What a kernel computes, by ops of tfjs-core: for backends that have no kernel of that name. */
export type PlainKernel = (inputs: NamedTensorMap, attrs: object) => Tensor[];

/** Runs a kernel of ours on the backend in use; one that lacks it is given the plain one. */
export function runPlainKernel(
  kernelName: string,
  plain: PlainKernel,
  inputs: Readonly<Record<string, Tensor | null>>,
  attrs: object,
): Tensor[] {
  const { backendName } = engine();
  const existing = getKernel(kernelName, backendName) as KernelConfig | undefined;
  if (existing === undefined) {
    registerKernel({
      kernelName,
      backendName,
      kernelFunc: (call) => tidy(() => plain(call.inputs as NamedTensorMap, call.attrs ?? {})),
    });
  }
  const given = Object.entries(inputs).filter((entry): entry is [string, Tensor] => entry[1] !== null);
  return engine().runKernel<Tensor[]>(
    kernelName,
    Object.fromEntries(given),
    attrs as unknown as NamedAttrMap,
  );
}
