import '@tensorflow/tfjs-backend-cpu';
import {
  type Leaf,
  type Operation,
  type Program,
  interpret,
  optimize,
  parseProgram,
  printProgram,
} from '@myelin/compiler';
import { NdArray, type Variable } from '@myelin/core';
import { expectClose } from '@myelin/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { courseModels, smallModels, traceTraining } from './course-programs.js';

/** What is printed says nothing of layers. */
const withoutLayer = ({ layer: _, body, ...rest }: Operation): Operation =>
  body === undefined ? rest : { ...rest, body: { ...body, operations: body.operations.map(withoutLayer) } };

const variablesOf = ({ leaves }: Program): Variable[] =>
  leaves.flatMap((leaf) => (leaf.kind === 'state' ? [leaf.variable] : []));

/** Values such as the variable can have: variances are positive, seeds and counters whole. */
function valueOf({ value, ...leaf }: Leaf, random: () => number): NdArray {
  const size = value.shape.reduce((product, axis) => product * axis, 1);
  const name = leaf.kind === 'state' ? leaf.variable.path : '';
  const draw = (): number => {
    if (value.dtype === 'int32') return Math.floor(random() * 9);
    const number = random() * 2 - 1;
    return /velocity|variance/.test(name) ? Math.abs(number) : number;
  };
  return new NdArray(Float64Array.from({ length: size }, draw), value.shape);
}

/** One-hot rows or whole classes for losses that ask for them; the classes of the small models are 4 or fewer. */
function targetOf(shape: readonly number[], random: () => number): NdArray {
  const [rows = 1, classes] = shape;
  if (classes === undefined)
    return new NdArray(
      Float64Array.from({ length: rows }, () => Math.floor(random() * 4)),
      shape,
    );
  const hot = Array.from({ length: rows }, () => Math.floor(random() * classes));
  const data = Float64Array.from({ length: rows * classes }, (_, i) =>
    Number(hot[Math.floor(i / classes)] === i % classes),
  );
  return new NdArray(data, shape);
}

function expectSame(optimized: Program, original: Program, target: readonly number[], seed: number): void {
  // Park and Miller's generator: the same values for both programs.
  let last = seed;
  const random = (): number => (last = (last * 48271) % 2147483647) / 2147483647;
  const x = original.leaves.flatMap((leaf) =>
    leaf.kind === 'input' && leaf.index === 0 ? [valueOf(leaf, random)] : [],
  );
  const inputs = [...x, targetOf(target, random)];
  const state = new Map(
    original.leaves.flatMap((leaf) =>
      leaf.kind === 'state' ? [[leaf.variable, valueOf(leaf, random)]] : [],
    ),
  );
  const expected = interpret(original, inputs, state);
  const found = interpret(optimized, inputs, state);
  expected.outputs.forEach((output, i) => {
    expectClose(found.outputs[i] as NdArray, output, { rtol: 1e-6, atol: 1e-9, what: `output ${i}` });
  });
  expect([...found.updates.keys()]).toEqual([...expected.updates.keys()]);
  for (const [variable, value] of expected.updates)
    expectClose(found.updates.get(variable) as NdArray, value, {
      rtol: 1e-6,
      atol: 1e-9,
      what: variable.path,
    });
}

it.each(Object.entries(smallModels))('an optimized step computes the same: %s', async (_, model) => {
  const original = await traceTraining(model);
  const optimized = optimize(original, undefined, { validate: true });
  expect(optimized.operations.length).toBeLessThan(original.operations.length);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 2 }), (seed) => {
      expectSame(optimized, original, model.y, seed);
    }),
    { numRuns: 10 },
  );
});

it.each(Object.entries({ ...smallModels, ...courseModels }))('its text parses back: %s', async (_, model) => {
  const original = await traceTraining(model);
  for (const program of [original, optimize(original)]) {
    const text = printProgram(program);
    const read = parseProgram(text, variablesOf(program));
    expect(read).toEqual({ ...program, operations: program.operations.map(withoutLayer) });
    expect(printProgram(read)).toBe(text);
  }
});

it.each(Object.entries(courseModels))('the optimized program of the course: %s', async (name, model) => {
  const text = printProgram(optimize(await traceTraining(model), undefined, { validate: true }));
  expect(printProgram(optimize(await traceTraining(model)))).toBe(text);
  await expect(`${text}\n`).toMatchFileSnapshot(`programs/${name}.txt`);
});
