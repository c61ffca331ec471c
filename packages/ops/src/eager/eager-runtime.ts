import {
  ArgumentError,
  NdArray,
  type Outputs,
  type Program,
  type Runtime,
  Scope,
  type Step,
  type TypedArray,
  tensorDType,
  withScope,
} from '@myelin/core';
import { type Tensor, findBackend, getBackend, keep, setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { ensureAbstractEvaluator } from '../abstract/ensure-abstract-evaluator.js';
import { ensureGradients } from '../gradients/ensure-gradients.js';

/**
 * Runs steps op by op on a backend of tfjs-core.
 *
 * The backend must be registered under that name: import `@tensorflow/tfjs-backend-cpu` for `cpu`.
 *
 * @example
 * ```ts
 * eagerRuntime('cpu').name; // 'eager on cpu'
 * ```
 */
export function eagerRuntime(backendName: string, prepareBackend?: () => Promise<void>): Runtime {
  let isPrepared = false;
  return {
    name: `eager on ${backendName}`,
    async ready() {
      // `setBackend` sets up all kernels anew: twice the time that `predict` of one example takes.
      if (isPrepared && isInUse(backendName)) return;
      await prepareBackend?.();
      if (!(await setBackend(backendName))) {
        throw new ArgumentError({
          who: 'eagerRuntime',
          expected: 'a backend of tfjs that is registered and works here',
          got: JSON.stringify(backendName),
          hint: `Import the package that registers it, such as @tensorflow/tfjs-backend-${backendName}.`,
        });
      }
      ensureGradients();
      ensureAbstractEvaluator();
      isPrepared = true;
    },
    prepare: (step) => Promise.resolve(eagerProgram(step)),
  };
}

function isInUse(backendName: string): boolean {
  return getBackend() === backendName && (findBackend(backendName) as unknown) != null;
}

function eagerProgram(step: Step): Program {
  return {
    run(inputs) {
      const scope = new Scope((variable) => variable.toTensor());
      try {
        const results = tidy(() => {
          const outputs = withScope(scope, () => step.run(inputs.map(upload)));
          return [...scope.release(outputs)].map(keep);
        });
        scope.commit();
        return outputsOf(results);
      } finally {
        scope.dispose();
      }
    },
    dispose() {
      // Nothing is kept between runs.
    },
  };
}

function upload(array: NdArray): Tensor {
  const dtype = tensorDType(array.dtype);
  const { data } = dtype === 'string' ? array : array.cast(dtype);
  return tensor(data as Exclude<TypedArray, BigInt64Array | Float64Array>, [...array.shape], dtype);
}

function outputsOf(tensors: Tensor[]): Outputs {
  const dispose = (): void => {
    for (const result of tensors) result.dispose();
  };
  return {
    async read() {
      try {
        const data = await Promise.all(tensors.map((result) => result.data()));
        return tensors.map((result, i) => new NdArray(data[i] as Float32Array, result.shape));
      } finally {
        dispose();
      }
    },
    dispose,
  };
}
