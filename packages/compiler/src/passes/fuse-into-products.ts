import { shapeSize } from '@myelin/core';
import type { Operation, Program } from '../ir.js';
import { type Rule, type Rules, type Site, rewrite } from '../rewriting/rewrite.js';

/** The op that computes a product together with its bias and activation. */
const fusedOps: Readonly<Record<string, string>> = {
  BatchMatMul: '_FusedMatMul',
  _FusedMatMul: '_FusedMatMul',
  Conv2D: 'FusedConv2D',
  FusedConv2D: 'FusedConv2D',
};

/** A product that nothing else reads, perhaps through a `Reshape`. */
function soleProduct(site: Site, id: number): Operation | undefined {
  if (site.uses(id) !== 1) return undefined;
  const producer = site.producer(id);
  if (producer === undefined) return undefined;
  if (Object.hasOwn(fusedOps, producer.op)) return isLinear(producer) ? producer : undefined;
  const source = producer.op === 'Reshape' ? producer.inputs['x'] : undefined;
  return source === undefined ? undefined : soleProduct(site, source);
}

const isLinear = ({ attrs }: Operation): boolean => (attrs['activation'] ?? 'linear') === 'linear';

/** The product as a fused one that takes or does more. */
function extended(
  { op, inputs, attrs, outputs }: Operation,
  site: Site,
  more: { bias?: number; activation?: string },
  shape: readonly number[],
): number {
  const { bias, activation = 'linear' } = more;
  const operands = bias === undefined ? inputs : { ...inputs, bias };
  const product = site.emit(fusedOps[op] as string, operands, { ...attrs, activation });
  return outputs[0]?.shape.join() === shape.join() ? product : site.reshape(product, shape);
}

/** Whether a bias is as long as a row of the product, and the last axes of the reshaped product are those of the bias. */
function isRow(bias: readonly number[], columns: number, shape: readonly number[]): boolean {
  const long = bias.findIndex((size) => size !== 1);
  const own = long < 0 ? [] : bias.slice(long);
  return shapeSize(bias) === columns && own.every((size, i) => size === shape.at(i - own.length));
}

const addBias: Rule = ({ inputs, outputs: [output] }, site) => {
  const { a, b } = inputs as { a: number; b: number };
  for (const [of, bias] of [
    [a, b],
    [b, a],
  ] as const) {
    const product = soleProduct(site, of);
    if (product === undefined || product.inputs['bias'] !== undefined || output === undefined) continue;
    const { shape, dtype } = site.value(bias);
    const columns = product.outputs[0]?.shape.at(-1) ?? 1;
    if (!isRow(shape, columns, output.shape) || dtype !== 'float32' || output.dtype !== 'float32') continue;
    if (output.shape.join() !== site.value(of).shape.join()) continue;
    return extended(product, site, { bias: site.reshape(bias, [columns]) }, output.shape);
  }
  return undefined;
};

const activate: Rule = ({ inputs, outputs: [output] }, site) => {
  const product = soleProduct(site, inputs['x'] as number);
  if (product === undefined || output?.dtype !== 'float32') return undefined;
  return extended(product, site, { activation: 'relu' }, output.shape);
};

const rules: Rules = new Map<string, Rule>([
  ['Add', addBias],
  ['Relu', activate],
  // A bias that has the shape it is wanted in stays as it is.
  [
    'Reshape',
    ({ inputs, outputs }, site) => {
      const x = inputs['x'] as number;
      return site.value(x).shape.join() === outputs[0]?.shape.join() ? x : undefined;
    },
  ],
]);

/** Lets products of matrices and convolutions add their bias and apply relu, where nothing else reads what is between. */
export function fuseIntoProducts(program: Program): Program {
  return rewrite(program, rules);
}
