import type { Constraint, Initializer, Layer, Regularizer, Shape } from '@myelin/core';
import { type EinsumDenseConfig, einsumDense } from '../../core/einsum-dense.js';

type Projection = Layer<EinsumDenseConfig>;

/** The linear maps of an attention, in the order in which their weights are saved. */
export interface Projections {
  readonly queryDense: Projection;
  readonly keyDense: Projection;
  /** Named as in Keras' files. */
  readonly _gateDense: Projection | null;
  readonly valueDense: Projection;
  readonly outputDense: Projection;
}

interface ProjectionConfig {
  readonly numHeads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  readonly outputShape: readonly number[] | null;
  readonly useBias: boolean;
  readonly useGate: boolean;
  readonly kernelInitializer: Initializer;
  readonly biasInitializer: Initializer;
  readonly kernelRegularizer: Regularizer | null;
  readonly biasRegularizer: Regularizer | null;
  readonly activityRegularizer: Regularizer | null;
  readonly kernelConstraint: Constraint | null;
  readonly biasConstraint: Constraint | null;
}

/** Makes and builds the maps from inputs to heads, and from heads to the output. */
export function projections(
  config: ProjectionConfig,
  [query = [], value = [], key = value]: readonly Shape[],
): Projections {
  const { numHeads, keyDim, valueDim, outputShape } = config;
  const make = (
    name: string,
    given: Shape,
    summed: number,
    sizes: readonly number[],
    gate = false,
  ): Projection => {
    const { equation, biasAxes } = projectionEquation(given.length - summed, summed, sizes.length);
    const open = given.slice(1, given.length - summed).map(() => null);
    const layer = einsumDense({
      name,
      equation,
      outputShape: [...open, ...sizes],
      biasAxes: config.useBias ? biasAxes : null,
      activation: gate ? 'sigmoid' : 'linear',
      kernelInitializer: config.kernelInitializer,
      biasInitializer: config.biasInitializer,
      kernelRegularizer: config.kernelRegularizer,
      biasRegularizer: config.biasRegularizer,
      activityRegularizer: config.activityRegularizer,
      kernelConstraint: config.kernelConstraint,
      biasConstraint: config.biasConstraint,
    });
    layer.build(given);
    return layer;
  };
  const toHeads = (name: string, given: Shape, size: number): Projection =>
    make(name, given, 1, [numHeads, size]);
  const heads = [...query.slice(0, -1), numHeads, valueDim];
  return {
    queryDense: toHeads('query', query, keyDim),
    keyDense: toHeads('key', key, keyDim),
    _gateDense: config.useGate ? make('gate', query, 1, [numHeads, valueDim], true) : null,
    valueDense: toHeads('value', value, valueDim),
    outputDense: make('attention_output', heads, 2, outputShape ?? (query.slice(-1) as number[])),
  };
}

/** `abc,cde->abde`: of free axes, of summed ones, and of those that come in their place. */
function projectionEquation(
  free: number,
  summed: number,
  made: number,
): { readonly equation: string; readonly biasAxes: string } {
  const letters = (from: number, count: number): string =>
    String.fromCharCode(...Array.from({ length: count }, (_, i) => 'a'.charCodeAt(0) + from + i));
  const [kept, gone, biasAxes] = [letters(0, free), letters(free, summed), letters(free + summed, made)];
  return { equation: `${kept}${gone},${gone}${biasAxes}->${kept}${biasAxes}`, biasAxes };
}
