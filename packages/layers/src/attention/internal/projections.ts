import type { Constraint, Initializer, Layer, Regularizer, Shape } from '@myelin/core';
import { type EinsumDenseConfig, einsumDense } from '../../core/einsum-dense.js';

type Projection = Layer<EinsumDenseConfig>;

/** The linear maps of an attention, in the order in which their weights are saved. */
export interface Projections {
  readonly query: Projection;
  readonly key: Projection;
  readonly gate: Projection | null;
  readonly value: Projection;
  readonly output: Projection;
}

interface ProjectionConfig {
  readonly numHeads: number;
  /** How many heads keys and values have. */
  readonly keyValueHeads: number;
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
  const { numHeads, keyValueHeads, keyDim, valueDim, outputShape } = config;
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
  return {
    query: make('query', query, 1, [numHeads, keyDim]),
    key: make('key', key, 1, [keyValueHeads, keyDim]),
    gate: config.useGate ? make('gate', query, 1, [numHeads, valueDim], true) : null,
    value: make('value', value, 1, [keyValueHeads, valueDim]),
    output: make(
      'attention_output',
      [...query.slice(0, -1), numHeads, valueDim],
      2,
      outputShape ?? (query.slice(-1) as number[]),
    ),
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
