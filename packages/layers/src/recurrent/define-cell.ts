import {
  type CallContext,
  type Complete,
  type LayerConfig,
  type Resolvers,
  type Shape,
  contextOf,
  defineConstants,
  defineLayer,
  isShape,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type CellFactory,
  type CellParts,
  type CellSpec,
  type RunningCell,
  type StepContext,
} from './cell.js';

/**
 * Defines a cell: the step of a recurrent layer, with its options and weights.
 *
 * `rnn` runs a cell over sequences. A cell is a layer of its own, too, from `[input, ...states]` to
 * `[output, ...next states]`, for loops that a program writes itself.
 *
 * @example
 * ```ts
 * import { add } from '@myelin/ops';
 * const sum = defineCell({
 *   className: 'Sum', module: null, registeredName: 'my>Sum', defaults: {},
 *   stateSizes: () => [2],
 *   build: () => ({}),
 *   step(x, [total]) {
 *     const next = add(total, x);
 *     return { output: next, states: [next] };
 *   },
 * });
 * rnn({ cell: sum() })(tensor([[[1, 2], [3, 4]]])); // [[4, 6]]
 * ```
 * @see Keras `keras.layers.RNN`, "Cell"
 */
export function defineCell<C extends LayerConfig, S, N = null, R extends Resolvers<C> = object>(
  spec: CellSpec<C, R, S, N>,
): CellFactory<C> {
  const factory = defineLayer<C, S, readonly Tensor[], readonly Tensor[], R, { readonly cell: CellParts }>({
    ...spec,
    // Weights and files know the shape of the input alone.
    buildShape: (shapes) => (isShape(shapes) ? shapes : shapes[0]) as unknown as readonly Shape[],
    build: (context) => spec.build({ ...context, inputShape: context.inputShape as unknown as Shape }),
    call(inputs, context) {
      const [x, ...states] = inputs as [Tensor, ...Tensor[]];
      const running = start(spec, context as unknown as CallContext<C, R, S>, x.shape);
      const { output, states: next } = running.step(
        running.project(x, running.context),
        states,
        running.context,
      );
      return [output, ...next];
    },
    methods({ layer }) {
      const config = layer.config as unknown as Complete<C>;
      const stateShapes = (step: Shape): Shape[] =>
        spec.stateSizes(config, step).map((size) => [size].flat());
      return {
        cell: {
          stateShapes,
          outputShape: (step) =>
            spec.outputSize === undefined
              ? (stateShapes(step)[0] ?? [])
              : [spec.outputSize(config, step)].flat(),
          begin: (training, stepShape) =>
            start(spec, contextOf(layer, training) as unknown as CallContext<C, R, S>, stepShape),
        },
      };
    },
  });
  return defineConstants(factory, { options: spec });
}

function start<C, R, S, N>(
  spec: CellSpec<C, R, S, N>,
  call: CallContext<C, R, S>,
  stepShape: readonly number[],
): RunningCell {
  const { config, state } = call;
  const context: StepContext<C, R, S, N> = {
    config,
    state,
    noise: (spec.begin?.(call, stepShape) ?? null) as N,
  };
  /** The same with other tensors. */
  const of = (tensors: unknown): typeof context => ({
    config,
    ...(tensors as Pick<typeof context, 'state' | 'noise'>),
  });
  return {
    context: { state: context.state, noise: context.noise },
    project: (x, tensors) => spec.project?.(x, of(tensors)) ?? x,
    step: (projected, states, tensors) => spec.step(projected, states, of(tensors)),
    sequence: (projected, states, options) => spec.sequence?.(projected, states, context, options) ?? null,
  };
}
