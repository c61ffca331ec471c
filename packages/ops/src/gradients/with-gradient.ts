import { type Tensor, clone } from '@tensorflow/tfjs-core';
import { engineInternals } from '../abstract/engine-internals.js';
import { offTape } from '../off-tape.js';

/** What a function with a gradient of its own returns, and what that gradient needs. */
interface Forward {
  readonly outputs: readonly Tensor[];
  readonly kept: readonly Tensor[];
}

/**
 * Runs `forward` off the tape and puts it there as one operation, with the gradient that `backward` gives: as
 * `customGrad` of tfjs-core, but for several outputs, and without computing gradients that nobody asks for.
 *
 * @param backward - gradients by the name of the input, as functions: only the wanted ones are called, in the order of
 *   the inputs. Both get the tensors that are living then.
 * @internal
 */
export function withGradient(
  inputs: Readonly<Record<string, Tensor>>,
  forward: () => Forward,
  backward: (upstream: readonly Tensor[], kept: readonly Tensor[]) => Record<string, () => Tensor>,
): Tensor[] {
  const { outputs, kept } = offTape(forward);
  return engineInternals().runKernelFunc({
    inputs: { ...inputs },
    forwardFunc(_, save) {
      save([...kept]);
      return outputs.map((output) => clone(output));
    },
    backwardsFunc: (upstream, saved) => backward([upstream].flat(), saved),
  });
}
