import { constant } from '@myelin/initializers';
import { type DenseConfig, dense, input } from '@myelin/layers';
import { type Sequential, sequential } from '@myelin/models';
import { sgd } from '@myelin/optimizers';

/** Options of {@link neuronChain}. */
export interface NeuronChainOptions {
  /**
   * The neurons, the one beside the input first.
   *
   * @defaultValue [{ weight: 0.15, bias: 0.4 }, { weight: 0.45, bias: 0.65 }]
   */
  readonly neurons?: readonly { readonly weight: number; readonly bias: number }[];
  /** Of every neuron. @defaultValue 'sigmoid' */
  readonly activation?: NonNullable<DenseConfig['activation']>;
  /** Of gradient descent. @defaultValue 0.4 */
  readonly learningRate?: number;
  /** @defaultValue 'neuron_chain' */
  readonly name?: string;
}

/**
 * Neurons in a row, each with one input: `a = activation(weight · x + bias)`, where `x` is what the one before says.
 *
 * The smallest network that has everything: it can be followed with pencil and paper. Compiled with plain gradient descent
 * and half of the squared error, `E = (target - a)² / 2`: `mean_squared_error` with the loss weight 0.5.
 *
 * Input `[batch, 1]` → output `[batch, 1]`.
 *
 * @example
 * ```ts
 * neuronChain().countParams(); // 4
 * ```
 */
export function neuronChain(options: NeuronChainOptions = {}): Sequential {
  const {
    neurons = [
      { weight: 0.15, bias: 0.4 },
      { weight: 0.45, bias: 0.65 },
    ],
    activation = 'sigmoid',
    learningRate = 0.4,
    name = 'neuron_chain',
  } = options;
  const model = sequential(
    [
      input({ shape: [1] }),
      ...neurons.map(({ weight, bias }) =>
        dense({
          units: 1,
          activation,
          kernelInitializer: constant({ value: weight }),
          biasInitializer: constant({ value: bias }),
        }),
      ),
    ],
    { name },
  );
  model.compile({ optimizer: sgd({ learningRate }), loss: 'mean_squared_error', lossWeights: 0.5 });
  return model;
}
