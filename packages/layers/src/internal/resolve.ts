import { byId as activations } from '@myelin/activations/by-id';
import { type Activation, type AnyLayer, type Initializer, type Regularizer, findById } from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import { byId as regularizers } from '@myelin/regularizers/by-id';

/** What layers take as an activation: Keras' id, a function, or a layer; null is `linear`. */
export type ActivationLike = keyof typeof activations | Activation | AnyLayer | null;
/** What layers take as an initializer: Keras' id, or one that was made. */
export type InitializerLike = keyof typeof initializers | Initializer;
/** What layers take as a regularizer: Keras' id, one that was made, or null for none. */
export type RegularizerLike = keyof typeof regularizers | Regularizer | null;

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

/** The regularizer behind an id. */
export function regularizer(given: RegularizerLike, who: string): Regularizer | null {
  return typeof given === 'string'
    ? (findById(regularizers, given, 'a regularizer', who) as () => Regularizer)()
    : given;
}
