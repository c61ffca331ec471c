import {
  MyelinError,
  NdArray,
  type SymbolicTensor,
  normalArray,
  shapeSize,
  uniformArray,
} from '@myelin/core';
import * as layers from '@myelin/layers';
import { type LossLike, type MetricLike, type Model, functional } from '@myelin/models';
import * as optimizers from '@myelin/optimizers';
import fc from 'fast-check';
import { type Choice, type LayerCall, layerFor, pick } from './random-layers.js';

/** Numbers that a whole model, its data and its training follow from. */
export interface Draw {
  readonly seed: number;
  readonly inputs: readonly (readonly [kind: number, size: number])[];
  readonly layers: readonly Choice[];
  readonly task: readonly [kind: number, loss: number, metric: number];
  readonly optimizer: readonly [kind: number, options: number];
}

const number = fc.nat({ max: 2 ** 16 });

export const draws: fc.Arbitrary<Draw> = fc.record({
  seed: number,
  inputs: fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 2 }),
  layers: fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 9, size: 'max' }),
  task: fc.tuple(number, number, number),
  optimizer: fc.tuple(number, number),
});

/** A model that can be trained, and its text as a program. */
export interface RandomModel {
  readonly model: Model;
  readonly x: readonly NdArray[];
  readonly y: NdArray;
  readonly code: string;
}

/** What is learned: the last layer, losses and metrics that suit it, and how targets are drawn. */
interface Task {
  readonly activation: string;
  readonly losses: readonly LossLike[];
  readonly metrics: readonly MetricLike[];
  readonly targets: (seed: number, count: number, units: number) => NdArray;
}

export const batchSize = 4;
/** Three batches and a smaller one. */
const examples = 14;

const uniform = (seed: number, shape: readonly number[]): NdArray =>
  new NdArray(uniformArray({ seed, offset: 1 }, shapeSize(shape)), shape);
const normal = (seed: number, shape: readonly number[]): NdArray =>
  new NdArray(normalArray({ seed, offset: 2 }, shapeSize(shape)), shape);
const whole = (seed: number, shape: readonly number[], below: number): NdArray =>
  new NdArray(
    Int32Array.from(uniform(seed, shape).data as Float32Array, (u) => Math.floor(u * below)),
    shape,
  );

function oneHot(seed: number, count: number, units: number): NdArray {
  const data = new Float32Array(count * units);
  whole(seed, [count], units).data.forEach((kind, i) => (data[i * units + Number(kind)] = 1));
  return new NdArray(data, [count, units]);
}

const tasks: readonly Task[] = [
  {
    activation: 'softmax',
    losses: ['sparse_categorical_crossentropy'],
    metrics: ['accuracy', 'sparse_top_k_categorical_accuracy'],
    targets: (seed, count, units) => whole(seed, [count], units),
  },
  {
    activation: 'softmax',
    losses: ['categorical_crossentropy', 'kl_divergence', 'categorical_hinge', 'cosine_similarity'],
    metrics: ['accuracy', 'categorical_crossentropy', 'precision'],
    targets: oneHot,
  },
  {
    activation: 'linear',
    losses: ['mean_squared_error', 'mean_absolute_error', 'huber', 'log_cosh', 'cosine_similarity'],
    metrics: ['root_mean_squared_error', 'mean_absolute_error', 'r2_score'],
    targets: (seed, count, units) => normal(seed, [count, units]),
  },
  {
    activation: 'sigmoid',
    losses: ['binary_crossentropy', 'mean_squared_logarithmic_error', 'poisson', 'hinge', 'squared_hinge'],
    metrics: ['binary_accuracy', 'recall', 'binary_crossentropy'],
    targets: (seed, count, units) => whole(seed, [count, units], 2).cast('float32'),
  },
];

/** So large because adaptive optimizers turn a gradient that is zero but for rounding into steps of full length. */
const epsilon = 1e-2;

/** Of each optimizer the options by which its step differs. */
const optimizerOptions: Readonly<Record<string, readonly object[]>> = {
  sgd: [{}, { momentum: 0.9 }, { momentum: 0.9, nesterov: true }, { gradientAccumulationSteps: 2 }],
  adam: [{ epsilon }, { epsilon, amsgrad: true }, { epsilon, useEma: true, emaOverwriteFrequency: 2 }],
  adamW: [{ epsilon }, { epsilon, weightDecay: 0.1 }],
  rmsprop: [{ epsilon }, { epsilon, momentum: 0.5 }, { epsilon, centered: true }],
};
const clippings = [{}, {}, { clipnorm: 0.1 }, { globalClipnorm: 0.5 }, { clipvalue: 0.01 }];

const literal = (value: unknown): string => JSON.stringify(value).replaceAll(/"([A-Za-z0-9]+)":/g, '$1: ');

/** Builds the model of a draw; with the same session and seed the same each time. */
export function buildModel(draw: Draw): RandomModel {
  return new Builder(draw).build();
}

