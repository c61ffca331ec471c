import {
  type AnyLayer,
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  defineLayer,
  isLayer,
} from '@myelin/core';
import { reshape, slice, stack } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';

/** Options of {@link timeDistributed}. */
export interface TimeDistributedConfig extends LayerConfig {
  /** What is applied to each step. */
  layer: AnyLayer;
}

/**
 * Applies a layer to every step of a sequence by itself, with the same weights.
 *
 * For images of a film through a convolution, and sentences of a text through a recurrent layer. A mask of the input goes
 * to the layer, if it takes one, without the axis of the steps. A quantized layer computes as it does alone; Keras leaves out
 * its scales here.
 *
 * Input `[batch, steps, ...]` → output `[batch, steps, ...]`, the rest as the layer makes it.
 * Weights: those of the layer.
 *
 * @example
 * ```ts
 * timeDistributed({ layer: flatten() })(ones([1, 3, 2, 2])).shape; // [1, 3, 4]
 * ```
 * @see Keras `keras.layers.TimeDistributed`
 */
export const timeDistributed: LayerFactory<TimeDistributedConfig> = /* @__PURE__ */ defineLayer({
  className: 'TimeDistributed',
  required: ['layer'],
  defaults: {},
  resolve: { layer: oneLayer },
  takesMask: true,
  supportsMasking: true,
  inputSpec: () => ({ minRank: 3 }),

  build({ config: { layer }, inputShape: [batch = null, , ...rest] }) {
    layer.build([batch, ...rest]);
    return { layer };
  },

  call(x, { config, state: { layer }, mask, training }) {
    const [batch = 0, steps = 0, ...rest] = x.shape;
    // What changes state, such as moving statistics, sees one step after the other, as in Keras.
    if (training && config.layer.nonTrainableWeights.length > 0 && config.layer.trainable) {
      const outputs = Array.from({ length: steps }, (_, step) => {
        const lives = mask !== null && layer.takesMask ? { mask: stepOf(mask, step) } : {};
        return layer(stepOf(x, step), { training, ...lives });
      });
      return stack(outputs, { axis: 1 });
    }
    const inner =
      mask !== null && mask.rank > 2 && layer.takesMask
        ? { mask: reshape(mask, { newshape: [batch * steps, ...mask.shape.slice(2)] }) }
        : {};
    const y = layer(reshape(x, { newshape: [batch * steps, ...rest] }), { training, ...inner });
    return reshape(y, { newshape: [batch, steps, ...y.shape.slice(1)] });
  },

  computeOutputShape([batch = null, steps = null, ...rest], { layer }) {
    const [, ...inner] = layer.computeOutputShape([batch, ...rest]);
    return [batch, steps, ...inner];
  },
});

interface OneLayer extends AnyLayer {
  (x: Tensor, options: { training: boolean; mask?: Tensor }): Tensor;
  build(shape: Shape): void;
  computeOutputShape(shape: Shape): Shape;
}

function stepOf(x: Tensor, step: number): Tensor {
  const [batch = 0, , ...rest] = x.shape;
  const part = slice(x, {
    startIndices: [0, step, ...rest.map(() => 0)],
    shape: [batch, 1, ...rest],
  });
  return reshape(part, { newshape: [batch, ...rest] });
}

function oneLayer(given: AnyLayer, who: string): OneLayer {
  if (isLayer(given)) return given as OneLayer;
  throw new ArgumentError({ who, expected: 'a layer', got: typeof given });
}
