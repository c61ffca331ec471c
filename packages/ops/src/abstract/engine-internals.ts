import { engine, type KernelBackend, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';

/**
 * What is used of tfjs-core's engine beyond its declared types: fields that are private or may be empty.
 *
 * @internal
 */
export interface EngineInternals {
  backendName: string | null | undefined;
  backendInstance: KernelBackend | null | undefined;
  pendingBackendInit: Promise<boolean> | null | undefined;
  readonly state: EngineState;
  runKernelFunc(operation: CustomOperation): Tensor[];
}

/** An operation with a gradient of its own: what `customGrad` makes. */
interface CustomOperation {
  readonly inputs: NamedTensorMap;
  forwardFunc(backend: unknown, save: (tensors: Tensor[]) => void): Tensor[];
  backwardsFunc(upstream: Tensor | Tensor[], saved: Tensor[]): Record<string, () => Tensor>;
}

interface EngineState {
  numTensors: number;
  numStringTensors: number;
  numDataBuffers: number;
  numBytes: number;
  gradientDepth: number;
  kernelDepth: number;
  activeTape: unknown;
  profiling: boolean;
}

/** @internal */
export function engineInternals(): EngineInternals {
  return engine() as unknown as EngineInternals;
}
