import {
  type NamedTensorMap,
  type Tensor,
  add,
  concat,
  matMul,
  mul,
  scalar,
  sigmoid,
  slice,
  split,
  stack,
  sub,
  tanh,
  unstack,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { gruStep } from '../gru-step.js';
import { Backward, addPassed } from './backward.js';
import { sigmoidSlope, tanhSlope } from './slopes.js';
import { unrolled } from './unrolled.js';

interface GruAttrs {
  readonly resetAfter: boolean;
}

/** The kernel `GruSequence`: hidden states, gates, what the reset gates made the candidates of. */
export function plainGru(inputs: NamedTensorMap, attrs: object): Tensor[] {
  const { resetAfter } = attrs as GruAttrs;
  const { projected, recurrentKernel, recurrentBias, hidden, mask } = inputs as Record<string, Tensor>;
  const product = (h: Tensor, from: number, to: number): Tensor => {
    const result: Tensor = matMul(h, columns(recurrentKernel as Tensor, from, to));
    return recurrentBias === undefined ? result : add(result, recurrentBias);
  };
  const options = { activation: tanh, recurrentActivation: sigmoid, resetAfter, product };
  return unrolled(projected as Tensor, [hidden as Tensor], mask, (given, [h]) => {
    const step = gruStep(given, h as Tensor, options);
    return { states: [step.hidden], kept: [concat([...step.gates], -1), step.inner] };
  });
}

/**
 * The kernel `GruSequenceGradient`: by what each step was given, with `resetAfter` by what each step's state was
 * multiplied to, and by the first state.
 */
export function plainGruGradient(inputs: NamedTensorMap, attrs: object): Tensor[] {
  const { resetAfter } = attrs as GruAttrs;
  const [hiddens, gates, inners] = ['hidden', 'gates', 'inner'].map((name) =>
    unstack(inputs[name] as Tensor),
  ) as [Tensor[], Tensor[], Tensor[]];
  const walk = new Backward(inputs);
  const byReset = resetAfter ? null : columns(inputs['recurrentKernel'] as Tensor, 2, 3);
  const byGates = byReset === null ? null : columns(inputs['recurrentKernel'] as Tensor, 0, 2);
  let dHidden = inputs['dHidden'] ?? zerosLike(hiddens[0] as Tensor);
  const given: Tensor[] = [];
  const multiplied: Tensor[] = [];
  for (let step = walk.steps - 1; step >= 0; step--) {
    const [z, r, g] = split(gates[step] as Tensor, 3, -1) as [Tensor, Tensor, Tensor];
    const [h, inner] = [hiddens[step] as Tensor, inners[step] as Tensor];
    const { inner: d, passed } = walk.arrive(step, dHidden);
    const byUpdate = mul(mul(d, sub(h, g)), sigmoidSlope(z));
    const byCandidate: Tensor = mul(mul(d, sub(scalar(1), z)), tanhSlope(g));
    const through = byReset === null ? byCandidate : matMul(byCandidate, byReset, false, true);
    const byR = mul(mul(through, byReset === null ? inner : h), sigmoidSlope(r));
    const all = walk.living(step, concat([byUpdate, byR, byCandidate], -1));
    given.unshift(all);
    if (byGates === null) {
      const products = walk.living(step, concat([byUpdate, byR, mul(byCandidate, r)], -1));
      multiplied.unshift(products);
      dHidden = add(walk.living(step, mul(d, z)), walk.throughProduct(products));
    } else {
      const own = add(mul(d, z), mul(through, r));
      const byProduct = matMul(concat([byUpdate, byR], -1), byGates, false, true);
      dHidden = walk.living(step, add(own, byProduct));
    }
    dHidden = addPassed(dHidden, passed);
  }
  return [stack(given), ...(resetAfter ? [stack(multiplied)] : []), dHidden];
}

/** The columns of the gates `from` to `to` of a kernel of three. */
function columns(kernel: Tensor, from: number, to: number): Tensor {
  if (from === 0 && to === 3) return kernel;
  const units = (kernel.shape[1] ?? 0) / 3;
  return slice(kernel, [0, from * units], [-1, (to - from) * units]);
}
