import { type Tensor, engine, tidy } from '@tensorflow/tfjs-core';
import { AbstractBackend } from '../abstract/abstract-backend.js';
import { holds } from './internal/condition.js';
import { recordedWhile } from './internal/recorded-while.js';

/** As many tensors. */
type LoopVars<V extends readonly Tensor[]> = { -readonly [K in keyof V]: Tensor };

export interface WhileLoopOptions<V extends readonly Tensor[]> {
  /** Values before the first turn. */
  readonly loopVars: readonly [...V];
  /** How many turns there are at most. @defaultValue as many as it takes */
  readonly maximumIterations?: number;
}

/**
 * Hands values from turn to turn of `body`, as long as `cond` holds of them; returns the last ones.
 *
 * Both use the tensors around them. They must be pure, and the shapes and types of the values stay what they are. In a
 * program the number of turns depends on values, so it has no gradient there: use `scan`, or `stopGradient` of the
 * results. Op by op, each turn has its gradient.
 *
 * @example
 * ```ts
 * const [root] = whileLoop(
 *   (x) => greater(absolute(subtract(square(x), 2)), 1e-3),
 *   (x) => [multiply(add(x, divide(2, x)), 0.5)],
 *   { loopVars: [tensor(1)] },
 * );
 * root; // 1.414216
 * ```
 * @throws ShapeError when `cond` returns no bool of shape `[]`; in a program, when `body` returns other shapes or types.
 * @throws TraceError when a program asks for its gradient.
 * @see Keras `keras.ops.while_loop`
 */
export function whileLoop<V extends readonly Tensor[]>(
  cond: (...loopVars: LoopVars<V>) => Tensor,
  body: (...loopVars: LoopVars<V>) => Readonly<LoopVars<V>>,
  { loopVars, maximumIterations = Infinity }: WhileLoopOptions<V>,
): LoopVars<V> {
  const test = (values: readonly Tensor[]): Tensor => cond(...(values as LoopVars<V>));
  const turn = (values: readonly Tensor[]): readonly Tensor[] => body(...(values as LoopVars<V>));
  const { backend } = engine();
  const last =
    backend instanceof AbstractBackend
      ? recordedWhile(backend, { test, turn, first: loopVars, maximumIterations })
      : tidy(() => {
          let values: readonly Tensor[] = loopVars;
          for (let count = 0; count < maximumIterations && holds('whileLoop', test(values)); count++)
            values = turn(values);
          return [...values];
        });
  return last as LoopVars<V>;
}
