// Written by scripts/generate-indexes.mjs from the files in this folder: change those instead.

export {
  type AbsMaxQuantizerConfig,
  type QuantizerSettings,
  type Quantizer,
  absMaxQuantizer,
} from './abs-max-quantizer.js';
export { type Int4QuantizationOptions, int4QuantizationConfig } from './int4-quantization-config.js';
export { int8QuantizationConfig } from './int8-quantization-config.js';
export {
  type QuantizerOptions,
  type QuantizationSettings,
  type QuantizationConfig,
  type QuantizationConfigFactory,
} from './quantization-config.js';
