import { type Deserializable, type NamedFunction, Registry } from '@myelin/core';
import { functionalFromConfig } from './functional-from-config.js';
import { sequentialFromConfig } from './sequential-from-config.js';

/** Units that are not Keras' own. */
export type CustomObjects = readonly (Deserializable | NamedFunction)[];

/** Every unit that a file may name: those of this project, loaded now, and those that the user hands in. */
export async function knownUnits(custom: CustomObjects = []): Promise<Registry> {
  const registry = new Registry();
  const [layers, ops, ...rest] = await Promise.all([
    import('@myelin/layers/class-map'),
    import('@myelin/ops'),
    import('@myelin/activations/by-id'),
    import('@myelin/initializers/by-id'),
    import('@myelin/regularizers/by-id'),
    import('@myelin/losses/by-id'),
    import('@myelin/metrics/by-id'),
    import('@myelin/optimizers/by-id'),
  ]);
  const add = (name: string, unit: unknown): void => {
    if (isDeserializable(unit)) registry.addClass(unit, [name]);
    else if (typeof unit === 'function') registry.addFunction(name, unit);
  };
  for (const maps of rest) {
    for (const units of Object.values<object>(maps)) {
      for (const [name, unit] of Object.entries(units)) add(name, unit);
    }
  }
  for (const units of [layers.classMap, layers.quantizersById])
    for (const [name, unit] of Object.entries(units)) add(name, unit);
  for (const unit of Object.values(ops)) if (isDeserializable(unit)) registry.addClass(unit);
  registry.addClass({
    className: 'Sequential',
    module: 'keras',
    registeredName: null,
    fromConfig: sequentialFromConfig,
  });
  const functional = { className: 'Functional', module: 'keras', fromConfig: functionalFromConfig };
  registry.addClass({ ...functional, registeredName: null }, ['Model']);
  for (const unit of custom) {
    if (isDeserializable(unit)) registry.addClass(unit);
    else registry.addFunction(unit.id, unit);
  }
  return registry;
}

function isDeserializable(unit: unknown): unit is Deserializable {
  return typeof unit === 'function' && 'fromConfig' in unit;
}
