import {
  ArgumentError,
  type Complete,
  type DeserializeContext,
  type WireRecord,
  defineConstants,
  defineObject,
} from '@myelin/core';
import type { Quantizer } from './abs-max-quantizer.js';
import type {
  QuantizationConfigFactory,
  QuantizationSettings,
  QuantizerOptions,
} from './quantization-config.js';

/** Options of {@link int4QuantizationConfig}. */
export interface Int4QuantizationOptions extends QuantizerOptions {
  /**
   * How many numbers along what is summed over share a scale and a zero; null and -1 stand for all of them, with a scale
   * alone.
   *
   * @defaultValue 128
   */
  blockSize?: number | null;
}

/**
 * Weights of four bits, two in a byte, with a scale and a zero for each block of each column; inputs stay floats.
 *
 * Quantizers can be given where a scale holds for a whole column: `blockSize: null`.
 *
 * @example
 * ```ts
 * int4QuantizationConfig({ blockSize: 32 }).getConfig().block_size; // 32
 * ```
 * @throws ArgumentError for a size that is none, for quantizers of blocks, and for a `weightQuantizer` that does not have
 * the range from -8 to 7.
 * @see Keras `keras.quantizers.Int4QuantizationConfig`
 */
export const int4QuantizationConfig: QuantizationConfigFactory<Int4QuantizationOptions> =
  /* @__PURE__ */ withOldFiles(
    /* @__PURE__ */ defineObject<Int4QuantizationOptions, QuantizationSettings>(
      {
        className: 'Int4QuantizationConfig',
        module: 'keras.quantizers',
        defaults: { weightQuantizer: null, activationQuantizer: 'default', blockSize: 128 },
        normalize: ({ activationQuantizer: given, ...rest }) => ({
          ...rest,
          activationQuantizer: given === 'default' ? null : given,
        }),
        check,
      },
      ({ weightQuantizer, activationQuantizer, blockSize }) => ({
        mode: 'int4',
        weightQuantizer,
        activationQuantizer: activationQuantizer as Quantizer | null,
        blockSize: blockSize === -1 ? null : blockSize,
      }),
    ),
  );

function check({ weightQuantizer, activationQuantizer, blockSize }: Complete<Int4QuantizationOptions>): void {
  const who = 'Int4QuantizationConfig';
  const hasBlocks = blockSize !== null && blockSize !== -1;
  if (hasBlocks && !(Number.isSafeInteger(blockSize) && blockSize > 0))
    throw new ArgumentError({
      who,
      expected: '`blockSize` to be a positive whole number, or null or -1 for none',
      got: String(blockSize),
    });
  if (hasBlocks && (weightQuantizer !== null || activationQuantizer !== null))
    throw new ArgumentError({
      who,
      expected: 'no quantizers for blocks',
      got: `a quantizer, and blocks of ${blockSize}`,
      hint: 'Leave the quantizers out, or give `blockSize: null`.',
    });
  const [smallest, largest] = weightQuantizer?.valueRange ?? [-8, 7];
  if (smallest !== -8 || largest !== 7)
    throw new ArgumentError({
      who,
      expected: 'a `weightQuantizer` with the `valueRange` from -8 to 7',
      got: `one from ${smallest} to ${largest}`,
    });
}

/** Files from before there were blocks do not say that they have none. */
function withOldFiles<C>(factory: QuantizationConfigFactory<C>): QuantizationConfigFactory<C> {
  const fromConfig = factory.fromConfig.bind(factory);
  return defineConstants(factory, {
    fromConfig: (wire: WireRecord, context: DeserializeContext) =>
      fromConfig({ block_size: null, ...wire }, context),
  });
}
