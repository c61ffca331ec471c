import { wasm } from '@myelin/backend-wasm';
import { fusedKind, interpret, optimize, traceStep } from '@myelin/compiler';
import {
  NdArray,
  type Program as Runnable,
  type Scope,
  type Step,
  Variable,
  currentScope,
} from '@myelin/core';
import { expectClose } from '@myelin/testing';
import { type Tensor, add, matMul, mul, relu, sqrt, square, sub } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';

const noise = (shape: readonly number[], seed: number): NdArray =>
  new NdArray(
    Float32Array.from({ length: shape.reduce((size, axis) => size * axis, 1) }, (_, i) =>
      Math.sin(seed + i * i),
    ),
    shape,
  );

/** A kernel, and an average beside it, that are changed by a product of what is given: in place, and both at once. */
function updating(
  rows: number,
  columns: number,
  transposed: readonly [boolean, boolean],
): {
  readonly step: Step;
  readonly state: ReadonlyMap<Variable, NdArray>;
} {
  const state = new Map(
    ['kernel', 'average'].map((name, i) => {
      const value = noise([rows, columns], i);
      return [new Variable(value, { name }), value] as const;
    }),
  );
  const [kernel, average] = [...state.keys()] as [Variable, Variable];
  const step: Step = {
    name: 'train',
    run([a, b, rate]) {
      const scope = currentScope() as Scope;
      const gradient = matMul(a as Tensor, b as Tensor, ...transposed);
      const squares = add(mul(scope.read(average), 0.9), mul(square(gradient), 0.1));
      scope.update(average, squares);
      scope.update(kernel, sub(scope.read(kernel), mul(rate as Tensor, sqrt(squares))));
      return [];
    },
  };
  return { step, state };
}

/** A dense layer with relu, of whose result a polynomial is computed. */
const activating: Step = {
  name: 'predict',
  run([x, kernel, bias]) {
    const y = relu(add(matMul(x as Tensor, kernel as Tensor), bias as Tensor));
    return [sub(mul(y, y), mul(y, 0.5))];
  },
};

async function run(step: Step, inputs: readonly NdArray[], threads: number): Promise<NdArray[]> {
  const runtime = wasm({ threads, numerics: 'portable' });
  await runtime.ready();
  const signature = { inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' as const })) };
  const program = (await runtime.prepare(step, signature, true)) as Runnable;
  const outputs = await (await program.run(inputs)).read();
  program.dispose();
  return [...outputs];
}

const bytesOf = ({ data }: NdArray): Uint8Array => {
  const { buffer, byteOffset, byteLength } = data as Float32Array;
  return new Uint8Array(buffer, byteOffset, byteLength);
};

const kindsOf = (step: Step, inputs: readonly NdArray[]) => {
  const signature = { inputs: inputs.map(({ shape }) => ({ shape, dtype: 'float32' as const })) };
  const traced = traceStep(step, signature);
  const { operations } = optimize(traced, undefined, { validate: true });
  return { traced, kinds: operations.map((operation) => fusedKind(operation) ?? operation.op) };
};

describe('a product and the loop over its elements', () => {
  const shapes = [
    { rows: 1021, columns: 257, depth: 7 },
    { rows: 784, columns: 784, depth: 32 },
    { rows: 131, columns: 2047, depth: 33 },
  ];
  const orders = [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const;
  const cases = shapes.flatMap((shape) => orders.map((transposed) => ({ ...shape, transposed })));

  it.each(cases)('are one operation: $rows x $columns of $depth, $transposed', async (given) => {
    const { rows, columns, depth, transposed } = given;
    const inputs = [
      noise(transposed[0] ? [depth, rows] : [rows, depth], 1),
      noise(transposed[1] ? [columns, depth] : [depth, columns], 2),
      noise([], 3),
    ];
    const { step, state } = updating(rows, columns, transposed);
    const variables = [...state.keys()];
    const { traced, kinds } = kindsOf(step, inputs);
    expect(kinds).toEqual(['product']);
    const { updates } = interpret(traced, inputs, state);
    const results = [];
    for (const threads of [1, 2, 3]) {
      for (const [variable, value] of state) variable.assign(value);
      await run(step, inputs, threads);
      results.push(await Promise.all(variables.map((variable) => variable.read())));
    }
    const [alone = [], ...others] = results;
    variables.forEach((variable, i) => {
      const expected = updates.get(variable) as NdArray;
      expectClose(alone[i] as NdArray, expected, { rtol: 2e-5, atol: 1e-5, what: variable.name });
      for (const found of others) {
        expect(Buffer.compare(bytesOf(found[i] as NdArray), bytesOf(alone[i] as NdArray))).toBe(0);
      }
    });
  });

  it('are one operation with a bias and relu', async () => {
    const inputs = [noise([1310, 20], 1), noise([20, 201], 2), noise([201], 3)];
    const { traced, kinds } = kindsOf(activating, inputs);
    expect(kinds).toEqual(['product']);
    const [expected] = interpret(traced, inputs, new Map()).outputs;
    const [found] = await run(activating, inputs, 2);
    expectClose(found as NdArray, expected as NdArray, { rtol: 2e-5, atol: 1e-5, what: 'the result' });
  });

  it('do not write over a factor', async () => {
    const variable = new Variable(noise([129, 2047], 1), { name: 'factor' });
    const inputs = [noise([129, 129], 2)];
    const step: Step = {
      name: 'train',
      run([mix]) {
        const scope = currentScope() as Scope;
        const value = scope.read(variable);
        scope.update(variable, sub(value, mul(matMul(mix as Tensor, value), 0.01)));
        return [];
      },
    };
    const { traced, kinds } = kindsOf(step, inputs);
    expect(kinds).toEqual(['product']);
    const state = new Map([[variable, await variable.read()]]);
    const [expected] = interpret(traced, inputs, state).updates.values();
    await run(step, inputs, 2);
    expectClose(await variable.read(), expected as NdArray, { rtol: 2e-5, atol: 1e-5, what: 'the result' });
  });
});
