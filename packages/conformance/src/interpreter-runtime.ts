import { interpret, type Program as TracedProgram, traceStep, validateProgram } from '@myelin/compiler';
import { NdArray, type Runtime, type Step, type Signature, type Variable } from '@myelin/core';

/**
 * Runs models by tracing each step and interpreting it in float64: what faster runtimes are measured against.
 *
 * @param onTrace - is handed every program that was traced.
 */
export function interpreterRuntime(onTrace: (program: TracedProgram) => void = () => undefined): Runtime {
  return {
    name: 'float64 interpreter',
    ready: () => Promise.resolve(),
    prepare(step: Step, signature: Signature) {
      const program = traceStep(step, signature);
      validateProgram(program);
      onTrace(program);
      return Promise.resolve({
        run(inputs: readonly NdArray[]) {
          const { outputs, updates } = interpret(program, inputs, stateOf(program));
          for (const [variable, value] of updates) variable.assign(value);
          return {
            read: () => Promise.resolve(outputs.map((output) => output.cast('float32'))),
            dispose: () => undefined,
          };
        },
        dispose: () => undefined,
      });
    },
  };
}

/** What the variables hold now. */
function stateOf({ leaves }: TracedProgram): Map<Variable, NdArray> {
  const state = new Map<Variable, NdArray>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'state') continue;
    const tensor = leaf.variable.toTensor();
    state.set(leaf.variable, new NdArray(Float64Array.from(tensor.dataSync()), leaf.value.shape));
    tensor.dispose();
  }
  return state;
}
