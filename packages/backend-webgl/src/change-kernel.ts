import { type KernelFunc, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';

export const backendName = 'webgl';

const changed = new WeakSet<KernelFunc>();

/** Puts a kernel in the place of that of tfjs-backend-webgl, once; it is given the kernel as it was. */
export function changeKernel(name: string, make: (original: KernelFunc) => KernelFunc): void {
  const kernel = getKernel(name, backendName);
  if (changed.has(kernel.kernelFunc)) return;
  const kernelFunc = make(kernel.kernelFunc);
  changed.add(kernelFunc);
  unregisterKernel(name, backendName);
  registerKernel({ ...kernel, kernelFunc });
}
