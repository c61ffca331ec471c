import { defineObject } from '@myelin/core';
import { type Quantizer, absMaxQuantizer } from './abs-max-quantizer.js';
import type {
  QuantizationConfigFactory,
  QuantizationSettings,
  QuantizerOptions,
} from './quantization-config.js';

/**
 * Weights of eight bits with a scale for each column, and inputs of eight bits with a scale for each row.
 *
 * With `activationQuantizer: null` the inputs stay floats.
 *
 * @example
 * ```ts
 * const config = int8QuantizationConfig({ activationQuantizer: null });
 * config.getConfig(); // { weight_quantizer: null, activation_quantizer: null }
 * ```
 * @see Keras `keras.quantizers.Int8QuantizationConfig`
 */
export const int8QuantizationConfig: QuantizationConfigFactory<QuantizerOptions> =
  /* @__PURE__ */ defineObject<QuantizerOptions, QuantizationSettings>(
    {
      className: 'Int8QuantizationConfig',
      module: 'keras.quantizers',
      defaults: { weightQuantizer: null, activationQuantizer: 'default' },
      normalize: ({ activationQuantizer: given, ...rest }) => ({
        ...rest,
        activationQuantizer: given === 'default' ? absMaxQuantizer() : given,
      }),
    },
    ({ weightQuantizer, activationQuantizer }) => ({
      mode: 'int8',
      weightQuantizer,
      activationQuantizer: activationQuantizer as Quantizer | null,
      blockSize: null,
    }),
  );
