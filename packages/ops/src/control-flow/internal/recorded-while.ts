import { TraceError } from '@myelin/core';
import { type Tensor, add, less, logicalAnd, scalar } from '@tensorflow/tfjs-core';
import type { AbstractBackend } from '../../abstract/abstract-backend.js';
import { withGradient } from '../../gradients/with-gradient.js';
import { isOnTape, offTape } from '../../off-tape.js';
import { expectCondition } from './condition.js';

interface RecordedLoop {
  readonly test: (values: readonly Tensor[]) => Tensor;
  readonly turn: (values: readonly Tensor[]) => readonly Tensor[];
  readonly first: readonly Tensor[];
  readonly maximumIterations: number;
}

/** A loop of a tracer, which ends by values that nobody knows yet. */
export function recordedWhile(backend: AbstractBackend, loop: RecordedLoop): Tensor[] {
  const { first, turn } = loop;
  const test = (values: readonly Tensor[]): Tensor => {
    const condition = loop.test(values);
    expectCondition('whileLoop', condition);
    return condition;
  };
  const { outputs, captured } = offTape(() =>
    loop.maximumIterations === Infinity
      ? backend.whileLoop(first, test, turn)
      : counted(backend, { ...loop, test }),
  );
  const results = outputs.slice(0, first.length);
  const operands = [...first, ...captured].filter(({ dtype }) => dtype === 'float32');
  if (!isOnTape() || operands.length === 0) return results;
  return withGradient(
    Object.fromEntries(operands.map((operand, i) => [String(i), operand])),
    () => ({ outputs: results, kept: [] }),
    refuseGradient,
  );
}

/** With a count of its turns as its last value. */
function counted(
  backend: AbstractBackend,
  { test, turn, first, maximumIterations }: RecordedLoop,
): ReturnType<AbstractBackend['whileLoop']> {
  return backend.whileLoop(
    [...first, scalar(0, 'int32')],
    (values) =>
      logicalAnd(
        less(values.at(-1) as Tensor, scalar(maximumIterations, 'int32')),
        test(values.slice(0, -1)),
      ),
    (values) => [...turn(values.slice(0, -1)), add(values.at(-1) as Tensor, scalar(1, 'int32'))],
  );
}

function refuseGradient(): never {
  throw new TraceError({
    who: 'whileLoop',
    expected: 'a loop without gradient, or one whose number of turns is known',
    got: 'one whose end depends on values, and whose gradient is asked for',
    hint: 'Use `scan`, or `stopGradient` of the results. Op by op, with `compile({ jitCompile: false })`, it has a gradient.',
  });
}
