import { wasm } from '@myelin/backend-wasm';
import { NdArray, type ProgramReport, setSeed, useBackend } from '@myelin/core';
import { lstm, simpleRnn } from '@myelin/layers';
import { type Model, sequential } from '@myelin/models';
import { expectClose } from '@myelin/testing';
import { afterAll, describe, expect, it } from 'vitest';

const batch = 4;
const noise = (...shape: number[]): NdArray => {
  const size = shape.reduce((product, axis) => product * axis, 1);
  return new NdArray(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * i)),
    shape,
  );
};

/** A network and the shape of what it learns. */
interface Network {
  readonly build: (steps: number) => Model;
  readonly y: (steps: number) => NdArray;
}

/** Recurrences that no kernel knows. */
const networks: Readonly<Record<string, Network>> = {
  'an LSTM with relu': {
    build: (steps) => sequential([lstm({ units: 5, activation: 'relu', inputShape: [steps, 3] })]),
    y: () => noise(batch, 5),
  },
  'an LSTM that drops out': {
    build: (steps) =>
      sequential([
        lstm({ units: 5, recurrentDropout: 0.4, returnSequences: true, inputShape: [steps, 3] }),
        lstm({ units: 2, recurrentActivation: 'hard_sigmoid', goBackwards: true }),
      ]),
    y: () => noise(batch, 2),
  },
  'a recurrent network with softplus': {
    build: (steps) =>
      sequential([
        simpleRnn({ units: 5, activation: 'softplus', returnSequences: true, inputShape: [steps, 3] }),
      ]),
    y: (steps) => noise(batch, steps, 5),
  },
};

function compiled(name: string, steps: number, jitCompile: boolean): Model {
  setSeed(3);
  const model = (networks[name] as Network).build(steps);
  model.compile({ optimizer: 'sgd', loss: 'mse', jitCompile });
  return model;
}

const weightsOf = (model: Model): Promise<NdArray[]> =>
  Promise.all(model.weights.filter(({ dtype }) => dtype === 'float32').map((weight) => weight.read()));

describe.each(Object.keys(networks))('%s', (name) => {
  afterAll(() => useBackend(wasm()));

  it.each([1, 2])('learns in a program what it learns op by op, on %i threads', async (threads) => {
    await useBackend(wasm({ threads }));
    const steps = 7;
    const trained = [];
    for (const jitCompile of [true, false]) {
      const model = compiled(name, steps, jitCompile);
      const y = (networks[name] as Network).y(steps);
      await model.fit(noise(batch, steps, 3), y, { epochs: 3, shuffle: false, verbose: 0 });
      trained.push(await weightsOf(model));
    }
    const [fast = [], slow = []] = trained;
    slow.forEach((expected, i) => {
      expectClose(fast[i] as NdArray, expected, { rtol: 1e-5, atol: 1e-6, what: `weight ${i}` });
    });
  });

  it('is a program whose size does not depend on the number of steps', async () => {
    await useBackend(wasm());
    const sizes = [];
    for (const steps of [8, 64]) {
      const model = compiled(name, steps, true);
      const { steps: explained } = await model.explain(
        noise(batch, steps, 3),
        (networks[name] as Network).y(steps),
      );
      sizes.push(
        explained.map(({ report }) => {
          const { operations, stages } = report as ProgramReport;
          return { operations, stages };
        }),
      );
    }
    expect(sizes[1]).toEqual(sizes[0]);
  });
});
