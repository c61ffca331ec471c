import type { ObjectFactory, QuantizationMode, Serializable } from '@myelin/core';
import type { Quantizer } from './abs-max-quantizer.js';

/** Options of configurations of quantization. */
export interface QuantizerOptions {
  /** How weights become whole numbers. @defaultValue null, by the largest absolute value along what is summed over */
  weightQuantizer?: Quantizer | null;
  /**
   * How inputs become whole numbers, at every call anew; null leaves them floats. @defaultValue 'default', which is
   * `absMaxQuantizer()` for int8, and null for int4
   */
  activationQuantizer?: Quantizer | 'default' | null;
}

/** How layers are quantized. */
export interface QuantizationSettings {
  readonly mode: QuantizationMode;
  readonly weightQuantizer: Quantizer | null;
  readonly activationQuantizer: Quantizer | null;
  /** How many numbers along what is summed over share a scale; null where all do. */
  readonly blockSize: number | null;
}

/** Says how layers are quantized. */
export interface QuantizationConfig extends QuantizationSettings, Serializable {}

/** Makes configurations of quantization. */
export type QuantizationConfigFactory<C> = ObjectFactory<C, QuantizationSettings>;
