import '@tensorflow/tfjs-backend-cpu';
import { wasm } from '@myelin/backend-wasm';
import {
  NdArray,
  type Runtime,
  clearSession,
  nextSeed,
  setSeed,
  uniformArray,
  useBackend,
} from '@myelin/core';
import { dense } from '@myelin/layers';
import { type Model, loadModel, sequential } from '@myelin/models';
import { eagerRuntime } from '@myelin/ops';
import { sgd } from '@myelin/optimizers';
import {
  type RestrictedBoltzmannMachineOptions,
  deepBeliefNetwork,
  fillMissing,
  freeEnergy,
  machineLayers,
  pseudoLogLikelihood,
  reconstruct,
  restrictedBoltzmannMachine,
  sample,
} from '@myelin/zoo';
import { expectClose } from '@myelin/testing';
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interpreterRuntime } from './interpreter-runtime.js';

const runtimes: Readonly<Record<string, () => Runtime>> = {
  'op by op on cpu': () => eagerRuntime('cpu'),
  'compiled on wasm': () => wasm(),
  'in the float64 interpreter': () => interpreterRuntime(),
};

const [visible, hidden] = [4, 3];
const kernel = [
  [1.2, -0.7, 0.4],
  [0.9, 0.3, -1.1],
  [-1.4, 0.8, 0.6],
  [0.2, -1.5, 1],
];
const visibleBias = [0.3, -0.2, 0.1, -0.4];
const hiddenBias = [-0.1, 0.2, 0.05];

function tinyMachine(options: Partial<RestrictedBoltzmannMachineOptions> = {}): Model {
  const machine = restrictedBoltzmannMachine({ visible, hidden, weightDecay: 0, momentum: 0, ...options });
  machine.trainableWeights.forEach((weight, i) => {
    weight.assign([kernel, visibleBias, hiddenBias][i] as number[]);
  });
  return machine;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const statesOf = (units: number): number[][] =>
  Array.from({ length: 2 ** units }, (_, state) =>
    Array.from({ length: units }, (__, unit) => (state >> unit) & 1),
  );

/** `-E(v, h)`, as the definition has it. */
const agreement = (v: readonly number[], h: readonly number[]): number =>
  sum(
    v.map((on, i) => on * ((visibleBias[i] ?? 0) + sum(h.map((other, j) => other * (kernel[i]?.[j] ?? 0))))),
  ) + sum(h.map((on, j) => on * (hiddenBias[j] ?? 0)));

/** Every state of both kinds of units with its probability, by counting them all. */
const joint = statesOf(visible).flatMap((v) =>
  statesOf(hidden).map((h) => ({ v, h, weight: Math.exp(agreement(v, h)) })),
);
const partition = sum(joint.map(({ weight }) => weight));
const chanceOf = (v: readonly number[]): number =>
  sum(joint.filter((state) => String(state.v) === String(v)).map(({ weight }) => weight / partition));

const data = [
  [1, 1, 0, 0],
  [1, 0, 0, 1],
  [0, 0, 1, 1],
  [1, 1, 0, 1],
  [0, 1, 1, 0],
];

let warn = vi.spyOn(console, 'warn');
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  clearSession();
  setSeed(3);
});
afterEach(() => {
  // What cannot be compiled would say so.
  expect(warn.mock.calls.map(String).filter((text) => !text.includes('tfjs-node'))).toEqual([]);
  warn.mockRestore();
});

