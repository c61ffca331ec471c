import { shapeSize } from '@myelin/core';
import { fusedKind } from '../fused-kind.js';
import { Dataflow } from '../fusion/dataflow.js';
import type { Body, Operation, Program, Value } from '../ir.js';
import { productOps } from '../op-classes.js';
import { inBodies } from '../rewriting/in-bodies.js';
import { nextNumber } from '../rewriting/numbers.js';
import type { Pass } from './pass.js';

/** Sums of more terms take so long that writing them does not matter. */
const deepest = 2 ** 8;
/**
 * Products whose left factor is transposed, as gradients of kernels are, stay in registers. Smaller ones are done before it
 * matters; of larger right factors, which each thread packs, the second level of cache would not keep all.
 */
const ofGradients = { least: 2 ** 12, mostInRight: 2 ** 18 };
/** Others stay in the second level of cache, a strip of rows at a time; smaller ones do so as a whole. */
const ofOthers = { least: 2 ** 18, mostColumns: 2 ** 11 };

/**
 * Lets the one loop that reads a product of matrices go on with its elements where they are computed, so that they are
 * never written to memory: the update of a kernel, say, with its gradient.
 */
export function fuseAfterProducts(program: Program): Program {
  return fuseEverywhere(program);
}

const fuseEverywhere: Pass = inBodies((program) => {
  const flow = new Dataflow(program);
  let next = nextNumber(program);
  const renew = (id: number): Value => ({ ...flow.value(id), id: next++ });
  const taken = new Set<Operation>();
  const operations = program.operations.map((operation) => {
    if (fusedKind(operation) !== 'loop') return operation;
    for (const id of Object.values(operation.inputs)) {
      const product = worthyProduct(flow, id);
      if (product === undefined) continue;
      const fused = withProduct(operation, product, renew);
      if (fusedKind(fused) !== 'product') continue;
      taken.add(product);
      return fused;
    }
    return operation;
  });
  if (taken.size === 0) return program;
  return { ...program, operations: operations.filter((operation) => !taken.has(operation)) };
});

/** The product that computes the value, if only one operation reads it and it is worth it. */
function worthyProduct(flow: Dataflow, id: number): Operation | undefined {
  const place = flow.producer(id);
  if (place === undefined || flow.consumers(id).length !== 1 || flow.escaping.has(id)) return undefined;
  const product = flow.at(place);
  const { shape } = flow.value(id);
  if (!productOps.has(product.op) || shape.length !== 2) return undefined;
  const isGradient = product.attrs['transposeA'] === true;
  const factor = flow.value(product.inputs['a'] as number).shape;
  const depth = factor.at(isGradient ? 0 : 1) ?? 1;
  const [elements, columns] = [shapeSize(shape), shape[1] ?? 1];
  const isWorth = isGradient
    ? elements >= ofGradients.least && depth * columns <= ofGradients.mostInRight
    : elements > ofOthers.least && columns <= ofOthers.mostColumns;
  return isWorth && depth <= deepest ? product : undefined;
}

/** The loop with the product as the first operation of its body, in place of the parameter. */
function withProduct(loop: Operation, product: Operation, renew: (id: number) => Value): Operation {
  const { parameters, operations, results } = loop.body as Body;
  const [result] = product.outputs as [Value];
  const given = Object.values(loop.inputs);
  const factors = Object.entries(product.inputs).map(([name, id]) => ({ name, id, parameter: renew(id) }));
  const others = given.flatMap((id, i) =>
    id === result.id ? [] : [{ id, parameter: parameters[i] as Value }],
  );
  const inner: Operation = {
    ...product,
    inputs: Object.fromEntries(factors.map(({ name, parameter }) => [name, parameter.id])),
    outputs: [parameters[given.indexOf(result.id)] as Value],
  };
  const all = [...factors, ...others];
  return {
    ...loop,
    inputs: Object.fromEntries(all.map(({ id }, i) => [i, id])),
    body: {
      parameters: all.map(({ parameter }) => parameter),
      operations: [inner, ...operations],
      results,
    },
  };
}
