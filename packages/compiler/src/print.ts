import type { Leaf, Program, Value } from './ir.js';

/**
 * A program as text, one line an operation: `%7 = Add(a=%3, b=%5) : float32[32,10]`.
 *
 * The text is the same for the same step, so that tests can compare it.
 */
export function printProgram({ name, leaves, operations, outputs, updates }: Program): string {
  return [
    `program ${name}`,
    ...leaves.map(printLeaf),
    ...operations.map(
      ({ op, inputs, attrs, outputs: results }) =>
        `${results.map(({ id }) => `%${id}`).join(', ')} = ${op}(${Object.entries(inputs)
          .map(([key, id]) => `${key}=%${id}`)
          .join(', ')})${printAttrs(attrs)} : ${results.map(printType).join(', ')}`,
    ),
    `return ${outputs.map((id) => `%${id}`).join(', ')}`,
    ...updates.map(({ variable, value }) => `update ${variable.path} = %${value}`),
  ].join('\n');
}

function printLeaf(leaf: Leaf): string {
  const { value } = leaf;
  const left = `%${value.id}`;
  switch (leaf.kind) {
    case 'input':
      return `${left} = input ${leaf.index} : ${printType(value)}`;
    case 'state':
      return `${left} = state ${leaf.variable.path} : ${printType(value)}`;
    case 'const':
      return `${left} = const ${printData(leaf.data)} : ${printType(value)}`;
  }
}

function printData(data: ArrayLike<number>): string {
  const shown = Array.from({ length: Math.min(data.length, 4) }, (_, i) => String(data[i]));
  return `[${shown.join(', ')}${data.length > 4 ? ', …' : ''}]`;
}

function printType({ dtype, shape }: Value): string {
  return `${dtype}[${shape.join()}]`;
}

function printAttrs(attrs: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(attrs).filter(([, value]) => value !== undefined && value !== null);
  return entries.length === 0
    ? ''
    : ` {${entries.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')}}`;
}
