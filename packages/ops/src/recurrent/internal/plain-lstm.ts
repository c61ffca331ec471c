import {
  type NamedTensorMap,
  type Tensor,
  add,
  concat,
  matMul,
  mul,
  sigmoid,
  split,
  stack,
  tanh,
  unstack,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { lstmStep } from '../lstm-step.js';
import { Backward, addPassed } from './backward.js';
import { sigmoidSlope, tanhSlope } from './slopes.js';
import { unrolled } from './unrolled.js';

const functions = { activation: tanh, recurrentActivation: sigmoid };

/** The kernel `LstmSequence`: hidden states, carries, gates, carries through tanh. */
export function plainLstm(inputs: NamedTensorMap): Tensor[] {
  const { projected, recurrentKernel, hidden, carry, mask } = inputs as Record<string, Tensor>;
  const first = [hidden as Tensor, carry as Tensor];
  return unrolled(projected as Tensor, first, mask, (given, [h, c]) => {
    const product = matMul(h as Tensor, recurrentKernel as Tensor);
    const step = lstmStep(add(given, product), c as Tensor, functions);
    return { states: [step.hidden, step.carry], kept: [concat([...step.gates], -1), step.squashed] };
  });
}

/** The kernel `LstmSequenceGradient`: by what each step was given, by the first hidden state, by the first carry. */
export function plainLstmGradient(inputs: NamedTensorMap): Tensor[] {
  const [carries, gates, squashed] = ['carry', 'gates', 'squashed'].map((name) =>
    unstack(inputs[name] as Tensor),
  ) as [Tensor[], Tensor[], Tensor[]];
  const walk = new Backward(inputs);
  let dHidden = inputs['dHidden'] ?? zerosLike(carries[0] as Tensor);
  let dCarry = inputs['dCarry'] ?? zerosLike(carries[0] as Tensor);
  const all: Tensor[] = [];
  for (let step = walk.steps - 1; step >= 0; step--) {
    const [i, f, g, o] = split(gates[step] as Tensor, 4, -1) as [Tensor, Tensor, Tensor, Tensor];
    const out = squashed[step] as Tensor;
    const byHidden = walk.arrive(step, dHidden);
    const byCarry = walk.split(step, dCarry);
    const d: Tensor = add(byCarry.inner, mul(mul(byHidden.inner, o), tanhSlope(out)));
    const byGates = [
      mul(mul(d, g), sigmoidSlope(i)),
      mul(mul(d, carries[step] as Tensor), sigmoidSlope(f)),
      mul(mul(d, i), tanhSlope(g)),
      mul(mul(byHidden.inner, out), sigmoidSlope(o)),
    ];
    const given = walk.living(step, concat(byGates, -1));
    dCarry = addPassed(walk.living(step, mul(d, f)), byCarry.passed);
    dHidden = addPassed(walk.throughProduct(given), byHidden.passed);
    all.unshift(given);
  }
  return [stack(all), dHidden, dCarry];
}
