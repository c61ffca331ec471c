import { ArgumentError, type ObjectFactory, type Serializable, defineObject } from '@myelin/core';

/** Options of {@link absMaxQuantizer}. */
export interface AbsMaxQuantizerConfig {
  /** The axes along which a scale holds. @defaultValue null, those that the layer sums over */
  axis?: number | readonly number[] | null;
  /** The smallest whole number and the largest one. @defaultValue [-127, 127] */
  valueRange?: readonly [smallest: number, largest: number];
  /** What is added to the largest absolute value, which may be zero. @defaultValue 1e-7 */
  epsilon?: number;
  /** Type of the whole numbers: there is one. @defaultValue 'int8' */
  outputDtype?: 'int8';
}

const types: readonly string[] = ['int8'];

/** How floats become whole numbers. */
export interface QuantizerSettings {
  readonly axis: readonly number[] | null;
  readonly valueRange: readonly [smallest: number, largest: number];
  readonly epsilon: number;
}

/** Says how floats become whole numbers. */
export interface Quantizer extends QuantizerSettings, Serializable {}

/**
 * Whole numbers in the place of floats, by the largest absolute value: `q = round(x · scale)`, with
 * `scale = largest / (max |x| + epsilon)`.
 *
 * Halves go to the even neighbour. Layers use it where a configuration of quantization says so.
 *
 * @example
 * ```ts
 * absMaxQuantizer({ valueRange: [-8, 7] }).getConfig().value_range; // [-8, 7]
 * ```
 * @throws ArgumentError for a range that int8 does not have, and for another type.
 * @see Keras `keras.quantizers.AbsMaxQuantizer`
 */
export const absMaxQuantizer: ObjectFactory<AbsMaxQuantizerConfig, QuantizerSettings> =
  /* @__PURE__ */ defineObject<AbsMaxQuantizerConfig, QuantizerSettings>(
    {
      className: 'AbsMaxQuantizer',
      module: 'keras.quantizers',
      floats: ['epsilon'],
      omitted: { axis: null },
      defaults: { axis: null, valueRange: [-127, 127], epsilon: 1e-7, outputDtype: 'int8' },
      normalize: ({ axis, ...rest }) => ({ ...rest, axis: typeof axis === 'number' ? [axis] : axis }),
      check({ valueRange: [smallest, largest], outputDtype }) {
        const who = 'AbsMaxQuantizer';
        if (!(smallest >= -128 && smallest < largest && largest <= 127))
          throw new ArgumentError({
            who,
            expected: '`valueRange` to lie within -128 and 127',
            got: `${smallest} to ${largest}`,
          });
        if (!types.includes(outputDtype))
          throw new ArgumentError({ who, expected: '`outputDtype` to be "int8"', got: outputDtype });
      },
    },
    ({ axis, valueRange, epsilon }) => ({ axis: axis as readonly number[] | null, valueRange, epsilon }),
  );
