import {
  type Deserializable,
  Registry,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  type WireValue,
  deserializeKerasObject,
  flatten,
  mapTree,
  snakeCase,
  tensorDType,
} from '@myelin/core';
import type { OpNode } from '@myelin/ops';
import { describe, expect, it } from 'vitest';
import type { OpCase, OpGraph } from '../goldens/golden-cases.js';
import { numberOf } from './number-of.js';
import { type AnyOp, argumentsOf, arraysOf, callOp } from './op-call.js';

/** Holds an op on symbolic tensors against the shapes, types and JSON of Keras; computes nothing. */
export function testOpGraph(unit: string, op: AnyOp, goldens: readonly OpCase[]): void {
  const cases = goldens.flatMap((one) => (one.graph === undefined ? [] : [{ one, graph: one.graph }]));
  if (cases.length === 0) return;
  describe(`${unit} in a graph`, () => {
    it.for(cases.map((entry) => [entry.one.name, entry] as const))('%s', ([, { one, graph }]) => {
      const inputs = arraysOf(one).map(
        ({ dtype }, i) => new SymbolicTensor(graph.inputShapes[i] ?? [], tensorDType(dtype)),
      );
      const outputs = callOp(op, one, inputs) as Tree<SymbolicTensor>;
      expectOutputs(outputs, graph);
      if (graph.operation === null) return;
      expectOperation(flatten(outputs)[0]?.origin?.node.operation as OpNode, graph.operation);
      const rebuilt = rebuild(op, graph.operation);
      expect(plain(rebuilt.getConfig())).toEqual(plain(graph.operation['config']));
      const { operands, options } = argumentsOf(one, inputs);
      const named = Object.entries(options).map(([name, value]) => [snakeCase(name), value]);
      // `einsum` takes its equation with the operands, its operation apart from them.
      const tensors = operands.filter((operand) => typeof operand !== 'string');
      expectOutputs(rebuilt.apply(tensors, Object.fromEntries(named) as typeof options), graph);
    });
  });
}

function expectOutputs(outputs: Tree<SymbolicTensor>, { outputs: expected }: OpGraph): void {
  const specs = flatten(outputs).map(({ shape, dtype }) => ({ shape, dtype }));
  expect(specs).toEqual(expected.map(({ shape, dtype }) => ({ shape, dtype: tensorDType(dtype) })));
}

/** Names are counted; options that are left to their defaults are not written. */
function expectOperation(node: OpNode, wire: WireRecord): void {
  const { class_name: className, module, registered_name: registeredName, config } = wire;
  expect(node).toMatchObject({ className, module, registeredName });
  const { name: _, ...given } = node.getConfig();
  expect(plain(config)).toMatchObject(plain(given) as object);
}

/** Options of ops are numbers, whether Python's ints or floats. */
function plain(config: WireValue | undefined): unknown {
  return mapTree<unknown, unknown>(config, numberOf);
}

function rebuild(op: AnyOp, operation: WireRecord): OpNode {
  const registry = new Registry();
  registry.addClass(op as unknown as Deserializable);
  return deserializeKerasObject(operation, registry) as OpNode;
}
