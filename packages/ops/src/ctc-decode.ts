import { ArgumentError, ShapeError, formatShape } from '@myelin/core';
import {
  type Tensor,
  argMax,
  cast,
  concat,
  expandDims,
  fill,
  less,
  logicalAnd,
  max,
  mul,
  neg,
  notEqual,
  scalar,
  slice,
  sub,
  sum,
  tensor2d,
  tensor3d,
  where,
} from '@tensorflow/tfjs-core';
import { cumsum } from './cumsum.js';
import { type OpClass, type Operand, type Result, defineOp } from './define-op.js';
import { indices } from './indices.js';
import { fromStart } from './internal/from-start.js';
import { logSoftmax } from './log-softmax.js';
import { offTape } from './off-tape.js';
import { oneHot } from './one-hot.js';
import { toFloat } from './promote.js';
import { beamSearch } from './internal/beam-search.js';

export interface CtcDecodeOptions {
  /** Whether to take the best class of each step, or to search for the best labels. @defaultValue 'greedy' */
  readonly strategy?: 'greedy' | 'beam_search';
  /** How many rows of labels the search follows. @defaultValue 100 */
  readonly beamWidth?: number;
  /** How many rows of labels the search returns. @defaultValue 1 */
  readonly topPaths?: number;
  /** Whether `greedy` draws runs of one class together. @defaultValue true */
  readonly mergeRepeated?: boolean;
  /** The class that stands for no label; negative ones count from the end, null is the last one. @defaultValue 0 */
  readonly maskIndex?: number | null;
}

/**
 * The labels that the outputs of a model with connectionist temporal classification spell.
 *
 * `beam_search` adds up the probabilities of all that spell the same labels. It reads values, so it works outside of layers,
 * graphs and training steps alone; `greedy` works everywhere.
 *
 * Logits `[batch, steps, classes]`, and how many of the steps count, `[batch]` → labels `[topPaths, batch, steps]`, int32, with
 * -1 behind them, and scores `[batch, topPaths]`: for `greedy` minus the sum of the logits, else logarithms of probabilities.
 *
 * @example
 * ```ts
 * const logits = tensor([[[0, 5], [0, 5], [5, 0]]]);
 * ctcDecode(logits, tensor([3]))[0]; // [[[1, -1, -1]]]
 * ```
 * @throws ShapeError when the logits have not three axes.
 * @throws ArgumentError for an unknown strategy, and when the search finds fewer rows of labels than are wanted.
 * @throws TraceError for `beam_search` in a graph or a program.
 * @see Keras `keras.ops.ctc_decode`; Graves et al., "Connectionist temporal classification", 2006, section 3.2.
 */
export const ctcDecode: (<X extends Operand, L extends Operand>(
  inputs: X,
  sequenceLengths: L,
  options?: CtcDecodeOptions,
) => [labels: Result<X | L>, scores: Result<X | L>]) &
  OpClass = /* @__PURE__ */ defineOp({
  className: 'CTCDecode',
  module: 'nn',
  operands: 2,
  options: ['strategy', 'beamWidth', 'topPaths', 'mergeRepeated', 'maskIndex'],
  call(inputs: Tensor, sequenceLengths: Tensor, options: CtcDecodeOptions) {
    if (inputs.rank !== 3) {
      throw new ShapeError({
        who: 'ctcDecode',
        expected: 'logits [batch, steps, classes]',
        got: formatShape(inputs.shape),
      });
    }
    const decode = strategies[options.strategy ?? 'greedy'];
    if (decode === undefined) {
      throw new ArgumentError({
        who: 'ctcDecode',
        expected: 'greedy or beam_search as strategy',
        got: String(options.strategy),
      });
    }
    const blank = fromStart(
      options.maskIndex === undefined ? 0 : (options.maskIndex ?? -1),
      inputs.shape[2] ?? 0,
    );
    return offTape(() => decode(toFloat(inputs), cast(sequenceLengths, 'int32'), blank, options));
  },
});

type Decode = (x: Tensor, lengths: Tensor, blank: number, options: CtcDecodeOptions) => Tensor[];

const strategies: Readonly<Record<string, Decode | undefined>> = { greedy, beam_search: searched };

function greedy(
  x: Tensor,
  lengths: Tensor,
  blank: number,
  { mergeRepeated = true }: CtcDecodeOptions,
): Tensor[] {
  const [batch = 0, steps = 0] = x.shape;
  const counts = less(indices(steps), expandDims(lengths, 1));
  const best = argMax(x, -1);
  const previous = concat([fill([batch, 1], -1, 'int32'), slice(best, [0, 0], [batch, steps - 1])], 1);
  const isNew = mergeRepeated ? notEqual(best, previous) : notEqual(best, scalar(-1, 'int32'));
  const isLabel = logicalAnd(logicalAnd(counts, isNew), notEqual(best, scalar(blank, 'int32')));
  // Each label goes to the place that its number gives; others fall off the end.
  const place = sub(cumsum(cast(isLabel, 'float32'), { axis: 1 }), 1);
  const places = oneHot(where(isLabel, place, steps), { numClasses: steps });
  const labels = sub(sum(mul(places, expandDims(cast(best, 'float32'), -1)), 1), sub(1, sum(places, 1)));
  const scores = sum(where(counts, max(x, -1), 0), 1, true);
  return [expandDims(cast(labels, 'int32'), 0), neg(scores)];
}

function searched(x: Tensor, lengths: Tensor, blank: number, options: CtcDecodeOptions): Tensor[] {
  const { beamWidth = 100, topPaths = 1 } = options;
  const [batch = 0, steps = 0, classes = 0] = x.shape;
  const chances = logSoftmax(x).dataSync();
  const found = [...lengths.dataSync()].map((length, example) => {
    const rows = Array.from({ length }, (_, step) => {
      const from = (example * steps + step) * classes;
      return [...chances.subarray(from, from + classes)];
    });
    const paths = beamSearch(rows, blank, beamWidth).slice(0, topPaths);
    if (paths.length === topPaths) return paths;
    throw new ArgumentError({
      who: 'ctcDecode',
      expected: `${topPaths} rows of labels for each example`,
      got: `${paths.length} for example ${example}`,
      hint: 'Ask for fewer `topPaths`, or follow more with `beamWidth`.',
    });
  });
  const labels = Array.from({ length: topPaths }, (_, path) =>
    found.map((paths) => Array.from({ length: steps }, (_, step) => paths[path]?.labels[step] ?? -1)),
  );
  return [
    tensor3d(labels.flat(2), [topPaths, batch, steps], 'int32'),
    tensor2d(
      found.flatMap((paths) => paths.map(({ score }) => score)),
      [batch, topPaths],
    ),
  ];
}