class Builder {
  readonly #draw: Draw;
  readonly #lines: string[] = [];
  readonly #tensors: SymbolicTensor[] = [];
  /** Tensors that no layer has taken yet. */
  readonly #loose = new Set<SymbolicTensor>();
  readonly #data: NdArray[] = [];

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  build(): RandomModel {
    const { seed, task, optimizer } = this.#draw;
    const inputs = this.#draw.inputs.map(([kind, size], i) => this.#input(kind, size, seed + i));
    for (const choice of this.#draw.layers) this.#grow(choice);
    const units = 2 + (seed % 4);
    const { activation, losses, metrics, targets } = pick(tasks, task[0]);
    const outputs = this.#apply({ factory: 'dense', options: { units, activation } }, [this.#joined()]);
    const model = functional({ inputs, outputs });
    const name = pick(Object.keys(optimizerOptions), optimizer[0]);
    const options = {
      learningRate: 0.01,
      ...pick(optimizerOptions[name] ?? [], optimizer[1]),
      ...pick(clippings, optimizer[1] >> 2),
    };
    const [loss, metric] = [pick(losses, task[1]), pick(metrics, task[2])];
    const make = optimizers[name as 'adam'];
    model.compile({ optimizer: make(options), loss, metrics: [metric] });
    this.#lines.push(
      `const model = functional({ inputs: [${inputs.map((tensor) => this.#name(tensor)).join(', ')}], outputs: ${this.#name(outputs)} });`,
      `model.compile({ optimizer: ${name}(${literal(options)}), loss: ${literal(loss)}, metrics: [${literal(metric)}] });`,
    );
    return { model, x: this.#data, y: targets(seed + 9, examples, units), code: this.#lines.join('\n') };
  }

  /** A vector, a sequence, an image, or words that are embedded at once. */
  #input(kind: number, size: number, seed: number): SymbolicTensor {
    const length = 2 + (size % 5);
    if (kind % 4 === 3) {
      const words = this.#add(
        layers.input({ shape: [length], dtype: 'int32' }),
        `input({ shape: [${length}], dtype: 'int32' })`,
      );
      this.#data.push(whole(seed, [examples, length], 5));
      this.#apply(
        {
          factory: 'embedding',
          options: { inputDim: 5, outputDim: 1 + (size % 6), maskZero: kind % 8 === 3 },
        },
        [words],
      );
      return words;
    }
    const shape = pick(
      [[length], [length, 1 + (size % 4)], [length + (size % 3), length, 1 + (size % 4)]],
      kind % 4,
    );
    this.#data.push(normal(seed, [examples, ...shape]));
    return this.#add(layers.input({ shape }), `input({ shape: ${literal(shape)} })`);
  }

  /** One more layer, on one tensor or on two that it joins; nothing if it does not fit. */
  #grow(choice: Choice): void {
    const [kind, from] = choice;
    // Recent ones first, so that chains grow as well as branches.
    const usable = this.#tensors.filter(({ dtype }) => dtype === 'float32').reverse();
    const tensor = pick(usable.slice(0, 1 + (from % 3)), from >> 2);
    const others = usable.filter((other) => other !== tensor && other.shape.length === tensor.shape.length);
    const other = others[(from >> 4) % Math.max(others.length, 1)];
    try {
      if (kind % 5 === 0 && other !== undefined) {
        const same = String(other.shape) === String(tensor.shape);
        this.#apply({ factory: same && kind % 2 === 0 ? 'add' : 'concatenate', options: {} }, [
          tensor,
          other,
        ]);
        return;
      }
      if (kind % 11 === 0 && tensor.shape.length === 3) {
        this.#attend(tensor, choice);
        return;
      }
      const call = layerFor(tensor.shape, choice);
      if (call !== undefined) this.#apply(call, [tensor]);
    } catch (error) {
      if (!(error instanceof MyelinError)) throw error;
    }
  }

  #attend(tensor: SymbolicTensor, [, , first, second]: Choice): void {
    const options = { numHeads: 1 + (first % 3), keyDim: 1 + (second % 4) };
    const useCausalMask = first % 2 === 0;
    this.#add(
      layers.multiHeadAttention(options)([tensor, tensor], { useCausalMask }),
      `multiHeadAttention(${literal(options)})([${this.#name(tensor)}, ${this.#name(tensor)}], { useCausalMask: ${useCausalMask} })`,
      [tensor],
    );
  }

  /** Everything that no layer has taken, as one vector. */
  #joined(): SymbolicTensor {
    const ends = [...this.#loose].filter(({ dtype }) => dtype === 'float32');
    const flat = ends.map((tensor) =>
      tensor.shape.length === 2 ? tensor : this.#apply({ factory: 'flatten', options: {} }, [tensor]),
    );
    return flat.length === 1
      ? (flat[0] as SymbolicTensor)
      : this.#apply({ factory: 'concatenate', options: {} }, flat);
  }

  #apply(call: LayerCall, inputs: readonly SymbolicTensor[]): SymbolicTensor {
    const names = inputs.map((tensor) => this.#name(tensor));
    const layer = makeLayer(call);
    return this.#add(
      layer(inputs.length === 1 ? (inputs[0] as SymbolicTensor) : inputs),
      `${callText(call)}(${names.length === 1 ? names[0] : `[${names.join(', ')}]`})`,
      inputs,
    );
  }

  #add(tensor: SymbolicTensor, text: string, taken: readonly SymbolicTensor[] = []): SymbolicTensor {
    this.#tensors.push(tensor);
    this.#loose.add(tensor);
    for (const input of taken) this.#loose.delete(input);
    this.#lines.push(`const ${this.#name(tensor)} = ${text}; // [${tensor.shape.join(', ')}]`);
    return tensor;
  }

  #name(tensor: SymbolicTensor): string {
    return `x${this.#tensors.indexOf(tensor)}`;
  }
}

type Layer = (x: SymbolicTensor | readonly SymbolicTensor[]) => SymbolicTensor;
const factories = layers as unknown as Readonly<Record<string, (options?: object) => Layer>>;

function makeLayer({ factory, options, wrapped }: LayerCall): Layer {
  const inner = wrapped === undefined ? {} : { layer: makeLayer(wrapped) };
  return (factories[factory] as (options: object) => Layer)({ ...options, ...inner });
}

function callText({ factory, options, wrapped }: LayerCall): string {
  if (wrapped === undefined) return `${factory}(${literal(options)})`;
  return `${factory}({ ...${literal(options ?? {})}, layer: ${callText(wrapped)} })`;
}
