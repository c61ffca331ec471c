import { wasm } from '@myelin/backend-wasm';
import { type Operation, type Program, fusedKind, interpret, optimize, traceStep } from '@myelin/compiler';
import { NdArray, type Program as Runnable, type Signature, type Step } from '@myelin/core';
import { categoricalCrossentropy, softmax, sparseCategoricalCrossentropy } from '@myelin/ops';
import { expectClose } from '@myelin/testing';
import { type Tensor, grads, mul, sum } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

type Loss = (target: Tensor, output: Tensor) => Tensor;

/** What is trained on: the loss of each row, weighted, and its gradient by what it is of. */
const learning = (name: string, loss: Loss): Step => ({
  name,
  run: (tensors) => {
    const [output, target, weights] = tensors as [Tensor, Tensor, Tensor];
    const total = (x: Tensor): Tensor => sum(mul(loss(target, x), weights));
    const [gradient] = grads(total)([output]);
    return [loss(target, output), gradient as Tensor];
  },
});

/** The gradient of the logits, and the probabilities as metrics read them. */
const withProbabilities = (step: Step): Step => ({
  name: step.name,
  run: (tensors) => [...step.run(tensors), softmax(tensors[0] as Tensor)],
});

const logits =
  (loss: typeof categoricalCrossentropy | typeof sparseCategoricalCrossentropy): Loss =>
  (target: Tensor, x: Tensor) =>
    loss(target, x, { fromLogits: true });

const steps: Readonly<Record<string, { step: Step; sparse: boolean; probabilities: boolean }>> = {
  'logits, one-hot targets': {
    step: withProbabilities(learning('logits', logits(categoricalCrossentropy))),
    sparse: false,
    probabilities: false,
  },
  'logits, sparse targets': {
    step: withProbabilities(learning('sparse logits', logits(sparseCategoricalCrossentropy))),
    sparse: true,
    probabilities: false,
  },
  'probabilities, one-hot targets': {
    step: learning('probabilities', categoricalCrossentropy),
    sparse: false,
    probabilities: true,
  },
  'probabilities, sparse targets': {
    step: learning('sparse probabilities', sparseCategoricalCrossentropy),
    sparse: true,
    probabilities: true,
  },
};

/** Numbers between 0 and 1 by Park and Miller's generator. */
function generator(): () => number {
  let last = 7;
  return () => (last = (last * 48271) % 2147483647) / 2147483647;
}

/** Rows of which every third is saturated: one class is certain, or as good as that, and others are impossible. */
function outputsOf(shape: readonly number[], probabilities: boolean, random: () => number): NdArray {
  const columns = shape.at(-1) ?? 1;
  const size = shape.reduce((product, axis) => product * axis, 1);
  const data = Float32Array.from({ length: size }, (_, i) => {
    const isCertain = i % columns === Math.floor(i / columns) % columns;
    if (Math.floor(i / columns) % 3 > 0) return probabilities ? random() : 8 * random() - 4;
    if (probabilities) return isCertain ? 1 : ([0, 1e-9, 1e-7, 3e-6][i % 4] ?? 0);
    return isCertain ? 100 : -100 * random();
  });
  return new NdArray(data, shape);
}

function targetsOf(shape: readonly number[], sparse: boolean, random: () => number): NdArray {
  const rows = shape.slice(0, -1);
  const columns = shape.at(-1) ?? 1;
  const count = rows.reduce((product, axis) => product * axis, 1);
  const classes = Int32Array.from({ length: count }, () => Math.floor(random() * columns));
  if (sparse) return new NdArray(classes, rows);
  const hot = Float32Array.from({ length: count * columns }, (_, i) =>
    Number(classes[Math.floor(i / columns)] === i % columns),
  );
  return new NdArray(hot, shape);
}

function inputsOf(shape: readonly number[], sparse: boolean, probabilities: boolean): NdArray[] {
  const random = generator();
  const rows = shape.slice(0, -1);
  const count = rows.reduce((product, axis) => product * axis, 1);
  const weights = new NdArray(
    Float32Array.from({ length: count }, () => random() + 0.5),
    rows,
  );
  return [outputsOf(shape, probabilities, random), targetsOf(shape, sparse, random), weights];
}

const signatureOf = (inputs: readonly NdArray[]): Signature => ({
  inputs: inputs.map(({ shape, dtype }) => ({ shape, dtype: dtype as 'float32' | 'int32' })),
});

/** The passes over rows among the operations, and what else has as many elements. */
function passesOf({ operations }: Program, shape: readonly number[]): Operation[] {
  return operations.filter(
    (operation) =>
      operation.op !== 'Reshape' &&
      (fusedKind(operation) === 'rows' ||
        operation.outputs.some((output) => output.shape.join() === shape.join())),
  );
}

describe('the cross-entropy of a classifier', () => {
  const runtime = wasm();
  beforeAll(() => runtime.ready());
  const shapes = [
    [6, 10],
    [7, 3],
    [2, 5, 33],
    [80, 64],
  ];
  const cases = Object.keys(steps).flatMap((name) => shapes.map((shape) => [name, shape] as const));

  it.each(cases)('is one pass over the rows with its gradient: %s of %o', async (name, shape) => {
    const { step, sparse, probabilities } = steps[name] as (typeof steps)[string];
    const inputs = inputsOf(shape, sparse, probabilities);
    const traced = traceStep(step, signatureOf(inputs));
    const passes = passesOf(optimize(traced, undefined, { validate: true }), shape);
    expect(passes.map((operation) => fusedKind(operation))).toEqual(['rows']);
    const program = (await runtime.prepare(step, signatureOf(inputs), true)) as Runnable;
    const found = await (await program.run(inputs)).read();
    interpret(traced, inputs, new Map()).outputs.forEach((expected, i) => {
      expectClose(found[i] as NdArray, expected, { rtol: 2e-5, atol: 1e-6, what: `output ${i}` });
    });
  });
});
