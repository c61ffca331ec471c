import { byId as activations } from '@myelin/activations/by-id';
import { type Deserializable, Registry } from '@myelin/core';
import { byId as initializers } from '@myelin/initializers/by-id';
import { classMap } from '@myelin/layers/class-map';
import { byId as losses } from '@myelin/losses/by-id';
import { byId as metrics } from '@myelin/metrics/by-id';
import {
  byId as optimizers,
  mapsById as optimizerMaps,
  schedulesById as schedules,
} from '@myelin/optimizers/by-id';
import { byId as regularizers, constraintsById as constraints } from '@myelin/regularizers/by-id';

/** Every unit that files may name. */
export const registry: Registry = new Registry();
const classes: readonly Readonly<Record<string, Deserializable>>[] = [
  classMap,
  initializers,
  losses,
  metrics,
  optimizers,
  schedules,
  optimizerMaps,
  regularizers,
  constraints,
];
for (const units of classes) {
  for (const [name, unit] of Object.entries(units)) registry.addClass(unit, [name]);
}
for (const [id, activation] of Object.entries(activations)) registry.addFunction(id, activation);
