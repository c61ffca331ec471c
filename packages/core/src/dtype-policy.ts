import { FormatError } from './errors.js';
import type { WireRecord } from './wire.js';

/** How whole numbers stand for a weight of a layer. */
export type QuantizationMode = 'int8' | 'int4';

/** The type of a layer whose large weights are whole numbers: how they are so, and from which type they come. */
export type QuantizedDType = `int8_from_${string}` | `int4_from_${string}` | `int4/${number}_from_${string}`;

/** What the name of such a type says. */
export interface Quantization {
  readonly mode: QuantizationMode;
  /** How many numbers along what is summed over share a scale, for int4; null where all do. */
  readonly blockSize: number | null;
}

/** What the name of a type says of quantization; null where weights are floats. */
export function quantizationOf(dtype: string): Quantization | null {
  const [, mode, size] = /^(int8|int4)(?:\/(-1|[1-9]\d*))?_from_/.exec(dtype) ?? [];
  if (mode === undefined || (mode === 'int8' && size !== undefined)) return null;
  const blockSize = size === undefined || size === '-1' ? null : Number(size);
  return { mode: mode as QuantizationMode, blockSize };
}

/** The name of a type that is quantized from another. @see Keras `keras.dtype_policies.Int4DTypePolicy` */
export function quantizedDType({ mode, blockSize }: Quantization, source: string): QuantizedDType {
  return mode === 'int8' ? `int8_from_${source}` : `int4/${blockSize ?? -1}_from_${source}`;
}

/** How files name the type that a layer computes with. */
export function dtypeToWire(dtype: string): WireRecord {
  if (quantizationOf(dtype) === null)
    return { module: 'keras', class_name: 'DTypePolicy', config: { name: dtype }, registered_name: null };
  const [mode = '', source = ''] = dtype.split('_from_');
  return {
    module: 'keras.dtype_policies',
    class_name: mode.includes('/') ? 'Int4DTypePolicy' : 'QuantizedDTypePolicy',
    config: { mode, source_name: source },
    registered_name: null,
  };
}

/** The name of the type that a file describes. @throws FormatError for one that does not exist here. */
export function dtypeFromWire(className: string, config: Readonly<Record<string, unknown>>): string {
  const { name, mode, source_name: source } = config;
  if (className === 'DTypePolicy' && typeof name === 'string') return name;
  const dtype = `${String(mode)}_from_${typeof source === 'string' ? source : 'float32'}`;
  if (quantizationOf(dtype) !== null) return dtype;
  throw new FormatError({
    who: 'loading',
    expected: 'layers that are not quantized, or as int8 or int4',
    got: `${className} ${JSON.stringify(config)}`,
  });
}
