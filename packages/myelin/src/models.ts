import * as models from '@myelin/models';
import { withDefaultBackend } from './default-backend.js';

/**
 * A model whose layers follow one another.
 *
 * It has weights as soon as it knows the shape of its input: from `input({ shape })` in the first place, from
 * `inputShape` of the first layer, or from the first data.
 *
 * @example
 * ```ts
 * const model = sequential([layers.dense({ units: 1, inputShape: [3] })]);
 * model.compile({ optimizer: optimizers.sgd({ learningRate: 0.1 }), loss: 'mse' });
 * const { history } = await model.fit([[1, 2, 3], [3, 2, 1]], [1, 2], { epochs: 5, verbose: 0 });
 * history.loss.length; // 5
 * ```
 * @see Keras `keras.Sequential`
 */
export const sequential: typeof models.sequential = /* @__PURE__ */ withDefaultBackend(models.sequential);

/**
 * A model from a graph: everything between `inputs` and `outputs`.
 *
 * Layers may branch, join and be shared; models may stand in models.
 *
 * @example
 * ```ts
 * const x = input({ shape: [3] });
 * const left = layers.dense({ units: 2, activation: 'relu' })(x);
 * const right = layers.dense({ units: 2, activation: 'tanh' })(x);
 * const model = functional({ inputs: x, outputs: layers.concatenate()([left, right]) });
 * const y = await model.predict([[1, 2, 3]]);
 * y.shape; // [1, 4]
 * ```
 * @throws ArgumentError when an output does not come from the inputs.
 * @see Keras `keras.Model`
 */
export const functional: typeof models.functional = /* @__PURE__ */ withDefaultBackend(models.functional);

/**
 * Defines a model: its options, layers, computation and, where it learns in its own way, its steps.
 *
 * @example
 * ```ts
 * import type { Tensor } from '@tensorflow/tfjs-core';
 * const doubled = defineModel({
 *   className: 'Doubled',
 *   defaults: {},
 *   build: () => ({ inner: layers.dense({ units: 1, kernelInitializer: 'ones' }) }),
 *   call: (x: Tensor, { state }) => ops.multiply(state.inner(x), 2),
 * });
 * (await doubled().predict([[1, 2]])).toArray(); // [[6]]
 * ```
 * @see Keras `keras.Model`, subclassed
 */
export const defineModel: typeof models.defineModel = /* @__PURE__ */ withDefaultBackend(models.defineModel);

/**
 * Reads a `.keras` file, from Keras or from `save`: a path (in Node), a URL, or bytes.
 *
 * @example
 * ```ts
 * const model = sequential([layers.dense({ units: 1, inputShape: [3] })]);
 * const again = await loadModel(await model.toBytes());
 * again.countParams(); // 4
 * ```
 * @throws FormatError when the file is damaged or no model; UnknownIdError for an unknown class.
 * @see Keras `keras.models.load_model`
 */
export const loadModel: typeof models.loadModel = /* @__PURE__ */ withDefaultBackend(models.loadModel);