describe.each(Object.keys(runtimes))('a restricted Boltzmann machine, %s', (name) => {
  const compiled = name !== 'op by op on cpu';
  beforeEach(async () => {
    await useBackend((runtimes[name] as () => Runtime)());
  });

  it('learns by CD-1 as computed by hand', async () => {
    const machine = tinyMachine({ weightDecay: 0.01 });
    machine.compile({ optimizer: sgd({ learningRate: 0.5 }), jitCompile: compiled });
    setSeed(3);
    nextSeed();
    const seed = nextSeed();
    await machine.trainOnBatch(data);

    const n = data.length;
    const bits = (offset: number, width: number): number[][] => {
      const drawn = uniformArray({ seed, offset }, n * width);
      return Array.from({ length: n }, (_, row) => Array.from(drawn.slice(row * width, (row + 1) * width)));
    };
    const hiddenOf = (v: readonly number[]): number[] =>
      hiddenBias.map((c, j) => sigmoid(c + sum(v.map((on, i) => on * (kernel[i]?.[j] ?? 0)))));
    const [hiddenBits, visibleBits] = [bits(0, hidden), bits(1, visible)];
    const positive = data.map(hiddenOf);
    const dreamt = positive.map((chances, row) => {
      const h = chances.map((chance, j) => Number((hiddenBits[row]?.[j] ?? 0) < chance));
      return visibleBias.map((b, i) =>
        Number((visibleBits[row]?.[i] ?? 0) < sigmoid(b + sum(h.map((on, j) => on * (kernel[i]?.[j] ?? 0))))),
      );
    });
    const negative = dreamt.map(hiddenOf);
    const mean = (of: (row: number) => number): number => sum(data.map((_, row) => of(row))) / n;
    const at = (rows: readonly (readonly number[])[], row: number, column: number): number =>
      rows[row]?.[column] ?? NaN;
    const newKernel = kernel.map((row, i) =>
      row.map((w, j) => {
        const toward = mean(
          (r) => at(data, r, i) * at(positive, r, j) - at(dreamt, r, i) * at(negative, r, j),
        );
        return w + 0.5 * (toward - 0.01 * w);
      }),
    );
    const newVisible = visibleBias.map((b, i) => b + 0.5 * mean((r) => at(data, r, i) - at(dreamt, r, i)));
    const newHidden = hiddenBias.map(
      (c, j) => c + 0.5 * mean((r) => at(positive, r, j) - at(negative, r, j)),
    );
    const found = await machine.getWeights();
    [newKernel, newVisible, newHidden].forEach((expected, i) => {
      expectClose(found[i] as NdArray, NdArray.from(expected), {
        rtol: 1e-5,
        atol: 1e-6,
        what: `weight ${i}`,
      });
    });
  });

  it('has the free energy that follows from counting all states', async () => {
    const all = statesOf(visible);
    const energies = await freeEnergy(tinyMachine(), all);
    const exact = all.map((v) => -Math.log(chanceOf(v) * partition));
    expectClose(energies, NdArray.from(exact), { rtol: 1e-5, atol: 1e-5, what: 'free energies' });
    const z = sum(Array.from(energies.data, Number).map((energy) => Math.exp(-energy)));
    expect(z / partition).toBeCloseTo(1, 5);
  });

  it('follows the gradient of the likelihood with persistent chains', async () => {
    const chains = 8000;
    const machine = tinyMachine({ persistent: chains, steps: 25 });
    machine.compile({ optimizer: sgd({ learningRate: 1 }), jitCompile: compiled });
    await machine.trainOnBatch(data);
    const [newKernel, newVisible, newHidden] = (await machine.getWeights()) as [NdArray, NdArray, NdArray];

    /** `∂ mean ln p(v) / ∂ θ`, exactly: what the data make of θ, less what all states do. */
    const exact = (of: (v: readonly number[], h: readonly number[]) => number): number => {
      const given = (v: readonly number[]): number => {
        const states = joint.filter((state) => String(state.v) === String(v));
        return (
          sum(states.map(({ h, weight }) => weight * of(v, h))) / sum(states.map(({ weight }) => weight))
        );
      };
      return (
        sum(data.map(given)) / data.length -
        sum(joint.map(({ v, h, weight }) => (weight / partition) * of(v, h)))
      );
    };
    // Each mean of 8,000 draws is off by 0.0056 at most once in three; five times that does not happen.
    const noise = { rtol: 0, atol: 0.028 };
    const byKernel = kernel.map((row, i) =>
      row.map((w, j) => w + exact((v, h) => (v[i] ?? 0) * (h[j] ?? 0))),
    );
    expectClose(newKernel, NdArray.from(byKernel), { ...noise, what: 'kernel' });
    const byVisible = visibleBias.map((b, i) => b + exact((v) => v[i] ?? 0));
    expectClose(newVisible, NdArray.from(byVisible), { ...noise, what: 'visible bias' });
    const byHidden = hiddenBias.map((c, j) => c + exact((_, h) => h[j] ?? 0));
    expectClose(newHidden, NdArray.from(byHidden), { ...noise, what: 'hidden bias' });
  });

  it('dreams each state as often as it is likely', async () => {
    const count = 8000;
    const { states } = await sample(tinyMachine(), { count, steps: 25 });
    const rows = states.toArray() as number[][];
    const shares = statesOf(visible).map(
      (v) => rows.filter((row) => String(row) === String(v)).length / count - chanceOf(v),
    );
    expect(Math.max(...shares.map(Math.abs))).toBeLessThan(0.028);
  });

  it('fills in what is missing by its mean, given what is known', async () => {
    const x = [
      [1, NaN, 0, NaN],
      [NaN, NaN, 1, 1],
      [NaN, 1, NaN, 0],
    ];
    const filled = await fillMissing(tinyMachine(), x, { burnIn: 50, steps: 4000 });
    const exact = x.map((row) => {
      const fitting = joint.filter(({ v }) => row.every((value, i) => Number.isNaN(value) || value === v[i]));
      const total = sum(fitting.map(({ weight }) => weight));
      return row.map((_, i) => sum(fitting.map(({ v, weight }) => (weight * (v[i] ?? 0)) / total)));
    });
    expectClose(filled, NdArray.from(exact), { rtol: 0, atol: 0.04, what: 'filled' });
    expect([filled.at(0, 0), filled.at(0, 2), filled.at(1, 3)]).toEqual([1, 0, 1]);
  });

  it('estimates the pseudo-likelihood', async () => {
    const [v] = data as [number[]];
    const repeated = Array.from({ length: 4000 }, () => v);
    const estimates = await pseudoLogLikelihood(tinyMachine(), repeated);
    const exact = v.map((on, i) => {
      const other = v.map((value, k) => (k === i ? 1 - on : value));
      return Math.log(chanceOf(v) / (chanceOf(v) + chanceOf(other)));
    });
    const each = Array.from(estimates.data, Number);
    for (const term of exact)
      expect(each.some((value) => Math.abs(value - visible * term) < 1e-4)).toBe(true);
    expect(Math.abs(sum(each) / each.length - sum(exact))).toBeLessThan(0.1);
  });

  it('counts gaussian units as they are defined', async () => {
    const machine = tinyMachine({ visibleUnits: 'gaussian' });
    const x = [
      [0.5, -1, 2, 0.1],
      [1.5, 0.3, -0.7, -2],
    ];
    const exact = x.map((v) => {
      const bowl = sum(v.map((value, i) => (value - (visibleBias[i] ?? 0)) ** 2)) / 2;
      const inner = statesOf(hidden).map((h) =>
        Math.exp(agreement(v, h) - sum(v.map((value, i) => value * (visibleBias[i] ?? 0)))),
      );
      return bowl - Math.log(sum(inner));
    });
    expectClose(await freeEnergy(machine, x), NdArray.from(exact), {
      rtol: 1e-5,
      atol: 1e-5,
      what: 'energies',
    });
    // p(v) is a mixture of Gaussians around b + W h, so its mean is known.
    const weights = statesOf(hidden).map((h) => {
      const shift = kernel.map((row) => sum(row.map((w, j) => w * (h[j] ?? 0))));
      const inner = sum(shift.map((s, i) => s * (visibleBias[i] ?? 0) + s ** 2 / 2));
      return { shift, weight: Math.exp(inner + sum(h.map((on, j) => on * (hiddenBias[j] ?? 0)))) };
    });
    const total = sum(weights.map(({ weight }) => weight));
    const means = visibleBias.map(
      (b, i) => b + sum(weights.map(({ shift, weight }) => (weight / total) * (shift[i] ?? 0))),
    );
    const { states } = await sample(machine, { count: 8000, steps: 30 });
    const drawn = states.toArray() as number[][];
    const found = means.map((_, i) => sum(drawn.map((row) => row[i] ?? 0)) / drawn.length);
    expectClose(NdArray.from(found), NdArray.from(means), { rtol: 0, atol: 0.1, what: 'means' });
  });

  it('keeps hidden units as quiet as it is asked to', async () => {
    const active = async (sparsityTarget: number | null, sparsityCost = 0): Promise<number> => {
      const machine = tinyMachine({ sparsityTarget, sparsityCost });
      machine.compile({ optimizer: sgd({ learningRate: 0.2 }), jitCompile: compiled });
      await machine.fit(data, undefined, { epochs: 150, batchSize: 5, verbose: 0 });
      const chances = await machine.predict(data);
      return sum(Array.from(chances.data, Number)) / chances.size;
    };
    const [free, pulled, held] = [await active(null), await active(0.1, 0.5), await active(0.1, 5)];
    expect(free).toBeGreaterThan(0.3);
    expect(pulled).toBeLessThan(free - 0.1);
    expect(Math.abs(held - 0.1)).toBeLessThan(0.05);
  });

  it('goes on after a file, from where its chains stood', async () => {
    const options = { visible, hidden, persistent: 6, steps: 2, sparsityTarget: 0.2, momentum: 0.9 };
    const machine = restrictedBoltzmannMachine({ ...options, means: [0.9, 0.5, 0.4, 0.6] });
    await machine.fit(data, undefined, { epochs: 3, verbose: 0 });
    const again = await loadModel(await machine.toBytes(), { customObjects: [restrictedBoltzmannMachine] });
    expect(again.getConfig()).toEqual(machine.getConfig());
    expect(await again.getWeights()).toEqual(await machine.getWeights());
    expect(await again.predict(data)).toEqual(await machine.predict(data));
    const { history } = await again.fit(data, undefined, { verbose: 0 });
    expect(Object.keys(history)).toEqual(['reconstruction_error']);
    expect(Object.keys(await again.evaluate(data, undefined, { verbose: 0 }))).toEqual([
      'free_energy',
      'reconstruction_error',
    ]);
  });
});

