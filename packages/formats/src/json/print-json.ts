import { PyFloat, type WireValue, isRecord } from '@myelin/core';

/**
 * JSON as Python's `json.dumps` prints it: ASCII with escapes, `, ` and `: `, NaN and infinities by name, and a point in
 * every float.
 */
export function printJson(value: WireValue): string {
  if (value === null) return 'null';
  if (value instanceof PyFloat) return printFloat(value.value);
  if (typeof value === 'number') return Number.isInteger(value) ? integer(value) : printFloat(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return printString(value);
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, entry]) => `${printString(key)}: ${printJson(entry)}`);
    return `{${entries.join(', ')}}`;
  }
  return `[${value.map(printJson).join(', ')}]`;
}

function integer(value: number): string {
  return Object.is(value, -0) ? '0' : BigInt(value).toString();
}

function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0.0';
  // Both languages print the fewest digits that give the same float back, but change to exponents at other sizes.
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  if (value !== 0 && (Number(exponent) < -4 || Number(exponent) >= 16)) {
    return `${digits}e${exponent.replace(/^([+-])(\d)$/, '$10$2')}`;
  }
  const text = String(value);
  return text.includes('.') ? text : `${text}.0`;
}

function printString(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
