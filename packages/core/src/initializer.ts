import type { DType } from './dtype.js';
import { type Complete, type ConfigSpec, type Defaults } from './config.js';
import { type ObjectFactory, defineObject } from './define-object.js';
import type { NdArray } from './nd-array.js';
import type { Serializable } from './wire.js';

/** Makes the first value of a weight, on the host. */
export interface Initializer extends Serializable {
  (shape: readonly number[], dtype?: DType): NdArray;
}

type InitializerFunction = (shape: readonly number[], dtype?: DType) => NdArray;

/** Makes initializers of one class. */
export type InitializerFactory<C> = ObjectFactory<C, InitializerFunction>;

export interface InitializerSpec<C> extends ConfigSpec {
  /** @defaultValue 'keras.initializers' */
  readonly module?: string | null;
  readonly registeredName?: string | null;
  readonly defaults: NoInfer<Defaults<C>>;
  readonly required?: readonly (keyof C & string)[];
  /** Writes options as Keras keeps them. */
  normalize?(config: Complete<C>): Complete<C>;
  /** @throws ArgumentError for options that make no sense. */
  check?(config: Complete<C>): void;
  /** The values for one shape. */
  call(shape: readonly number[], config: Complete<C>, dtype: DType): NdArray;
}

/**
 * Defines an initializer of weights.
 *
 * @example
 * ```ts
 * const twos = defineInitializer<object>({
 *   className: 'Twos', module: null, registeredName: 'my>Twos', defaults: {},
 *   call: (shape) => NdArray.from([2, 2]).reshape(shape),
 * });
 * twos()([1, 2]).toArray(); // [[2, 2]]
 * ```
 */
export function defineInitializer<C extends object>(spec: InitializerSpec<C>): InitializerFactory<C> {
  return defineObject<C, InitializerFunction>(
    { module: 'keras.initializers', ...spec },
    (config) =>
      (shape, dtype = 'float32') =>
        spec.call(shape, config, dtype),
  );
}
