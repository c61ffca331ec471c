import '@tensorflow/tfjs-backend-cpu';
import { wasm } from '@myelin/backend-wasm';
import {
  type JitCompile,
  type LayerConfig,
  NdArray,
  type Runtime,
  TraceError,
  clearSession,
  setSeed,
  useBackend,
} from '@myelin/core';
import { dense } from '@myelin/layers';
import { binaryCrossentropy, klDivergence, sparseCategoricalCrossentropy } from '@myelin/losses';
import { mean } from '@myelin/metrics';
import {
  type Model,
  type ModelFactory,
  type StepBatch,
  defineModel,
  gradients,
  sequential,
} from '@myelin/models';
import {
  add,
  cast,
  divide,
  eagerRuntime,
  less,
  matmul,
  mean as meanOf,
  multiply,
  onesLike,
  randomUniform,
  seedGenerator,
  sigmoid,
  softmax,
  square,
  subtract,
  tensor,
  transpose,
  zerosLike,
} from '@myelin/ops';
import { adam, sgd } from '@myelin/optimizers';
import { expectClose } from '@myelin/testing';
import { type Tensor, memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { interpreterRuntime } from './interpreter-runtime.js';

const wave = (count: number, width: number, frequency: number): NdArray =>
  new NdArray(
    Float32Array.from({ length: count * width }, (_, i) => Math.sin(i * frequency) + 0.3 * Math.cos(i * 1.9)),
    [count, width],
  );

/** What a run leaves behind: figures, and arrays such as weights. */
interface Trained {
  readonly figures: readonly number[];
  readonly arrays: readonly NdArray[];
}

interface RbmConfig extends LayerConfig {
  hidden: number;
}

/** A restricted Boltzmann machine: pictures and hidden units that are on or off, each with a chance that the others set. */
const rbm: ModelFactory<RbmConfig> = defineModel({
  className: 'Rbm',
  required: ['hidden'],
  defaults: {},
  build({ config, inputShape, addWeight, addSeed }) {
    const visible = inputShape[1] ?? 0;
    const zeros = { initializer: (shape: readonly number[]) => NdArray.zeros(shape) };
    const small = { initializer: ([rows = 0, columns = 0]: readonly number[]) => wave(rows, columns, 0.7) };
    return {
      kernel: addWeight('kernel', [visible, config.hidden], small),
      visibleBias: addWeight('visible_bias', [visible], zeros),
      hiddenBias: addWeight('hidden_bias', [config.hidden], zeros),
      seed: addSeed(5),
    };
  },
  call: (x: Tensor, { state: { kernel, hiddenBias } }) => sigmoid(add(matmul(x, kernel), hiddenBias)),

  // Contrastive divergence with one step: Hinton, 2002.
  trainStep({ x }, { state, variables, optimizer, update }) {
    const { kernel, visibleBias, hiddenBias, seed } = state;
    const hiddenOf = (visible: Tensor): Tensor => sigmoid(add(matmul(visible, kernel), hiddenBias));
    const chances = hiddenOf(x);
    const on = cast(less(randomUniform(seed, chances.shape), chances), { dtype: 'float32' });
    update(variables.seed, add(seed, tensor([0, 1], 'int32')));
    const dreamt = sigmoid(add(matmul(on, transpose(kernel)), visibleBias));
    const dreamtHidden = hiddenOf(dreamt);
    const count = x.shape[0];
    const together = (visible: Tensor, hidden: Tensor): Tensor =>
      divide(matmul(transpose(visible), hidden), count);
    optimizer.apply(
      [
        subtract(together(dreamt, dreamtHidden), together(x, chances)),
        meanOf(subtract(dreamt, x), { axis: 0 }),
        meanOf(subtract(dreamtHidden, chances), { axis: 0 }),
      ],
      [variables.kernel, variables.visibleBias, variables.hiddenBias],
    );
    return { error: meanOf(square(subtract(dreamt, x))) };
  },
});

async function trainRbm(jitCompile: JitCompile): Promise<Trained> {
  const pixels = wave(40, 6, 2.3).data as Float32Array;
  const pictures = new NdArray(
    pixels.map((value) => Number(value > 0)),
    [40, 6],
  );
  const machine = rbm({ hidden: 4 });
  machine.compile({ optimizer: sgd({ learningRate: 0.5, momentum: 0.5 }), jitCompile });
  const { history } = await machine.fit(pictures, undefined, {
    epochs: 4,
    batchSize: 8,
    shuffle: false,
    verbose: 0,
  });
  return {
    figures: history['error'] ?? [],
    arrays: [await machine.predict(pictures), ...(await machine.getWeights())],
  };
}

/** Two rivals: one judges, the other learns through it to make what it takes for real; the judge is part of two models. */
const rivals: ModelFactory<LayerConfig> = defineModel({
  className: 'Rivals',
  defaults: {},
  build() {
    const maker = sequential([dense({ units: 5, activation: 'relu', inputShape: [3] }), dense({ units: 2 })]);
    const judge = sequential([
      dense({ units: 6, activation: 'tanh', inputShape: [2] }),
      dense({ units: 1, activation: 'sigmoid' }),
    ]);
    return { maker, judge, both: sequential([maker, judge]) };
  },
});

async function trainRivals(jitCompile: JitCompile): Promise<Trained> {
  const pair = rivals();
  pair.build([null, 2]);
  const [maker, judge, both] = pair.layers as [Model, Model, Model];
  const judgeOptimizer = adam({ learningRate: 0.02 });
  const [judgeLoss, makerLoss] = [mean({ name: 'judge' }), mean({ name: 'maker' })];
  const loss = binaryCrossentropy();
  const noise = seedGenerator(11);
  const say = (model: Model, x: Tensor): Tensor => model(x) as Tensor;
  pair.compile({
    optimizer: adam({ learningRate: 0.02 }),
    jitCompile,
    trackers: [judgeLoss, makerLoss],
    trainStep({ x }: StepBatch, { optimizer }) {
      const idea = (): Tensor => subtract(randomUniform(noise.next(), [x.shape[0], 3]), 0.5);
      const made = say(maker, idea());
      const judging = gradients(() => {
        const [real, fake] = [say(judge, x), say(judge, made)];
        return add(loss(onesLike(real), real), loss(zerosLike(fake), fake));
      }, judge.trainableWeights);
      judgeOptimizer.apply(judging.gradients, judge.trainableWeights);
      const dream = idea();
      const making = gradients(() => {
        const taken = say(both, dream);
        return loss(onesLike(taken), taken);
      }, maker.trainableWeights);
      optimizer.apply(making.gradients, maker.trainableWeights);
      judgeLoss.update(judging.value);
      makerLoss.update(making.value);
      return { judge: judgeLoss.result(), maker: makerLoss.result() };
    },
  });
  const real = wave(48, 2, 1.1);
  const { history } = await pair.fit(real, undefined, {
    epochs: 4,
    batchSize: 16,
    shuffle: false,
    verbose: 0,
  });
  expect(pair.weights).toHaveLength(8);
  return {
    figures: [...(history['judge'] ?? []), ...(history['maker'] ?? [])],
    arrays: [await both.predict(wave(5, 3, 0.3)), await judge.predict(real), ...(await pair.getWeights())],
  };
}

/** A small model learns the labels, and how sure a large one is of each class. */
async function distil(jitCompile: JitCompile): Promise<Trained> {
  const teacher = sequential([
    dense({ units: 12, activation: 'tanh', inputShape: [4] }),
    dense({ units: 3 }),
  ]);
  const student = sequential([dense({ units: 4, activation: 'relu', inputShape: [4] }), dense({ units: 3 })]);
  const divergence = klDivergence();
  const warm = (logits: Tensor): Tensor => softmax(divide(logits, 4));
  student.compile({
    optimizer: 'adam',
    loss: sparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
    jitCompile,
    trainStep({ x }: StepBatch, { model, optimizer, computeLoss, figures }) {
      const taught = teacher(x, { training: false }) as Tensor;
      const { value, gradients: found } = gradients(() => {
        const learnt = student(x) as Tensor;
        const soft = multiply(divergence(warm(taught), warm(learnt)), 16);
        return add(multiply(computeLoss(learnt), 0.3), multiply(soft, 0.7));
      }, model.trainableWeights);
      optimizer.apply(found, model.trainableWeights);
      return { ...figures(), distilled: value };
    },
  });
  const x = wave(40, 4, 0.9);
  const y = new NdArray(Int32Array.from({ length: 40 }, (_, i) => (i * 7) % 3));
  const { history } = await student.fit(x, y, {
    epochs: 3,
    batchSize: 16,
    shuffle: false,
    verbose: 0,
    validationSplit: 0.2,
  });
  expect(Object.keys(history)).toEqual(['accuracy', 'distilled', 'loss', 'val_accuracy', 'val_loss']);
  return {
    figures: Object.values(history).flat(),
    arrays: [await student.predict(x), ...(await student.getWeights())],
  };
}

const runs: Readonly<Record<string, (jitCompile: JitCompile) => Promise<Trained>>> = {
  'a restricted Boltzmann machine': trainRbm,
  'two rivals that share layers': trainRivals,
  'a distillation': distil,
};

const executors: Readonly<
  Record<string, { readonly runtime: () => Runtime; readonly jitCompile: JitCompile }>
> = {
  'op by op on wasm': { runtime: wasm, jitCompile: false },
  'compiled on wasm': { runtime: wasm, jitCompile: true },
  'in the float64 interpreter': { runtime: () => interpreterRuntime(), jitCompile: true },
};

async function trained(run: string, runtime: Runtime, jitCompile: JitCompile): Promise<Trained> {
  await useBackend(runtime);
  clearSession();
  setSeed(3);
  return (runs[run] as (typeof runs)[string])(jitCompile);
}

describe.each(Object.keys(runs))('%s', (run) => {
  it.each(Object.keys(executors))('learns %s what it learns op by op on cpu', async (executor) => {
    const expected = await trained(run, eagerRuntime('cpu'), false);
    expect(new Set(expected.figures).size).toBeGreaterThan(3);
    const { runtime, jitCompile } = executors[executor] as (typeof executors)[string];
    const found = await trained(run, runtime(), jitCompile);
    expectClose([...found.figures], [...expected.figures], { rtol: 1e-4, what: 'figures' });
    expect(found.arrays).toHaveLength(expected.arrays.length);
    found.arrays.forEach((array, i) => {
      expectClose(array, expected.arrays[i] as NdArray, { rtol: 1e-4, atol: 1e-5, what: `array ${i}` });
    });
  });

  it('leaks nothing', async () => {
    await trained(run, eagerRuntime('cpu'), false);
    const before = memory().numTensors;
    await trained(run, eagerRuntime('cpu'), false);
    expect(memory().numTensors).toBe(before);
  });
});

describe('a step that is not the same each time', () => {
  const fitWith = async (factor: () => number): Promise<unknown> => {
    await useBackend(interpreterRuntime());
    const model = sequential([dense({ units: 1, inputShape: [2] })]);
    model.compile({
      trainStep: ({ x }: StepBatch) => ({ loss: meanOf(multiply(model(x) as Tensor, factor())) }),
    });
    return model.fit([[1, 2]], undefined, { verbose: 0 });
  };

  it('is refused, naming the first difference', async () => {
    let count = 0;
    const counting = fitWith(() => ++count + 0.5);
    await expect(counting).rejects.toThrow(TraceError);
    await expect(counting).rejects.toThrow(
      'the train step: expected the same operations each time it runs, got the constant 1.5 (float32[]) the first time, ' +
        'the constant 2.5 (float32[]) the second.',
    );
    await expect(fitWith(() => Math.random())).rejects.toThrow('Math.random');
    await expect(fitWith(() => 0.5)).resolves.toBeDefined();
  });
});
