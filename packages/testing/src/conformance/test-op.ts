import { type NdArray, type Tree, flatten, tensorDType } from '@myelin/core';
import { add, multiply, sum, valueAndGradients } from '@myelin/ops';
import { type Tensor, cast, clone, keep } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { expectClose } from '../expect-close.js';
import { expectNoLeak } from '../expect-no-leak.js';
import type { OpCase } from '../goldens/golden-cases.js';
import { type ConformanceBackend, toleranceFor } from './backend.js';
import { type AnyOp, arraysOf, callOp } from './op-call.js';
import { describeUnit } from './parts.js';
import { runStep } from './run-step.js';

/** Holds an op against the values, types and gradients of Keras, each element for itself, on one backend. */
export function testOp(
  unit: string,
  op: AnyOp,
  goldens: readonly OpCase[],
  backend: ConformanceBackend,
): void {
  describeUnit(unit, backend, (tests) => {
    tests('Keras', goldens, async (one) => {
      const { values, gradients, dtypes } = await expectNoLeak(() => resultsOf(op, one, backend));
      const { outputs, inputGradients } = one;
      const tolerance = {
        ...toleranceFor(backend, { unit, name: one.name, part: 'Keras' }),
        relativeTo: 'each',
      } as const;
      expect(dtypes).toEqual(outputs.map(({ dtype }) => tensorDType(dtype)));
      outputs.forEach((output, i) => {
        expectClose(values[i] as NdArray, output, { ...tolerance, what: `output ${i}` });
      });
      inputGradients.forEach((expected, i) => {
        if (expected === null) return;
        expectClose(gradients[i] as NdArray, expected, { ...tolerance, what: `gradient ${i}` });
      });
    });
  });
}

async function resultsOf(
  op: AnyOp,
  one: OpCase,
  { runtime }: ConformanceBackend,
): Promise<{ values: NdArray[]; gradients: NdArray[]; dtypes: string[] }> {
  const inputs = arraysOf(one);
  const weights = one.upstream.filter((array) => array !== null);
  const wanted = one.inputGradients.some((gradient) => gradient !== null);
  let dtypes: string[] = [];
  const results = await runStep(runtime, [...inputs, ...weights], (tensors) => {
    const [xs, upstream] = [tensors.slice(0, inputs.length), tensors.slice(inputs.length)];
    // Copies, because a step cannot return what it was given.
    const call = (): Tensor[] => flatten(callOp(op, one, xs) as Tree<Tensor>).map((y) => clone(y));
    let outputs: Tensor[] = [];
    if (!wanted) outputs = call();
    const sources = wanted ? xs.filter(({ dtype }) => dtype === 'float32') : [];
    const { gradients } = wanted
      ? valueAndGradients(() => {
          outputs = call().map(keep);
          const floats = outputs.filter((_, i) => one.upstream[i] !== null);
          return floats.map((y, i) => sum(multiply(y, upstream[i] as Tensor))).reduce((a, b) => add(a, b));
        }, sources)
      : { gradients: [] };
    dtypes = outputs.map(({ dtype }) => dtype);
    return [...outputs.map((y) => (y.dtype === 'bool' ? cast(y, 'int32') : y)), ...gradients];
  });
  const count = one.outputs.length;
  return { values: results.slice(0, count), gradients: results.slice(count), dtypes };
}
