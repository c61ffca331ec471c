import type { Tensor } from '@tensorflow/tfjs-core';
import { offTape } from '../off-tape.js';
import { withGradient } from './with-gradient.js';

/** What a function returns that has a gradient of its own, and that gradient: by each argument, from those by the outputs. */
export type WithGradient<Y> = readonly [
  output: Y,
  gradient: (...upstream: readonly Tensor[]) => Tensor | readonly Tensor[],
];

/**
 * A function with a gradient of its own: one that is stabler, or cheaper, than that of its ops, or that is none, as the
 * reversed gradient of adversarial training.
 *
 * `f` must be pure: for the gradient it runs again. In a program the compiler computes what both runs share once.
 *
 * @example
 * ```ts
 * const x = tensor([2, 3]);
 * const reversed = customGradient((x) => [multiply(x, 1), (upstream) => negative(upstream)]);
 * valueAndGradients(() => sum(reversed(x)), [x]).gradients; // [[-1, -1]]
 * ```
 * @see Keras `keras.ops.custom_gradient`
 */
export function customGradient<X extends readonly Tensor[], const Y extends Tensor | readonly Tensor[]>(
  f: (...args: X) => WithGradient<Y>,
): (...args: X) => Y {
  return (...args) => {
    const inputs = Object.fromEntries(args.map((arg, i) => [String(i), arg]));
    const forward = offTape(() => f(...args)[0]);
    const outputs = withGradient(
      inputs,
      () => ({ outputs: [forward].flat(), kept: args }),
      (upstream, kept) => {
        const [, gradient] = f(...(kept as unknown as X));
        const gradients = [gradient(...upstream)].flat();
        return Object.fromEntries(args.map((_, i) => [String(i), () => gradients[i] as Tensor]));
      },
    );
    return (Array.isArray(forward) ? outputs : outputs[0]) as Y;
  };
}
