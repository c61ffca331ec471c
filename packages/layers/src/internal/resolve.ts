import { byId as activations } from '@myelin/activations/by-id';
import {
  type Activation,
  type AnyLayer,
  type Constraint,
  type Deserializable,
  type Initializer,
  type Regularizer,
  findById,
} from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import { byId as regularizers, constraintsById as constraints } from '@myelin/regularizers/by-id';

/** What layers take as an activation: Keras' id, a function, or a layer; null is `linear`. */
export type ActivationLike = keyof typeof activations | Activation | AnyLayer | null;
/** What layers take as an initializer: Keras' id, or one that was made. */
export type InitializerLike = keyof typeof initializers | Initializer;
/** What layers take as a regularizer: Keras' id, one that was made, or null for none. */
export type RegularizerLike = keyof typeof regularizers | Regularizer | null;
/** What layers take as a constraint: Keras' id, one that was made, or null for none. */
export type ConstraintLike = keyof typeof constraints | Constraint | null;

/** The function behind an activation. */
export function activation(given: ActivationLike, who: string): Activation {
  if (given !== null && typeof given !== 'string') return given as Activation;
  return findById(activations, given ?? 'linear', 'an activation', who) as Activation;
}

/** The initializer behind an id. */
export function initializer(given: InitializerLike, who: string): Initializer {
  return typeof given === 'string'
    ? (findById(initializers, given, 'an initializer', who) as () => Initializer)()
    : given;
}

/**
 * The same initializer for a kernel whose axes have their own order, unless it was told which lead in and which out.
 *
 * @see Keras `keras.layers.EinsumDense._update_kernel_initializer`
 */
export function withFanAxes(
  given: Initializer,
  axes: { readonly inputAxes: readonly number[]; readonly outputAxes: readonly number[] },
): Initializer {
  const config = given.getConfig();
  const units: Readonly<Record<string, Deserializable | undefined>> = initializers;
  const known = given.module === 'keras.initializers' ? units[given.className] : undefined;
  if (known === undefined || (config['input_axes'] !== null && config['output_axes'] !== null)) return given;
  const changed = { ...config, input_axes: axes.inputAxes, output_axes: axes.outputAxes };
  return known.fromConfig(changed, { deserialize: (value) => value }) as Initializer;
}

/** The regularizer behind an id. */
export function regularizer(given: RegularizerLike, who: string): Regularizer | null {
  return typeof given === 'string'
    ? (findById(regularizers, given, 'a regularizer', who) as () => Regularizer)()
    : given;
}

/** The constraint behind an id. */
export function constraint(given: ConstraintLike, who: string): Constraint | null {
  return typeof given === 'string'
    ? (findById(constraints, given, 'a constraint', who) as () => Constraint)()
    : given;
}
