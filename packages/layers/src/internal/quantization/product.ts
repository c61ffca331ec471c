import type { Live } from '@myelin/core';
import {
  absolute,
  add,
  clip,
  customGradient,
  divide,
  matmul,
  max,
  multiply,
  round,
  take,
  transpose,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { QuantizerSettings } from '../../quantizers/abs-max-quantizer.js';
import { type LargeWeight, adapted } from '../large-weight.js';
import { adaption } from '../lora.js';
import { type Layout, type Parts, dequantized, wholeNumbers } from './layout.js';
import type { Quantized } from './quantization.js';

/** How a layer multiplies its input by its large weight. */
export interface Product {
  multiply(x: Tensor, weight: Tensor): Tensor;
  /** The gradient by the input, from that by the output. */
  back(upstream: Tensor, weight: Tensor): Tensor;
  /** The axes of the input that it sums over. */
  readonly summed: readonly number[];
  /** Brings what holds along these axes, of size 1 there, to the shape of the output. @defaultValue as it is */
  toOutput?(scale: Tensor): Tensor;
}

/** `x · weight` over the last axis of the input. */
const matrixProduct: Product = {
  multiply: matmul,
  back: (upstream, weight) => matmul(upstream, transpose(weight)),
  summed: [-1],
};

/** `x · weightᵀ`: the way back from rows. */
export const transposedProduct: Product = {
  multiply: (x, weight) => matmul(x, transpose(weight)),
  back: matmul,
  summed: [-1],
};

/**
 * The product of an input and a large weight, be it floats or quantized, with its adaption.
 *
 * Whole numbers are multiplied as floats, which are exact up to 2²⁴, and so give what sums of int32 give. The gradient goes
 * straight through to the input, as that of the floats which the weight stands for; quantized weights have none.
 */
export function product(x: Tensor, weight: Live<LargeWeight>, how: Product = matrixProduct): Tensor {
  const { value, lora, layout, quantized } = weight;
  if (quantized === null) return how.multiply(x, adapted(weight));
  const parts = { ...quantized, value };
  const y = customGradient((given: Tensor) => [
    multiplied(given, { parts, layout }, how),
    (upstream) => how.back(upstream, dequantized(parts, layout)),
  ])(x);
  return lora === null ? y : add(y, how.multiply(x, adaption(lora)));
}

/** Rows of a large weight, which products sum over. */
export function rowsOf({ value, quantized, lora, ...weight }: Live<LargeWeight>, indices: Tensor): Tensor {
  const rows = (part: Tensor): Tensor => take(part, indices, { axis: 0 });
  if (quantized === null) return rows(adapted({ value, lora, ...weight }));
  const { scale, zero } = quantized;
  const parts = { ...quantized, value: rows(value), scale: rows(scale), zero: zero && rows(zero) };
  const vectors = dequantized(parts, weight.layout);
  if (lora === null) return vectors;
  return add(vectors, multiply(matmul(rows(lora.a), lora.b), lora.alpha / lora.rank));
}

/** The product of an input, as whole numbers if the weight is to be multiplied by these, and a quantized weight. */
function multiplied(
  x: Tensor,
  { parts, layout }: { readonly parts: Live<Quantized> & Parts<Tensor>; readonly layout: Layout },
  how: Product,
): Tensor {
  const { inputs, scale, zero, mode } = parts;
  const given = inputs === null ? null : quantizedInputs(x, inputs, how.summed);
  const factor = given && (how.toOutput?.(given.scale) ?? given.scale);
  // Where a scale holds for all that is summed, it can wait until that is done.
  if (zero !== null || (layout.channels !== null && mode === 'int4')) {
    const y = how.multiply(given?.values ?? x, dequantized(parts, layout));
    return factor === null ? y : divide(y, factor);
  }
  const y = how.multiply(given?.values ?? x, wholeNumbers(parts.value, layout, parts));
  return divide(y, factor === null ? scale : multiply(scale, factor));
}

/** Inputs as whole numbers. @see Keras `keras.quantizers.abs_max_quantize` */
function quantizedInputs(
  x: Tensor,
  { valueRange: [smallest, largest], epsilon }: QuantizerSettings,
  axes: readonly number[],
): { readonly values: Tensor; readonly scale: Tensor } {
  const scale = divide(largest, add(max(absolute(x), { axis: axes, keepdims: true }), epsilon));
  const values = clip(round(multiply(x, scale)), { xMin: smallest, xMax: largest });
  return { values, scale };
}
