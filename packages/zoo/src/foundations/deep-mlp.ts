import type { SymbolicTensor } from '@myelin/core';
import { type DenseConfig, activation, add, batchNormalization, dense, input } from '@myelin/layers';
import { type Model, type OptimizerLike, functional } from '@myelin/models';
import { sgd } from '@myelin/optimizers';

/** Options of {@link deepMlp}. */
export interface DeepMlpOptions {
  /** Numbers of an example. @defaultValue 784 */
  readonly features?: number;
  /** Hidden layers. @defaultValue 10 */
  readonly depth?: number;
  /** Units of each hidden layer. @defaultValue 32 */
  readonly units?: number;
  /** @defaultValue 10 */
  readonly classes?: number;
  /** Of the hidden layers. @defaultValue 'sigmoid' */
  readonly activation?: NonNullable<DenseConfig['activation']>;
  /** Of the hidden layers. @defaultValue 'glorot_uniform' */
  readonly kernelInitializer?: NonNullable<DenseConfig['kernelInitializer']>;
  /** Whether each hidden layer brings its sums to mean 0 and variance 1 first. @defaultValue false */
  readonly batchNormalization?: boolean;
  /** Whether each hidden layer but the first adds what it was given to what it says. @defaultValue false */
  readonly residual?: boolean;
  /** @defaultValue sgd({ learningRate: 0.05 }) */
  readonly optimizer?: OptimizerLike;
  /** @defaultValue 'deep_mlp' */
  readonly name?: string;
}

/**
 * Many narrow hidden layers, then softmax: a network in which gradients vanish, with what cures it to switch on.
 *
 * A hidden layer is `h ← f(h · W + b)`; with `batchNormalization` `h ← f(normalize(h · W))`, with `residual` `h ← h + …`.
 * Compiled with plain gradient descent, `categorical_crossentropy` and accuracy. An optimizer that divides gradients by
 * their size, such as Adam, hides in part that they vanish.
 *
 * Input `[batch, features]` → output `[batch, classes]`, probabilities. The hidden kernels are those of the layers
 * `hidden_1`, `hidden_2` and so on.
 *
 * @example
 * ```ts
 * deepMlp().countParams();                            // 34954
 * deepMlp({ batchNormalization: true }).countParams(); // 35914
 * ```
 * @see Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks"; He et al. 2015,
 * arXiv 1512.03385; Ioffe and Szegedy 2015, arXiv 1502.03167
 */
export function deepMlp(options: DeepMlpOptions = {}): Model {
  const { features = 784, depth = 10, units = 32, classes = 10, optimizer, name = 'deep_mlp' } = options;
  const {
    activation: hiddenActivation = 'sigmoid',
    kernelInitializer = 'glorot_uniform',
    batchNormalization: normalizes = false,
    residual = false,
  } = options;

  function hiddenLayer(given: SymbolicTensor, place: number): SymbolicTensor {
    const sums = dense({ units, kernelInitializer, useBias: !normalizes, name: `hidden_${place}` })(given);
    const said = activation({ activation: hiddenActivation })(normalizes ? batchNormalization()(sums) : sums);
    return residual && place > 1 ? add()([given, said]) : said;
  }

  const x = input({ shape: [features] });
  let said = x;
  for (let place = 1; place <= depth; place++) said = hiddenLayer(said, place);
  const outputs = dense({ units: classes, activation: 'softmax', name: 'output' })(said);
  const model = functional({ inputs: x, outputs, name });
  model.compile({
    optimizer: optimizer ?? sgd({ learningRate: 0.05 }),
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
