import {
  expandDims,
  flip,
  greaterEqual,
  min,
  reshape,
  scan,
  slice,
  swapaxes,
  tensor,
  where,
  zeros,
} from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { CellParts, RunningCell } from '../cell.js';
import { replaceTensors, tensorsIn } from './tensor-tree.js';

/** What a recurrent layer tells of a call. */
export interface Recurrence {
  readonly training: boolean;
  /** The first states; null for zeros. */
  readonly first: readonly Tensor[] | null;
  /** `[batch, steps]`, or null where all steps count. */
  readonly mask: Tensor | null;
  readonly goBackwards: boolean;
  readonly returnSequences: boolean;
  /** Whether the last states are wanted. */
  readonly returnState: boolean;
  readonly zeroOutputForMask: boolean;
}

interface Outcome {
  readonly output: Tensor;
  readonly states: readonly Tensor[];
}

/**
 * Runs a cell over sequences, `[batch, steps, ...]`, as Keras does: at masked steps the states stay as they are, and the
 * output is that of the step before, or zeros where there was none; outputs are in the order in which steps are run.
 */
export function runRecurrence(cell: CellParts, x: Tensor, call: Recurrence): Outcome {
  const { training, mask, goBackwards, returnSequences, zeroOutputForMask } = call;
  const [batch = 0, , ...step] = x.shape;
  const running = cell.begin(training, [batch, ...step]);
  const inOrder = (steps: Tensor): Tensor => {
    const swapped = swapBatchAndSteps(steps);
    return goBackwards ? flip(swapped, { axis: 0 }) : swapped;
  };
  const projected = running.project(inOrder(x), running.context);
  const first =
    call.first ?? cell.stateShapes(step).map((shape) => zeros([batch, ...(shape as readonly number[])]));
  const lives = mask === null ? null : inOrder(mask);
  const whole = running.sequence(projected, first, { ...call, mask: lives });
  const { output, states } =
    whole === null
      ? scanned(running, projected, first, {
          ...call,
          mask: lives,
          outputShape: [batch, ...(cell.outputShape(step) as readonly number[])],
        })
      : { ...whole, output: call.first === null ? whole.output : seenOnly(whole.output, lives, call) };
  const shown = lives !== null && zeroOutputForMask ? livingOnly(output, lives, returnSequences) : output;
  return { output: returnSequences ? swapBatchAndSteps(shown) : shown, states };
}

/** Step by step, where no op does all of them. */
function scanned(
  running: RunningCell,
  projected: Tensor,
  first: readonly Tensor[],
  { mask, returnSequences, outputShape }: Recurrence & { readonly outputShape: readonly number[] },
): Outcome {
  const nothing = zeros(outputShape);
  const result = scan(
    ([before, ...states], [given, lives], weights) => {
      const context = replaceTensors(running.context, weights);
      const next = running.step(given as Tensor, states, context);
      const values = [next.output, ...next.states];
      const carry =
        lives === undefined
          ? values
          : values.map((value, i) =>
              where(ofRank(lives, value.rank), value, [before, ...states][i] as Tensor),
            );
      return { carry, outputs: returnSequences ? [carry[0] as Tensor] : [] };
    },
    {
      carry: [nothing, ...first],
      xs: [projected, ...(mask === null ? [] : [expandDims(mask, { axis: -1 })])],
      weights: tensorsIn(running.context),
    },
  );
  const [last, ...states] = result.carry as [Tensor, ...Tensor[]];
  return { output: returnSequences ? (result.outputs[0] as Tensor) : last, states };
}

/** Zeros in the place of outputs before the first step that counts: there the state is the first one. */
function seenOnly(output: Tensor, mask: Tensor | null, { returnSequences }: Recurrence): Tensor {
  if (mask === null) return output;
  const [steps = 0] = mask.shape;
  const numbers = tensor(Array.from({ length: steps }, (_, i) => [i]));
  const firstSeen = min(where(mask, numbers, steps), { axis: 0 });
  const now = returnSequences ? numbers : tensor([steps - 1]);
  return where(expandDims(greaterEqual(now, firstSeen), { axis: -1 }), output, 0);
}

/** Zeros in the place of outputs of masked steps. */
function livingOnly(output: Tensor, mask: Tensor, returnSequences: boolean): Tensor {
  const [steps = 0, batch = 0] = mask.shape;
  const last = (): Tensor => slice(mask, { startIndices: [steps - 1, 0], shape: [1, batch] });
  const lives = returnSequences ? mask : reshape(last(), { newshape: [batch] });
  return where(ofRank(lives, output.rank), output, 0);
}

/** A mask with axes of 1 after its own, as many as make that rank. */
function ofRank(mask: Tensor, rank: number): Tensor {
  if (mask.rank === rank) return mask;
  return reshape(mask, { newshape: [...mask.shape, ...Array.from({ length: rank - mask.rank }, () => 1)] });
}

function swapBatchAndSteps(x: Tensor): Tensor {
  return swapaxes(x, { axis1: 0, axis2: 1 });
}
