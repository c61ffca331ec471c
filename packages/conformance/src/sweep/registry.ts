import * as activations from '@myelin/activations/by-id';
import { type Activation, type Deserializable, Registry } from '@myelin/core';
import * as initializers from '@myelin/initializers/by-id';
import * as layers from '@myelin/layers/class-map';
import * as losses from '@myelin/losses/by-id';
import * as metrics from '@myelin/metrics/by-id';
import * as optimizers from '@myelin/optimizers/by-id';
import * as regularizers from '@myelin/regularizers/by-id';

/** Every unit that files may name. */
export const registry: Registry = new Registry();
for (const maps of [activations, initializers, layers, losses, metrics, optimizers, regularizers]) {
  for (const units of Object.values<Readonly<Record<string, Activation | Deserializable>>>(maps)) {
    for (const [name, unit] of Object.entries(units)) {
      if ('fromConfig' in unit) registry.addClass(unit, [name]);
      else registry.addFunction(name, unit);
    }
  }
}