describe('machines', () => {
  beforeEach(async () => {
    await useBackend(eagerRuntime('cpu'));
  });

  it('stand on top of each other, and become layers that compute the same', async () => {
    const machines = await deepBeliefNetwork(data, { hidden: [5, 3], epochs: 4, batchSize: 5, verbose: 0 });
    expect(machines.map(({ weights }) => weights[0]?.shape)).toEqual([
      [4, 5],
      [5, 3],
    ]);
    const layers = await machineLayers(machines);
    const network = sequential([...layers, dense({ units: 2, activation: 'softmax' })]);
    const features = sequential(layers);
    const [below, above] = machines as [Model, Model];
    const expected = await above.predict(await below.predict(data));
    expectClose(await features.predict(data), expected, { rtol: 1e-6, what: 'features' });

    const before = await below.getWeights();
    network.compile({ optimizer: 'adam', loss: 'sparse_categorical_crossentropy' });
    await network.fit(data, [0, 0, 1, 0, 1], { verbose: 0 });
    expect(await below.getWeights()).toEqual(before);
    await expect(deepBeliefNetwork(data, { hidden: [] })).rejects.toThrow(
      'hidden units of at least one machine',
    );
  });

  it('can be layers of other models', async () => {
    const machine = tinyMachine();
    const model = sequential([machine, dense({ units: 1, activation: 'sigmoid' })]);
    model.compile({ optimizer: 'adam', loss: 'binary_crossentropy' });
    const { history } = await model.fit(data, [0, 1, 0, 1, 0], { epochs: 2, verbose: 0 });
    expect(history['loss']?.[1]).toBeLessThan(history['loss']?.[0] ?? 0);
  });

  it('leak nothing', async () => {
    const use = async (): Promise<void> => {
      const machine = tinyMachine({ persistent: 3, sparsityTarget: 0.1 });
      await machine.fit(data, undefined, { verbose: 0 });
      await sample(machine, { count: 2, steps: 3 });
      await fillMissing(machine, [[1, NaN, 0, 1]], { burnIn: 0, steps: 2 });
      await freeEnergy(machine, data);
      await pseudoLogLikelihood(machine, data);
    };
    await use();
    const before = memory().numTensors;
    await use();
    expect(memory().numTensors).toBe(before);
  });

  it('say what they cannot do', async () => {
    const machine = tinyMachine();
    expect(() => restrictedBoltzmannMachine({ visible: 4, hidden: 0 })).toThrow(
      'restrictedBoltzmannMachine: expected hidden to be a whole number above 0, got 0.',
    );
    await expect(freeEnergy(machine, [[1, 0]])).rejects.toThrow(
      'freeEnergy: expected x of shape (n, 4), got (1, 2).',
    );
    await expect(sample(machine, { steps: 0 })).rejects.toThrow(
      'sample: expected count and steps of 1 or more',
    );
    await expect(fillMissing(machine, data, { steps: 0 })).rejects.toThrow(
      'fillMissing: expected steps of 1 or more',
    );
    await expect(reconstruct(sequential([dense({ units: 1, inputShape: [4] })]), data)).rejects.toThrow(
      'reconstruct: expected a restricted Boltzmann machine, got sequential (Sequential).',
    );
    const gaussian = tinyMachine({ visibleUnits: 'gaussian' });
    await expect(pseudoLogLikelihood(gaussian, data)).rejects.toThrow(
      'expected a machine of bernoulli units',
    );
  });
});
