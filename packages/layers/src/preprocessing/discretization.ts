import {
  ArgumentError,
  type LayerConfig,
  type LayerFactory,
  NdArray,
  PyFloat,
  StateError,
  defineLayer,
  isEvaluatingAbstractly,
} from '@myelin/core';
import { cast, expandDims, isnan, less, logicalNot, logicalOr, sum, zerosLike } from '@myelin/ops';
import type { Tensor } from '@tensorflow/tfjs-core';
import { optionally } from '../internal/optionally.js';
import { positiveInteger } from '../internal/positive-integer.js';
import { writtenBare } from '../internal/written-bare.js';
import { type AdaptData, type AdaptOptions, eachBatch } from './internal/adapt-data.js';
import { categoryMode } from './internal/category-mode.js';
import { type CategoryMode, encodeTensor } from './internal/encode-tensor.js';
import { boundariesOf, mergeQuantiles, noQuantiles, quantilesOf } from './internal/quantiles.js';
import { refuseSparse } from './internal/refuse-sparse.js';

/** Options of {@link discretization}. */
export interface DiscretizationConfig extends LayerConfig {
  /** Where one bin ends and the next begins, in order: one less than there are bins. Either this or `numBins`. */
  binBoundaries?: readonly number[] | null;
  /** How many bins `adapt` finds boundaries for, so that they hold equally many numbers. @defaultValue null */
  numBins?: number | null;
  /** How far the shares of the bins may be off what they should be: larger is faster. @defaultValue 0.01 */
  epsilon?: number;
  /**
   * `'int'`: the number of the bin; `'one_hot'`: a row for each number; `'multi_hot'` and `'count'`: a row for each
   * example. @defaultValue 'int'
   */
  outputMode?: 'int' | CategoryMode;
  /** Sparse tensors, which there are none of here: only false is allowed. @defaultValue false */
  sparse?: boolean;
}

/** What {@link discretization} can do besides what every layer can. */
export interface DiscretizationMethods {
  /**
   * Finds the boundaries of `numBins` bins from data, in the place of those it had: an array, or batches, also
   * asynchronous ones.
   *
   * @throws ArgumentError where `numBins` was not given.
   * @see Keras `Discretization.adapt`
   */
  adapt(data: AdaptData, options?: AdaptOptions): Promise<void>;
}

/** Boundaries now, of the host. */
interface Known {
  boundaries: readonly number[] | null;
}

/**
 * The bin that a number lies in: `y = number of boundaries ≤ x`.
 *
 * With `numBins`, `adapt` finds the boundaries. Where it is given fewer different numbers than that, there are fewer
 * bins.
 *
 * Input `[batch, ...]` → the same shape of whole numbers, or in other modes rows as of `categoryEncoding`. No weights:
 * files keep the boundaries among the options.
 *
 * @example
 * ```ts
 * discretization({ binBoundaries: [0, 1] })(tensor([[-1, 0, 0.5, 3]])); // [[0, 1, 1, 2]]
 * const halves = discretization({ numBins: 2 });
 * await halves.adapt([1, 2, 3, 4]);
 * halves(tensor([2, 3])); // [1, 1]
 * ```
 * @throws ArgumentError with neither `binBoundaries` nor `numBins`; StateError before `adapt`.
 * @see Keras `keras.layers.Discretization`
 */
export const discretization: LayerFactory<DiscretizationConfig, Tensor, Tensor, DiscretizationMethods> =
  /* @__PURE__ */ defineLayer({
    className: 'Discretization',
    floats: ['binBoundaries'],
    defaults: { binBoundaries: null, numBins: null, epsilon: 0.01, outputMode: 'int', sparse: false },
    resolve: {
      binBoundaries: checkBoundaries,
      numBins: optionally<number>(positiveInteger('numBins')),
      outputMode: categoryMode(['int', 'one_hot', 'multi_hot', 'count']),
      sparse: refuseSparse,
    },

    build({ config: { binBoundaries, numBins }, addState }) {
      const size = binBoundaries?.length ?? (numBins ?? 1) - 1;
      const known: Known = { boundaries: binBoundaries };
      return { known, boundaries: addState('boundaries', boundaryArray(binBoundaries ?? [], size)) };
    },

    call(x, { config: { outputMode }, state: { known, boundaries }, who }) {
      if (known.boundaries === null && !isEvaluatingAbstractly()) throw notAdapted(who);
      const depth = (known.boundaries?.length ?? boundaries.size) + 1;
      const bins = binsOf(x, boundaries);
      return outputMode === 'int' ? cast(bins, { dtype: 'int32' }) : encodeTensor(bins, outputMode, depth);
    },

    writeConfig(config, state) {
      const { boundaries = null } = state?.known ?? {};
      const found = boundaries?.map((boundary) =>
        Number.isInteger(boundary) ? new PyFloat(boundary) : boundary,
      );
      return { ...writtenBare(config), ...(found === undefined ? {} : { bin_boundaries: found }) };
    },

    methods: ({ config: { numBins, epsilon }, who, build }) => ({
      async adapt(data, options = {}) {
        if (numBins === null) {
          throw new ArgumentError({
            who,
            expected: 'a layer with `numBins`',
            got: 'one with `binBoundaries`',
          });
        }
        let found = noQuantiles;
        let shape: readonly number[] = [];
        await eachBatch(data, options, who, (batch) => {
          shape = batch.shape;
          const numbers = batch.cast('float32').data as Float32Array;
          found = mergeQuantiles(quantilesOf(numbers, epsilon), found, epsilon);
        });
        const { known, boundaries } = build(shape);
        known.boundaries = boundariesOf(found, numBins);
        boundaries.assign(boundaryArray(known.boundaries, boundaries.size));
      },
    }),
  });

/** How many boundaries are not above each number. */
function binsOf(x: Tensor, boundaries: Tensor): Tensor {
  if (boundaries.size === 0) return zerosLike(x);
  const isBelow = less(expandDims(cast(x, { dtype: 'float32' }), { axis: -1 }), boundaries);
  const isPassed = logicalNot(logicalOr(isBelow, isnan(boundaries)));
  return sum(cast(isPassed, { dtype: 'float32' }), { axis: -1 });
}

/** Boundaries in an array of that size; places that are left over hold NaN, and do not count. */
function boundaryArray(boundaries: readonly number[], size: number): NdArray {
  const data = new Float32Array(size).fill(NaN);
  data.set(boundaries.slice(0, size));
  return new NdArray(data);
}

function checkBoundaries(
  given: readonly number[] | null,
  who: string,
  { numBins }: Pick<Required<DiscretizationConfig>, 'numBins'>,
): readonly number[] | null {
  if (given === null && numBins === null) {
    throw new ArgumentError({ who, expected: '`binBoundaries` or `numBins`', got: 'neither' });
  }
  if (given?.every((boundary, i) => i === 0 || (given[i - 1] as number) <= boundary) ?? true) return given;
  throw new ArgumentError({ who, expected: '`binBoundaries` in order', got: JSON.stringify(given) });
}

function notAdapted(who: string): StateError {
  return new StateError({
    who,
    expected: 'boundaries',
    got: 'none',
    hint: 'Call `await layer.adapt(data)` first, or give `binBoundaries`.',
  });
}
