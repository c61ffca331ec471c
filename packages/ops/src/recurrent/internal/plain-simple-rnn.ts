import {
  type NamedTensorMap,
  type Tensor,
  add,
  matMul,
  mul,
  stack,
  tanh,
  unstack,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { simpleRnnStep } from '../simple-rnn-step.js';
import { Backward, addPassed } from './backward.js';
import { tanhSlope } from './slopes.js';
import { unrolled } from './unrolled.js';

/** The kernel `SimpleRnnSequence`: hidden states. */
export function plainSimpleRnn(inputs: NamedTensorMap): Tensor[] {
  const { projected, recurrentKernel, hidden, mask } = inputs as Record<string, Tensor>;
  return unrolled(projected as Tensor, [hidden as Tensor], mask, (given, [h]) => {
    const product = matMul(h as Tensor, recurrentKernel as Tensor);
    return { states: [simpleRnnStep(add(given, product), tanh)], kept: [] };
  });
}

/** The kernel `SimpleRnnSequenceGradient`: by what each step was given, by the first state. */
export function plainSimpleRnnGradient(inputs: NamedTensorMap): Tensor[] {
  const hiddens = unstack(inputs['hidden'] as Tensor);
  const walk = new Backward(inputs);
  let dHidden = inputs['dHidden'] ?? zerosLike(hiddens[0] as Tensor);
  const all: Tensor[] = [];
  for (let step = walk.steps - 1; step >= 0; step--) {
    const { inner, passed } = walk.arrive(step, dHidden);
    const given = walk.living(step, mul(inner, tanhSlope(hiddens[step + 1] as Tensor)));
    dHidden = addPassed(walk.throughProduct(given), passed);
    all.unshift(given);
  }
  return [stack(all), dHidden];
}
