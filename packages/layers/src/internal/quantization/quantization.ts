import {
  ArgumentError,
  type BuildContext,
  type DType,
  NdArray,
  type Quantization,
  type QuantizationMode,
  type Variable,
  shapeSize,
} from '@myelin/core';
import {
  type Quantizer,
  type QuantizerSettings,
  absMaxQuantizer,
} from '../../quantizers/abs-max-quantizer.js';
import { int4QuantizationConfig } from '../../quantizers/int4-quantization-config.js';
import { int8QuantizationConfig } from '../../quantizers/int8-quantization-config.js';
import type { QuantizationConfig } from '../../quantizers/quantization-config.js';
import { type Layout, type Parts, groupsOf, partShapes, quantizeWeight } from './layout.js';

/** What belongs to a weight that is quantized, besides its whole numbers. */
export interface Quantized extends Quantization, Omit<Parts<Variable>, 'value'> {
  /** How inputs become whole numbers; null where they stay floats. */
  readonly inputs: QuantizerSettings | null;
  /** What files say of it. */
  readonly dtype: string;
  readonly config: QuantizationConfig | null;
}

/** How a layer is to be quantized. @throws ArgumentError for modes that are not offered, or contradict each other. */
export function quantizationConfigOf(
  mode: QuantizationMode | null,
  given: QuantizationConfig | null,
  who: string,
): QuantizationConfig {
  const wanted: string | null = mode ?? given?.mode ?? null;
  if (wanted !== 'int8' && wanted !== 'int4')
    throw new ArgumentError({
      who,
      expected: 'the mode "int8" or "int4"',
      got: JSON.stringify(wanted),
      hint: 'Those of Keras that are calibrated on data, or need float8, are not offered.',
    });
  if (given !== null && given.mode !== wanted)
    throw new ArgumentError({
      who,
      expected: `a configuration of ${wanted}`,
      got: `one of ${given.mode}`,
    });
  return given ?? (wanted === 'int8' ? int8QuantizationConfig() : int4QuantizationConfig());
}

/** How inputs become whole numbers, where a configuration says so or there is none. */
export function inputQuantizer(
  mode: QuantizationMode,
  config: QuantizationConfig | null,
): QuantizerSettings | null {
  if (config !== null) return config.activationQuantizer;
  return mode === 'int8' ? absMaxQuantizer() : null;
}

/** The parts of a weight that is floats now. @throws ArgumentError for a quantizer along other axes. */
export async function quantizedParts(
  { value, layout }: { readonly value: Variable; readonly layout: Layout },
  config: QuantizationConfig,
  who: string,
): Promise<Omit<Parts<NdArray>, 'groups'>> {
  // Keras has a rule of its own for weights with several axes that become int4.
  const rules = config.mode === 'int4' && layout.channels !== null ? null : config.weightQuantizer;
  if (rules !== null) checkAxes(rules, layout, who);
  const { data } = await value.read();
  const { mode, blockSize } = config;
  return quantizeWeight(data as Float32Array, layout, { mode, blockSize, rules });
}

/** Parts that are to be made. */
interface WantedParts {
  /** Of the weight. */
  readonly name: string;
  readonly layout: Layout;
  /** What they are; left out, they are to come from a file. */
  readonly given?: Partial<Omit<Parts<NdArray>, 'groups'>>;
  /** The blocks of another weight, if they are these, too. */
  readonly groups: Variable | null;
}

/** Makes the variables of the parts. */
export function addParts(
  { name, layout, given = {}, groups }: WantedParts,
  quantization: Quantization,
  { addWeight }: Pick<BuildContext<object, object, unknown>, 'addWeight'>,
): Parts<Variable> {
  const { blockSize } = quantization;
  const shapes = partShapes(layout, quantization);
  const add = (part: string, shape: readonly number[], dtype: DType, value: NdArray): Variable =>
    addWeight(part, shape, { initializer: () => value, dtype, trainable: false });
  const value = add(name, shapes.value, 'int8', given.value ?? NdArray.zeros(shapes.value, 'int8'));
  const scale = add(`${name}_scale`, shapes.scale, 'float32', given.scale ?? ones(shapes.scale));
  if (blockSize === null) return { value, scale, zero: null, groups: null };
  const zeros = given.zero ?? NdArray.zeros(shapes.scale, layout.zeroDType);
  return {
    value,
    scale,
    zero: add(`${name}_zero`, shapes.scale, layout.zeroDType, zeros),
    groups: groups ?? add('g_idx', shapes.groups, 'float32', groupsOf(shapes.groups[0] ?? 0, blockSize)),
  };
}

function ones(shape: readonly number[]): NdArray {
  return new NdArray(new Float32Array(shapeSize(shape)).fill(1), shape);
}

function checkAxes({ axis }: Quantizer, { shape, summed }: Layout, who: string): void {
  if (axis === null) return;
  const sorted = (axes: readonly number[]): string =>
    JSON.stringify(axes.map((one) => (one < 0 ? one + shape.length : one)).sort((a, b) => a - b));
  if (sorted(axis) === sorted(summed)) return;
  throw new ArgumentError({
    who,
    expected: `a \`weightQuantizer\` along ${summed.length === 1 ? 'axis' : 'the axes'} ${summed.join(', ')}`,
    got: axis.join(', '),
    hint: 'Left out, `axis` is that of the layer.',
  });
}
