import { ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  add,
  cast,
  concat,
  equal,
  exp,
  expandDims,
  fill,
  less,
  log,
  logicalOr,
  matMul,
  max,
  mul,
  neg,
  notEqual,
  reshape,
  scalar,
  slice,
  squeeze,
  stack,
  sub,
  sum,
  transpose,
  where,
  zeros,
} from '@tensorflow/tfjs-core';
import { type Operand, type OpClass, type Result, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { fromStart } from './internal/from-start.js';
import { logSoftmax } from './log-softmax.js';
import { offTape } from './off-tape.js';
import { oneHot } from './one-hot.js';
import { scan } from './recurrent/scan.js';
import { stopGradient } from './stop-gradient.js';

export interface CtcLossOptions {
  /** The class that stands for no label; negative ones count from the end. @defaultValue 0 */
  readonly maskIndex?: number;
}

/**
 * Connectionist temporal classification: `y = -log p(target | output)`, the probability that the classes of the steps,
 * runs of one class drawn together and blanks left out, spell the labels.
 *
 * Labels that do not fit into the steps cost 706.9 instead of infinitely much, as in Keras, so that training survives
 * them.
 *
 * Labels `[batch, labels]`, logits `[batch, steps, classes]`, and how many of the labels and of the steps count,
 * `[batch]` each → `[batch]`.
 *
 * @example
 * ```ts
 * ctcLoss(tensor([[1, 0]]), tensor([[[0, 0], [0, 0]]]), tensor([1]), tensor([2])); // [0.2877]
 * ```
 * @throws ShapeError for other ranks.
 * @see Keras `keras.ops.ctc_loss`; Graves et al., "Connectionist temporal classification", 2006, section 4.1.
 */
export const ctcLoss: (<T extends Operand, O extends Operand, L extends Operand, S extends Operand>(
  target: T,
  output: O,
  targetLength: L,
  outputLength: S,
  options?: CtcLossOptions,
) => Result<T | O | L | S>) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'CTCLoss',
  module: 'nn',
  operands: 4,
  options: ['maskIndex'],
  call: (
    target: Tensor,
    output: Tensor,
    targetLength: Tensor,
    outputLength: Tensor,
    { maskIndex = 0 }: CtcLossOptions,
  ) => {
    checkShapes(target, output);
    const classes = output.shape[2] as number;
    const blank = fromStart(maskIndex, classes);
    const states = offTape(() => withBlanks(cast(target, 'int32'), blank));
    const isClass = offTape(() => oneHot(states, { numClasses: classes, axis: 1 }));
    const emitted = matMul(logSoftmax(output), isClass);
    const counts = offTape(() => living(outputLength, output.shape[1] as number));
    const last = forward(
      transpose(emitted, [1, 0, 2]),
      counts,
      offTape(() => skippable(states)),
    );
    return neg(
      endingIn(
        last,
        offTape(() => finals(targetLength, states.shape[1] as number)),
      ),
    );
  },
});

/** The logarithm that TensorFlow takes for that of 0 at both ends of a sequence. */
const NEVER = /* @__PURE__ */ Math.log(1e-307);

/** What no exponential function sees, without being infinite, which would make gradients NaN. */
const NOTHING = -1e30;

/** Logarithms of the probabilities of having come to each state, `[batch, states]`, less `scale`, `[batch, 1]`. */
interface Forward {
  readonly states: Tensor;
  readonly scale: Tensor;
}

function checkShapes(target: Tensor, output: Tensor): void {
  if (target.rank === 2 && output.rank === 3) return;
  throw new ShapeError({
    who: 'ctcLoss',
    expected: 'labels [batch, labels] and logits [batch, steps, classes]',
    got: `${formatShape(target.shape)} and ${formatShape(output.shape)}`,
  });
}

/** Labels with a blank before, between and after them: `[batch, labels]` → `[batch, 2 · labels + 1]`. */
function withBlanks(labels: Tensor, blank: number): Tensor {
  const [batch, count] = labels.shape as [number, number];
  const blanks = fill([batch, count], blank, 'int32');
  const paired = reshape(stack([blanks, labels], 2), [batch, 2 * count]);
  return concat([paired, fill([batch, 1], blank, 'int32')], 1);
}

/** 0 where a label may follow the one before without a blank between, which two equal ones may not. */
function skippable(states: Tensor): Tensor {
  const [batch, count] = states.shape as [number, number];
  const differs = notEqual(slice(states, [0, 2], [-1, -1]), slice(states, [0, 0], [-1, count - 2]));
  const allowed = where(differs, scalar(0), scalar(NOTHING));
  return concat([fill([batch, 2], NOTHING), allowed], 1);
}

/** Which steps count: `[steps, batch, 1]`. */
function living(outputLength: Tensor, steps: number): Tensor {
  return expandDims(less(expandDims(indices(steps), 1), cast(outputLength, 'int32')), 2);
}

/** 0 for the two states that a whole sequence ends in, its last label and the blank after it. */
function finals(targetLength: Tensor, count: number): Tensor {
  const end = mul(expandDims(cast(targetLength, 'int32'), 1), scalar(2, 'int32'));
  const places = indices(count);
  const ends = logicalOr(equal(places, end), equal(places, sub(end, scalar(1, 'int32'))));
  return where(ends, scalar(0), scalar(NEVER));
}

/** Walks the steps: from each state to itself, to the next one, and where it may be skipped to the one after. */
function forward(emitted: Tensor, counts: Tensor, skips: Tensor): Forward {
  const [, batch, count] = emitted.shape as [number, number, number];
  const first = concat([zeros([batch, 1]), fill([batch, count - 1], NOTHING)], 1);
  const { carry } = scan(
    ([before, scale], [emission, counted], [skip]) => {
      const here = before as Tensor;
      const ways = [here, shifted(here, 1), add(shifted(here, 2), skip as Tensor)];
      const next = add(logSumExp(stack(ways, 0), 0), emission as Tensor);
      const largest = stopGradient(max(next, 1, true));
      const isCounted = cast(counted as Tensor, 'bool');
      return {
        carry: [
          where(isCounted, sub(next, largest), here),
          add(scale as Tensor, where(isCounted, largest, scalar(0))),
        ],
        outputs: [],
      };
    },
    { carry: [first, zeros([batch, 1])], xs: [emitted, counts], weights: [skips] },
  );
  const [states, scale] = carry as readonly [Tensor, Tensor];
  return { states, scale };
}

/** Each state at the place of one further on; nothing comes to the first ones. */
function shifted(states: Tensor, by: number): Tensor {
  const [batch, count] = states.shape as [number, number];
  return concat([fill([batch, by], NOTHING), slice(states, [0, 0], [-1, count - by])], 1);
}

function endingIn({ states, scale }: Forward, ends: Tensor): Tensor {
  return add(logSumExp(add(states, ends), 1), squeeze(scale, [1]));
}

function logSumExp(x: Tensor, axis: number): Tensor {
  const largest = stopGradient(max(x, axis, true));
  return add(log(sum(exp(sub(x, largest)), axis)), squeeze(largest, [axis]));
}
