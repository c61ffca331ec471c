import { getGradient, registerGradient, type GradConfig } from '@tensorflow/tfjs-core';
import { gradientConfigs } from '../generated/gradients.js';
import { conv3dBackpropInputGradient } from './conv3d-backprop-input.js';

/** The same function, with the type of what it really returns. */
const registered: (kernelName: string) => GradConfig | undefined = getGradient;

/**
 * Registers tfjs-core's own gradients, which it does not do by itself where only `@tensorflow/tfjs-core` is loaded, and one
 * that it lacks.
 *
 * A gradient that is registered already, for example by the user's `@tensorflow/tfjs`, stays as it is, so calling
 * this often, or beside another copy of tfjs, changes nothing.
 *
 * @example
 * ```ts
 * import { grad, scalar, square } from '@tensorflow/tfjs-core';
 * ensureGradients();
 * grad((x) => square(x))(scalar(3)); // 6
 * ```
 */
export function ensureGradients(): void {
  for (const config of [...gradientConfigs, conv3dBackpropInputGradient]) {
    if (registered(config.kernelName) === undefined) registerGradient(config);
  }
}
