import { describe, expect, it } from 'vitest';
import { dtypeFromWire, dtypeToWire, quantizationOf, quantizedDType } from './dtype-policy.js';
import { FormatError } from './errors.js';

describe('the type of a layer', () => {
  it.each([
    ['float32', null],
    ['mixed_bfloat16', null],
    ['int8_from_float32', { mode: 'int8', blockSize: null }],
    ['int4_from_float32', { mode: 'int4', blockSize: null }],
    ['int4/-1_from_float32', { mode: 'int4', blockSize: null }],
    ['int4/128_from_mixed_bfloat16', { mode: 'int4', blockSize: 128 }],
  ] as const)('%s says how it is quantized, and goes through files', (dtype, quantization) => {
    expect(quantizationOf(dtype)).toEqual(quantization);
    const { class_name: className, config } = dtypeToWire(dtype);
    expect(dtypeFromWire(className as string, config as Record<string, unknown>)).toBe(dtype);
  });

  it('has the name that Keras gives it', () => {
    expect(quantizedDType({ mode: 'int8', blockSize: null }, 'float32')).toBe('int8_from_float32');
    expect(quantizedDType({ mode: 'int4', blockSize: null }, 'float32')).toBe('int4/-1_from_float32');
    expect(quantizedDType({ mode: 'int4', blockSize: 64 }, 'float32')).toBe('int4/64_from_float32');
  });

  it('is refused where it does not exist here', () => {
    expect(() => dtypeFromWire('GPTQDTypePolicy', { mode: 'gptq/4/128', source_name: 'float32' })).toThrow(
      FormatError,
    );
    expect(() => dtypeFromWire('QuantizedFloat8DTypePolicy', { mode: 'float8', source_name: null })).toThrow(
      'expected layers that are not quantized, or as int8 or int4',
    );
    expect(() => dtypeFromWire('Int4DTypePolicy', { mode: 'int4/0', source_name: 'float32' })).toThrow(
      FormatError,
    );
  });
});
