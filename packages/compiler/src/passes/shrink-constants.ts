import type { ConstData, Leaf, Operation, Program } from '../ir.js';
import { nextNumber } from '../rewriting/numbers.js';
import { replaceUses } from '../rewriting/uses.js';

/** Makes constants of one value scalars that are broadcast: tfjs-core writes ones and zeros out. */
export function shrinkConstants(program: Program): Program {
  let next = nextNumber(program);
  const leaves: Leaf[] = [];
  const operations: Operation[] = [];
  const replaced = new Map<number, number>();
  for (const leaf of program.leaves) {
    const { value } = leaf;
    if (leaf.kind !== 'const' || value.shape.length === 0 || !isUniform(leaf.data)) {
      leaves.push(leaf);
      continue;
    }
    const scalar = { ...value, id: next++, shape: [] };
    const wide = { ...value, id: next++ };
    leaves.push({ kind: 'const', value: scalar, data: leaf.data.slice(0, 1) });
    operations.push({
      op: 'BroadcastTo',
      inputs: { x: scalar.id },
      attrs: { shape: [...value.shape] },
      outputs: [wide],
    });
    replaced.set(value.id, wide.id);
  }
  if (replaced.size === 0) return program;
  const rest = replaceUses(program, replaced);
  return { ...rest, leaves, operations: [...operations, ...rest.operations] };
}

/** Whether all elements have the same bits. Not by `every`: constants may have millions of elements. */
function isUniform(data: ConstData): boolean {
  const { buffer, byteOffset, length } = data;
  const bits = data instanceof Uint8Array ? data : new Uint32Array(buffer, byteOffset, length);
  for (let i = 1; i < length; i++) if (bits[i] !== bits[0]) return false;
  return length > 0;
}
