import {
  type AnyLayer,
  ArgumentError,
  type Layer,
  type LayerConfig,
  type LayerFactory,
  Variable,
  defineLayer,
  stateOf,
} from '@myelin/core';
import { truncatedNormal } from '@myelin/initializers';
import {
  add,
  any,
  divide,
  matmul,
  normalize,
  notEqual,
  reshape,
  stopGradient,
  subtract,
  transpose,
  where,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { positiveInteger } from '../internal/positive-integer.js';

/** Options of {@link spectralNormalization}. */
export interface SpectralNormalizationConfig extends LayerConfig {
  /** The layer whose `kernel` or `embeddings` are normalized. */
  layer: AnyLayer;
  /** How many steps of the power iteration each step in training makes. @defaultValue 1 */
  powerIterations?: number;
}

/**
 * Divides the kernel of a layer by its largest singular value at each step in training: `kernel ← kernel / σ`.
 *
 * The layer then stretches nothing, which keeps the discriminators of adversarial networks tame. A power iteration follows
 * the singular value from step to step: `v = u · kernelᵀ / |…|`, `u = v · kernel / |…|`, `σ = v · kernel · uᵀ`. At inference
 * the kernel stays as it is.
 *
 * As in Keras on TensorFlow, the gradient is that of the kernel after the division, as if it had always been that. Unlike
 * there, the output of an embedding is not cast to whole numbers.
 *
 * Input and output are those of the layer.
 * Weights, in saved order: the `kernel` or the `embeddings` of the layer, then not trained `vector_u [1, features]`, then the
 * other weights of the layer.
 *
 * @example
 * ```ts
 * spectralNormalization({ layer: dense({ units: 2 }) })(ones([1, 3])).shape; // [1, 2]
 * ```
 * @throws ArgumentError for a layer without kernel and embeddings.
 * @see Keras `keras.layers.SpectralNormalization`; Miyato et al., 2018, arXiv 1802.05957, algorithm 1.
 */
export const spectralNormalization: LayerFactory<SpectralNormalizationConfig> = /* @__PURE__ */ defineLayer({
  className: 'SpectralNormalization',
  required: ['layer'],
  defaults: { powerIterations: 1 },
  resolve: {
    layer: (layer: AnyLayer) => layer as Layer,
    powerIterations: positiveInteger('powerIterations'),
  },

  inputSpec: ({ inputShape }) => {
    const last = inputShape.at(-1) ?? null;
    return last === null ? { minRank: 1 } : { minRank: 1, axes: { [-1]: last } };
  },

  build({ config: { layer }, inputShape, who, addWeight, shareWeight }) {
    layer.build(inputShape);
    const kernel = shareWeight(kernelOf(layer, who));
    const vectorU = addWeight('vector_u', [1, kernel.shape.at(-1) ?? 1], {
      initializer: truncatedNormal({ stddev: 0.02 }),
      trainable: false,
    });
    return { layer, kernel, vectorU };
  },

  call(x, { config, state: { layer, kernel, vectorU }, variables, training, update }) {
    if (training) {
      const { quotient, u } = divided(kernel, vectorU, config.powerIterations);
      update(variables.vectorU, u);
      update(variables.kernel, quotient);
    }
    return layer(x);
  },
});

function divided(kernel: Tensor, start: Tensor, iterations: number): { quotient: Tensor; u: Tensor } {
  const matrix = reshape(kernel, { newshape: [-1, kernel.shape.at(-1) ?? 1] });
  let u = start;
  let v = start;
  for (let i = 0; i < iterations; i++) {
    v = normalize(matmul(u, transpose(matrix)));
    u = normalize(matmul(v, matrix));
  }
  const sigma = reshape(matmul(matmul(v, matrix), transpose(u)), { newshape: [] });
  // A kernel of zeros has no direction: it and the vector stay.
  const isSome = any(notEqual(kernel, 0));
  const change = where(isSome, subtract(divide(kernel, where(isSome, sigma, 1)), kernel), 0);
  return { quotient: add(kernel, stopGradient(change)), u: stopGradient(where(isSome, u, start)) };
}

function kernelOf(layer: AnyLayer, who: string): Variable {
  const { kernel, embeddings } = stateOf(layer) as { kernel?: unknown; embeddings?: unknown };
  const found = kernel ?? embeddings;
  const weight = (found as { value?: unknown } | undefined)?.value ?? found;
  if (Variable.isVariable(weight)) return weight;
  throw new ArgumentError({
    who,
    expected: 'a layer with a kernel or embeddings',
    got: layer.className,
  });
}
