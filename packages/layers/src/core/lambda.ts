import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  type Shape,
  type Tree,
  type WireValue,
  defineLayer,
} from '@myelin/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What a function of {@link lambda} is told besides its inputs: also the `arguments` of the layer, under their names. */
export interface LambdaContext {
  readonly [argument: string]: unknown;
  readonly training: boolean;
  /** Which steps of the inputs count; null where all do. */
  readonly mask: unknown;
}

/** The function of a {@link lambda}, of a tensor, or of a list or record of tensors. */
export type LambdaFunction = Bivariant<(inputs: Tree<Tensor>, context: LambdaContext) => Tree<Tensor>>;

/** The mask of the outputs of a {@link lambda}. */
export type LambdaMask = Bivariant<(inputs: Tree<Tensor>, mask: unknown) => Tensor | null>;

/** Lets functions state the one kind of inputs that they are for. */
type Bivariant<F extends (...args: never) => unknown> = {
  bivariant(...args: Parameters<F>): ReturnType<F>;
}['bivariant'];

/** Options of {@link lambda}. */
export interface LambdaConfig extends LayerConfig {
  /** Computes the outputs, with the functions of `ops`. With an `id` it can be saved. */
  function: LambdaFunction;
  /** Shape of an output without the batch, for files: it is found out in any case. @defaultValue null */
  outputShape?: Shape | null;
  /** Finds the mask of the outputs. @defaultValue null, there is none */
  mask?: LambdaMask | null;
  /** What the function is told besides. @defaultValue `{}` */
  arguments?: Readonly<Record<string, unknown>>;
}

/**
 * Any function as a layer: `y = function(x, { ...arguments, mask, training })`. It has no weights; `defineLayer` makes layers
 * that have.
 *
 * Files hold the name of the function alone: `Object.assign((x) => ..., { id: 'my>double' })` in TypeScript, a registered
 * function in Python. Whoever opens them hands the function of that name in, in `customObjects`. Code in files, which a
 * `lambda` of Python leaves there, is never run.
 *
 * @example
 * ```ts
 * import type { Tensor } from '@tensorflow/tfjs-core';
 * const squares = lambda({ function: (x: Tensor) => square(x) });
 * squares(tensor([1, 2, 3])); // [1, 4, 9]
 * ```
 * @throws ArgumentError when `function` is none, and FormatError when a layer is saved whose function has no `id`.
 * @see Keras `keras.layers.Lambda`
 */
export const lambda: LayerFactory<LambdaConfig, Tree<Tensor>> = /* @__PURE__ */ defineLayer({
  className: 'Lambda',
  required: ['function'],
  omitted: { outputShape: null, mask: null },
  defaults: { outputShape: null, mask: null, arguments: {} },
  resolve: {
    function(given: LambdaFunction, who: string) {
      if (typeof given === 'function') return given;
      throw new ArgumentError({ who, expected: 'a function', got: JSON.stringify(given) });
    },
  },
  takesMask: true,

  build: () => ({}),

  call: (inputs, { config, mask, training }) =>
    config.function(inputs, { ...config.arguments, mask, training }) as Tensor,

  computeMask: (inputs, mask, { config }) => config.mask?.(inputs, mask) ?? null,

  // An activation has its name alone in the files of others.
  writeConfig: (config) => ({ ...config, function: inFull(config['function']) }),
});

function inFull(written: WireValue | undefined): WireValue {
  if (typeof written !== 'string') return written ?? null;
  return { module: 'builtins', class_name: 'function', config: written, registered_name: 'function' };
}
