import type { Variable } from '@myelin/core';
import {
  type Body,
  type ConstData,
  type Leaf,
  type Operation,
  type Program,
  type Value,
  bodiesOf,
} from './ir.js';
import { printEntries, printLiteral } from './literal.js';

/**
 * A program as text, one line an operation: `%7 = Add(a=%3, b=%5) : float32[32,10]`. Bodies follow their operation,
 * indented. `parseProgram` reads the text back.
 *
 * The text is the same for the same step, so that tests can compare it.
 */
export function printProgram({ name, leaves, operations, outputs, updates }: Program): string {
  const variables = new VariableNames();
  return [
    `program ${printName(name)}`,
    ...leaves.map((leaf) => printLeaf(leaf, variables)),
    ...operations.flatMap((operation) => printOperation(operation, '')),
    `return ${printIds(outputs)}`.trimEnd(),
    ...updates.map(({ variable, value }) => `update ${variables.nameOf(variable)} = %${value}`),
  ].join('\n');
}

/** Names variables by their paths; a second one of the same path is `path #2`. */
class VariableNames {
  readonly #paths = new Map<string, Variable[]>();

  nameOf(variable: Variable): string {
    const { path } = variable;
    const known = this.#paths.get(path) ?? [];
    if (!known.includes(variable)) known.push(variable);
    this.#paths.set(path, known);
    const place = known.indexOf(variable) + 1;
    return place === 1 ? printName(path) : `${printName(path)} #${place}`;
  }
}

function printName(name: string): string {
  return /^[^\s"]+$/.test(name) ? name : JSON.stringify(name);
}

function printLeaf(leaf: Leaf, variables: VariableNames): string {
  const { value } = leaf;
  const left = `%${value.id}`;
  switch (leaf.kind) {
    case 'input':
      return `${left} = input ${leaf.index} : ${printType(value)}`;
    case 'state':
      return `${left} = state ${variables.nameOf(leaf.variable)} : ${printType(value)}`;
    case 'const':
      return `${left} = const ${printData(leaf.data)} : ${printType(value)}`;
  }
}

/** Short data as a list, data of one value as `all 1`, the rest as base64 of its little-endian bytes. */
function printData(data: ConstData): string {
  const first = data[0];
  if (data.length > 1 && data.every((value) => Object.is(value, first))) return `all ${printLiteral(first)}`;
  if (data.length <= 64) return printLiteral([...data]);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return `base64 ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

function printOperation(operation: Operation, indent: string): string[] {
  const { op, inputs, attrs, outputs } = operation;
  const operands = Object.entries(inputs).map(([key, id]) => `${key}=%${id}`);
  const entries = printEntries(attrs);
  const left = printIds(outputs.map(({ id }) => id));
  const shown = entries === '' ? '' : ` {${entries}}`;
  return [
    `${indent}${left} = ${op}(${operands.join(', ')})${shown} : ${outputs.map(printType).join(', ')}`,
    ...bodiesOf(operation).flatMap(([name, body]) => printBody(name, body, `${indent}  `)),
  ];
}

function printBody(name: string, { parameters, operations, results }: Body, indent: string): string[] {
  const declared = parameters.map((value) => `%${value.id} : ${printType(value)}`);
  return [
    `${indent}${name}(${declared.join(', ')})`,
    ...operations.flatMap((operation) => printOperation(operation, `${indent}  `)),
    `${indent}  return ${printIds(results)}`,
  ];
}

function printIds(ids: readonly number[]): string {
  return ids.map((id) => `%${id}`).join(', ');
}

/** `float32[32,10]`, the type and shape of a value. */
export function printType({ dtype, shape }: Pick<Value, 'dtype' | 'shape'>): string {
  return `${dtype}[${shape.join()}]`;
}
