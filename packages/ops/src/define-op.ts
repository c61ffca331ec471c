import {
  type DeserializeContext,
  type GraphOperation,
  Node,
  type PyFloat,
  SymbolicTensor,
  type Tree,
  type WireRecord,
  autoName,
  flatten,
  fromWire,
  mapTree,
  snakeCase,
  toWire,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { ensureAbstractEvaluator } from './abstract/ensure-abstract-evaluator.js';
import { evaluateAbstractly } from './abstract/evaluate-abstractly.js';

/** What ops take: tensors compute, symbolic tensors extend the graph of a model. */
export type Operand = Tensor | SymbolicTensor;

/** An operand or a number; whole numbers act as Python's ints, others and those of `PyFloat` as floats. */
export type Value = Operand | number | PyFloat;

/** A tensor, or a symbolic one if one of the operands is symbolic. */
export type Result<X> = Extract<X, SymbolicTensor> extends never ? Tensor : SymbolicTensor;

/** An op of one tensor. */
export type UnaryOp = <X extends Operand>(x: X) => Result<X>;

/** An op of one tensor, with options. */
export type OptionOp<O extends object> = <X extends Operand>(
  x: X,
  ...options: object extends O ? [options?: O] : [options: O]
) => Result<X>;

/** An op of two tensors or numbers, broadcast against each other. */
export type BinaryOp = <A extends Value, B extends Value>(a: A, b: B) => Result<A | B>;

/** An op of a list of tensors, with options. */
export type ListOp<O extends object> = <X extends Operand>(
  xs: readonly X[],
  ...options: object extends O ? [options?: O] : [options: O]
) => Result<X>;

export interface OpSpec {
  /** Keras' class of the operation in a graph. */
  readonly className: string;
  /** Keras' module: `numpy` stands for `keras.src.ops.numpy`. */
  readonly module: 'numpy' | 'nn' | 'core' | 'math' | 'linalg' | 'image' | 'einops';
  /** How many arguments are operands, or all but the last; the rest is one object of options. @defaultValue 1 */
  readonly operands?: number | 'all';
  /** Names of the options, so that files with others are refused. */
  readonly options?: readonly string[];
  /** Options that are operands, too: in a graph they follow the others, and are null where they were not given. */
  readonly optionalOperands?: readonly string[];
  /** Keys of Keras' files that stand for what is not offered here: written like this, and read only like this. */
  readonly fixed?: Readonly<Record<string, null | boolean>>;
  readonly wireNames?: Readonly<Record<string, string>>;
  // Operands and options differ from op to op; the type of the exported constant states them.
  readonly call: (...args: never[]) => Tree<Tensor>;
}

/** Rebuilds the operation of a graph from a file. */
export interface OpClass {
  readonly className: string;
  readonly module: string;
  readonly registeredName: string;
  fromConfig(config: WireRecord, context: DeserializeContext): OpNode;
}

/** An operation in the graph of a model. */
export interface OpNode extends GraphOperation {
  readonly module: string;
  readonly registeredName: string;
  getConfig(): WireRecord;
  /** Extends the graph by this operation, as the op itself does; `named` are operands by Keras' names. */
  apply(operands: readonly unknown[], named?: Readonly<Record<string, unknown>>): Tree<SymbolicTensor>;
}

/**
 * Defines an op: a function of tensors that also works on symbolic tensors.
 *
 * `call` computes, with functions of tfjs-core; the shape in a graph is found by evaluating it abstractly.
 */
export function defineOp<F>(spec: OpSpec): F & OpClass {
  const { className, operands = 1, optionalOperands = [] } = spec;
  const module = `keras.src.ops.${spec.module}`;
  const compute = spec.call as (...args: unknown[]) => Tree<Tensor>;
  const op = (...args: unknown[]): Tree<Tensor> | Tree<SymbolicTensor> => {
    const count = operands === 'all' ? args.length - 1 : operands;
    const options = (args[count] ?? {}) as Readonly<Record<string, unknown>>;
    const given = [...args.slice(0, count), ...optionalOperands.map((name) => options[name] ?? null)];
    if (!flatten<unknown>(given).some((leaf) => SymbolicTensor.isSymbolic(leaf)))
      return compute(...args.slice(0, count), options);
    const others = Object.entries(options).filter(([name]) => !optionalOperands.includes(name));
    return makeNode(spec, compute, Object.fromEntries(others), autoName(className)).apply(given);
  };
  const fromConfig = (config: WireRecord, context: DeserializeContext): OpNode => {
    const { name, ...rest } = fromWire(spec, config, ['name', ...(spec.options ?? [])], context);
    return makeNode(spec, compute, rest, typeof name === 'string' ? name : autoName(className));
  };
  return Object.assign(op, { className, module, registeredName: className, fromConfig }) as F & OpClass;
}

function makeNode(
  spec: OpSpec,
  compute: (...args: unknown[]) => Tree<Tensor>,
  options: Readonly<Record<string, unknown>>,
  name: string,
): OpNode {
  const { className, optionalOperands = [] } = spec;
  const computeFrom = (args: readonly unknown[]): Tree<Tensor> => {
    const count = args.length - optionalOperands.length;
    const optional = optionalOperands.map((name, i) => [name, args[count + i] ?? undefined] as const);
    return compute(...args.slice(0, count), { ...options, ...Object.fromEntries(optional) });
  };
  const node: OpNode = {
    name,
    className,
    module: `keras.src.ops.${spec.module}`,
    registeredName: className,
    inboundNodes: [],
    getConfig: () => ({ name, ...toWire(spec, options) }),
    replay: computeFrom,
    apply(given, named = {}) {
      ensureAbstractEvaluator();
      const operands = withNamed(spec, given, named);
      const symbolic = flatten<unknown>(operands).filter((leaf) => SymbolicTensor.isSymbolic(leaf));
      let returned: Tree<Tensor> = [];
      const specs = evaluateAbstractly((...tensors) => {
        const found = new Map(symbolic.map((leaf, i) => [leaf as unknown, tensors[i]]));
        returned = computeFrom(operands.map((tree) => mapTree(tree, (leaf) => found.get(leaf) ?? leaf)));
        return flatten(returned);
      }, symbolic);
      const outputs = specs.map(({ shape, dtype }) => new SymbolicTensor(shape, dtype));
      let next = 0;
      const result = mapTree<Tensor, SymbolicTensor>(returned, () => outputs[next++] as SymbolicTensor);
      new Node(node, operands, {}, result);
      return result;
    },
  };
  return node;
}

/** All operands in their order: files name those that are optional, or leave them out. */
function withNamed(
  { operands = 1, optionalOperands = [] }: OpSpec,
  given: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  if (operands === 'all') return given;
  const optional = optionalOperands.map((name, i) => given[operands + i] ?? named[snakeCase(name)] ?? null);
  return [...given.slice(0, operands), ...optional];
}
